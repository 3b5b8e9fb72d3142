import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import { deadLetterOf, names, queueTimes } from "../config";
import type { FunctionConfig, QueueConfig, QueueKind } from "../config";
import { createAlarm } from "./alarm";
import type { AlarmArgs } from "./alarm";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Scope } from "./scope";
import { onlyWithTls, policyDocument } from "./statements";

interface QueueArgs {
  readonly queue: QueueConfig;
  /** The function that works on its messages, where one does. */
  readonly takenBy: FunctionConfig | undefined;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * A queue, the queue for what failed too often, and their alarms. Both queues are of one kind, standard or FIFO, as SQS wants it.
 */
export class Queue extends Part {
  readonly arn: pulumi.Output<string>;
  readonly url: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;

  constructor(name: string, { queue, takenBy, notifications, scope }: QueueArgs, options: pulumi.ComponentResourceOptions) {
    super("Queue", name, `headroom:queues.${name}`, options);
    const child = { parent: this };
    const tags = scope.tags(name);
    const times = queueTimes(queue, takenBy);
    const kind: QueueKind = queue.fifo === undefined ? "standard" : "fifo";

    const dead = new sqs.Queue(
      deadLetterOf(name),
      {
        name: names.deadLetterQueue(scope.where, name, kind),
        ...(kind === "fifo" ? { fifoQueue: true } : {}),
        sqsManagedSseEnabled: true,
        messageRetentionSeconds: DEAD_RETENTION,
        tags,
      },
      child,
    );
    const main = new sqs.Queue(
      name,
      {
        name: names.queue(scope.where, name, kind),
        ...orderOf(queue.fifo),
        sqsManagedSseEnabled: true,
        visibilityTimeoutSeconds: times.visibility,
        messageRetentionSeconds: queue.retention,
        receiveWaitTimeSeconds: LONGEST_POLL,
        redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: queue.maxReceives }),
        tags,
      },
      child,
    );
    new sqs.RedriveAllowPolicy(
      `${name}-redrive`,
      { queueUrl: dead.url, redriveAllowPolicy: pulumi.jsonStringify({ redrivePermission: "byQueue", sourceQueueArns: [main.arn] }) },
      child,
    );
    for (const [id, { url, arn }] of [
      [name, main],
      [deadLetterOf(name), dead],
    ] as const) {
      new sqs.QueuePolicy(`${id}-policy`, { queueUrl: url, policy: policyDocument([onlyWithTls("sqs:*", arn)]) }, child);
    }
    const alarm = (id: string, of: sqs.Queue, what: QueueAlarm): void => {
      createAlarm(
        `${name}-${id}`,
        {
          namespace: "AWS/SQS",
          dimensions: { QueueName: of.name },
          statistic: "Maximum",
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          ...what,
        },
        { notifications, scope, component: name },
        child,
      );
    };
    alarm("age", main, {
      metricName: "ApproximateAgeOfOldestMessage",
      threshold: times.oldest,
      alarmDescription: `Messages in ${name} wait too long: its consumer is at its maximum, stuck, or away.`,
    });
    if (queue.depth !== undefined) {
      alarm("depth", main, {
        metricName: "ApproximateNumberOfMessagesVisible",
        threshold: queue.depth,
        evaluationPeriods: 5,
        alarmDescription: `More than ${queue.depth} messages have waited in ${name} for 5 minutes.`,
      });
    }
    alarm("dead-letter-depth", dead, {
      metricName: "ApproximateNumberOfMessagesVisible",
      threshold: 0,
      alarmDescription: `Messages of ${name} failed ${queue.maxReceives} times and wait in its dead-letter queue.`,
    });

    this.arn = main.arn;
    this.url = main.url;
    this.name = main.name;
    this.registerOutputs({ url: this.url });
  }
}

type QueueAlarm = Pick<AlarmArgs, "metricName" | "threshold" | "alarmDescription"> & { readonly evaluationPeriods?: number };

/** The longest that SQS keeps a message, because in a standard queue its age counts from the first queue. */
const DEAD_RETENTION = 1_209_600;

/** Seconds that a receiver may wait for a message, the longest that SQS allows: fewer calls, and no empty answers. */
const LONGEST_POLL = 20;

/** What makes a queue a FIFO one; a standard queue has none of these attributes, and SQS refuses each of them there. */
const orderOf = (fifo: QueueConfig["fifo"]): Pick<sqs.QueueArgs, FifoAttribute> =>
  fifo === undefined
    ? {}
    : { fifoQueue: true, contentBasedDeduplication: fifo.deduplication === "content", ...throughputs[fifo.throughput] };

type FifoAttribute = "fifoQueue" | "contentBasedDeduplication" | "deduplicationScope" | "fifoThroughputLimit";

/** Both attributes belong together. Source: SQS developer guide, "Enabling high throughput for FIFO queues", read 2026-11-25. */
const throughputs = {
  normal: { deduplicationScope: "queue", fifoThroughputLimit: "perQueue" },
  high: { deduplicationScope: "messageGroup", fifoThroughputLimit: "perMessageGroupId" },
} as const;
