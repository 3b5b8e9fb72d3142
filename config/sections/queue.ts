import { limits } from "../limits";
import { duration, whole } from "../values";
import { section } from "./section";

/** Messages come back after 120 % of the longest run, and no later than SQS allows. */
const LONGEST_RUN = Math.floor(limits.visibilityTimeout / 1.2);

export const queue = section(
  {
    longestRun: duration(1, LONGEST_RUN, "6 minutes").describe(
      "The longest that one message is worked on. The visibility timeout is 20 % longer.",
    ),
    maxReceives: whole(1, limits.maxReceives).prefault(5).describe("Attempts before a message goes to the dead-letter queue."),
    oldest: duration(60, 1_209_600, "30 minutes")
      .optional()
      .describe("The age of a waiting message that raises an alarm. Twice longestRun, at least 5 minutes, where absent."),
  },
  "a mapping with longestRun",
);
