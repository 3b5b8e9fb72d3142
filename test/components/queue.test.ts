import assert from "node:assert/strict";
import { edited, everyKey } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

const QUEUE = "aws:sqs/queue:Queue";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** Inputs that only a FIFO queue takes: SQS answers "Unknown Attribute" to each of them on a standard queue. */
const ofFifo = ["fifoQueue", "contentBasedDeduplication", "deduplicationScope", "fifoThroughputLimit"] as const;

describe("components/queue", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  const queue = (name: string): Readonly<Record<string, unknown>> => one(all, QUEUE, name).inputs;
  const orderOf = (name: string): readonly unknown[] => [queue(name).name, ...ofFifo.map((attribute) => queue(name)[attribute])];

  it("gives a standard queue none of a FIFO queue's attributes", () => {
    assert.deepEqual(orderOf("jobs"), ["headroom-prod-jobs", undefined, undefined, undefined, undefined]);
    assert.deepEqual(orderOf("jobs-dead-letter"), ["headroom-prod-jobs-dead-letter", undefined, undefined, undefined, undefined]);
  });

  it("makes a FIFO queue with a dead-letter queue of its kind", () => {
    assert.deepEqual(orderOf("orders"), ["headroom-prod-orders.fifo", true, true, "messageGroup", "perMessageGroupId"]);
    assert.deepEqual(orderOf("orders-dead-letter"), ["headroom-prod-orders-dead-letter.fifo", true, undefined, undefined, undefined]);
  });

  it("tells duplicates apart in the whole queue, by the sender's id, where nothing is written", async () => {
    const raw = edited(everyKey(), ["headroom:queues", "orders"], { longestRun: "1 minute", fifo: {} });
    const { inputs } = one(await registered(raw, "prod"), QUEUE, "orders");
    assert.deepEqual(
      ofFifo.map((attribute) => inputs[attribute]),
      [true, false, "queue", "perQueue"],
    );
  });

  it("keeps a message for as long as the stack's file says, and a dead letter for the longest", () => {
    const kept = ["jobs", "jobs-dead-letter", "orders"].map((name) => queue(name).messageRetentionSeconds);
    assert.deepEqual(kept, [1_209_600, 1_209_600, 345_600]);
    assert.deepEqual([queue("jobs").receiveWaitTimeSeconds, queue("orders").receiveWaitTimeSeconds], [20, 20]);
  });

  it("says when messages wait too long, when too many wait, and when one was given up", () => {
    const alarms = ["jobs-age", "jobs-depth", "jobs-dead-letter-depth"].map((name) => one(all, ALARM, name).inputs);
    assert.deepEqual(
      alarms.map((alarm) => [alarm.metricName, alarm.threshold, alarm.evaluationPeriods, alarm.alarmDescription]),
      [
        ["ApproximateAgeOfOldestMessage", 1800, 1, "Messages in jobs wait too long: its consumer is at its maximum, stuck, or away."],
        ["ApproximateNumberOfMessagesVisible", 1000, 5, "More than 1000 messages have waited in jobs for 5 minutes."],
        ["ApproximateNumberOfMessagesVisible", 0, 1, "Messages of jobs failed 3 times and wait in its dead-letter queue."],
      ],
    );
    assert.deepEqual(one(all, ALARM, "orders-age").inputs.dimensions, { QueueName: "headroom-prod-orders.fifo" });
    assert.ok(!all.some(({ name }) => name === "orders-depth"));
  });
});
