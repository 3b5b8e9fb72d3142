import { days } from "../values";
import { section } from "./section";

export const audit = section(
  {
    retention: days(1, 36_500, "365 days").describe(
      "How long the trail is kept. Always written, since it is a matter of law more than of taste.",
    ),
  },
  "a mapping with retention",
);
