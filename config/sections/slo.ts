import { latency, percent, whole } from "../values";
import { section } from "./section";

/** Below it, an error budget is spent before a burn of 14.4 times its rate can be seen: 14.4 * (100 - 94) % is 86 % of all requests. */
const LOWEST_AVAILABILITY = 94;

/** Service level objectives, each with an alarm that somebody hears of. */
export const slo = section(
  {
    p95: latency("200 ms")
      .optional()
      .describe("19 of 20 answers take no longer. An alarm when they do, for 10 minutes, while there is traffic."),
    errors: percent(0.01, 100, "1%")
      .optional()
      .describe("The share of requests that may fail. An alarm when more do, for 10 minutes, while there is traffic."),
    availability: percent(LOWEST_AVAILABILITY, 99.99, "99.9%")
      .optional()
      .describe(
        "The share of requests that succeed over 30 days. An alarm when the rest, the error budget, is spent 14.4 times too fast (over 1 hour and still over 5 minutes: 2 % of it in an hour), or 6 times (over 6 hours and still over 30 minutes: 5 % of it), or when nothing is there to answer.",
      ),
    traffic: whole(1, 1_000_000)
      .prefault(20)
      .describe("Requests in 5 minutes from which p95 and errors are judged: below it, one slow answer would be an alarm."),
  },
  "a mapping with one or more of p95, errors and availability",
);
