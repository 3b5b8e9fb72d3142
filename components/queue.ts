import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import { deadLetterOf, names, queueTimes } from "../config";
import type { QueueConfig } from "../config";
import { createAlarm } from "./alarm";
import type { AlarmArgs } from "./alarm";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Scope } from "./scope";
import { onlyWithTls, policyDocument } from "./statements";

interface QueueArgs {
  readonly queue: QueueConfig;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** A queue, the queue for what failed too often, and an alarm for each. */
export class Queue extends Part {
  readonly arn: pulumi.Output<string>;
  readonly url: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;

  constructor(name: string, { queue, notifications, scope }: QueueArgs, options: pulumi.ComponentResourceOptions) {
    super("Queue", name, `headroom:queues.${name}`, options);
    const child = { parent: this };
    const tags = scope.tags(name);
    const times = queueTimes(queue);

    const dead = new sqs.Queue(
      deadLetterOf(name),
      { name: names.deadLetterQueue(scope.where, name), sqsManagedSseEnabled: true, messageRetentionSeconds: DEAD_RETENTION, tags },
      child,
    );
    const main = new sqs.Queue(
      name,
      {
        name: names.queue(scope.where, name),
        sqsManagedSseEnabled: true,
        visibilityTimeoutSeconds: times.visibility,
        messageRetentionSeconds: RETENTION,
        receiveWaitTimeSeconds: 20,
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
    const alarm = (id: string, of: sqs.Queue, what: Pick<AlarmArgs, "metricName" | "threshold" | "alarmDescription">): void => {
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

/** Four days in the queue; then the longest that SQS keeps a message, because its age counts from the first queue. */
const RETENTION = 345_600;
const DEAD_RETENTION = 1_209_600;
