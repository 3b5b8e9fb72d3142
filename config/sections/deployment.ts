import { z } from "zod";
import { wholePercent } from "../values";
import { section } from "./section";

export const deployment = section(
  {
    minimumHealthy: wholePercent(0, 100, "100%")
      .prefault("100%")
      .describe("The share of the tasks that stays in service while new ones take over, rounded up to whole tasks."),
    maximum: wholePercent(100, 200, "200%")
      .prefault("200%")
      .describe("The share of the tasks that old and new ones may have together, rounded down to whole tasks."),
    alarms: z
      .boolean({ error: "true or false" })
      .prefault(true)
      .describe(
        "Whether a deployment is taken back when tasks are missing for 5 minutes or, with `http`, when more than 5 % of the requests fail.",
      ),
  },
  "a mapping with minimumHealthy, maximum and alarms",
)
  .prefault({})
  .describe("How a new version takes the place of the old one. What fails to start is taken back in any case.");
