import { limits } from "../limits";
import { whole } from "../values";
import { section } from "./section";

export const account = section(
  {
    concurrency: whole(10, limits.concurrency)
      .prefault(1_000)
      .describe(
        "Calls of functions at once that AWS allows the account in the region: Service Quotas, Lambda, Concurrent executions. Less what other stacks of the account reserve, which is not known here.",
      ),
    apiRate: whole(1, 1_000_000)
      .prefault(10_000)
      .describe("Requests a second that AWS allows the account's APIs in the region: Service Quotas, API Gateway, Throttle rate."),
  },
  "a mapping with concurrency and apiRate, or an empty one: {}",
);
