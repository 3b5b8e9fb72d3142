import { z } from "zod";
import { limits } from "../limits";
import { dollars, email, matching, oneOf } from "../values";
import { section } from "./section";

const MONITOR = "the ARN of a cost anomaly monitor, which begins with arn:aws:ce::";

const anomaly = section(
  {
    above: dollars("US dollars that an anomaly costs").describe(
      "US dollars that an anomaly must have cost, above what was expected, before anybody hears of it.",
    ),
    monitor: matching(/^arn:aws[a-z-]*:ce::\d{12}:anomalymonitor\/[0-9A-Za-z-]+$/, MONITOR)
      .optional()
      .describe(
        "A monitor that exists already. Where absent, one is made: of the stack's costs with `scope: stack`, else of the account's services. An account can have only one of its services, and AWS makes that one itself when Cost Explorer is first opened; name it here then.",
      ),
  },
  "a mapping with above",
);

export const budget = section(
  {
    monthly: dollars().describe(
      "US dollars a month that the stack may cost. Alerts at 50, 80 and 100 % of it, and on a forecast of 100 %. AWS Budgets counts in no other currency.",
    ),
    burst: dollars().describe(
      "US dollars a month that everything at its maximum may cost. At least `monthly`; above it, alerts when as much is spent, and when the forecast says so.",
    ),
    anomaly: anomaly
      .optional()
      .describe(
        "Watches for costs that differ from what is usual, and says so within a day, through the stack's topic. Costs nothing. Not watched where absent.",
      ),
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
