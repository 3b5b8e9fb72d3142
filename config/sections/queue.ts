import { limits } from "../limits";
import { duration, oneOf, whole } from "../values";
import { section } from "./section";

/** Messages come back after 120 % of the longest run, and no later than SQS allows. */
const LONGEST_RUN = Math.floor(limits.visibilityTimeout / 1.2);

const { least, most } = limits.messageRetention;

const fifo = section(
  {
    throughput: oneOf(["normal", "high"])
      .prefault("normal")
      .describe(
        "`normal` takes 300 calls a second and tells duplicates apart in the whole queue; `high` takes thousands, and tells them apart in each message group.",
      ),
    deduplication: oneOf(["id", "content"])
      .prefault("id")
      .describe(
        "How SQS knows a message that is sent twice within 5 minutes: by the `id` that the sender gives, or by a hash of its `content`.",
      ),
  },
  "a mapping with throughput and deduplication, or an empty one: {}",
);

export const queue = section(
  {
    longestRun: duration(1, LONGEST_RUN, "6 minutes").describe(
      "The longest that one message is worked on. The visibility timeout is 20 % longer, or what a function needs that consumes it: six times its timeout, and its window.",
    ),
    maxReceives: whole(1, limits.maxReceives).prefault(5).describe("Attempts before a message goes to the dead-letter queue."),
    retention: duration(least, most, "4 days")
      .prefault("4 days")
      .describe(
        "How long a message waits before SQS deletes it. A standard queue's dead letters keep their age, so 14 days leave them none.",
      ),
    oldest: duration(60, most, "30 minutes")
      .optional()
      .describe("The age of a waiting message that raises an alarm. Twice longestRun, at least 5 minutes, where absent."),
    depth: whole(1, 1_000_000_000)
      .optional()
      .describe("Messages waiting that raise an alarm, once there have been more for 5 minutes. No such alarm where absent."),
    fifo: fifo
      .optional()
      .describe(
        "Makes it a FIFO queue: messages of one group are worked on in their order, and one sent twice within 5 minutes is taken once. A change of kind makes another queue.",
      ),
  },
  "a mapping with longestRun",
);
