import { z } from "zod";
import { limits } from "../limits";
import { dollars, email, oneOf } from "../values";
import { section } from "./section";

export const budget = section(
  {
    monthly: dollars().describe(
      "US dollars a month that the stack may cost. Alerts at 50, 80 and 100 % of it, and on a forecast of 100 %.",
    ),
    burst: dollars().describe("US dollars a month that everything at its maximum may cost. At least `monthly`."),
    notify: z
      .array(email(), { error: "a list of e-mail addresses" })
      .min(1, { error: "a list of at least one e-mail address" })
      .max(limits.budgetAddresses, { error: `a list of at most ${limits.budgetAddresses} e-mail addresses` })
      .describe("Who hears of costs and alarms: 1 to 10 e-mail addresses."),
    scope: oneOf(["account", "stack"])
      .prefault("account")
      .describe("What the budget counts. `stack` needs the tag headroom:stack to be an active cost allocation tag."),
  },
  "a mapping with monthly, burst and notify",
);
