import * as sqs from "@pulumi/aws/sqs";
import type * as pulumi from "@pulumi/pulumi";
import { failedOf, names } from "../config";
import { createAlarm } from "./alarm";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Scope } from "./scope";
import { onlyWithTls, policyDocument } from "./statements";

interface FailedEventsArgs {
  readonly configPath: string;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** The queue to which Lambda sends the asynchronous calls of a function that failed for good, and an alarm while any is in it. */
export class FailedEvents extends Part {
  readonly arn: pulumi.Output<string>;

  /** @param fn the function's name */
  constructor(fn: string, { configPath, notifications, scope }: FailedEventsArgs, options: pulumi.ComponentResourceOptions) {
    const name = failedOf(fn);
    super("FailedEvents", name, configPath, options);
    const child = { parent: this };

    const queue = new sqs.Queue(
      name,
      {
        name: names.failedEvents(scope.where, fn),
        sqsManagedSseEnabled: true,
        messageRetentionSeconds: LONGEST_RETENTION,
        tags: scope.tags(fn),
      },
      child,
    );
    new sqs.QueuePolicy(`${name}-policy`, { queueUrl: queue.url, policy: policyDocument([onlyWithTls("sqs:*", queue.arn)]) }, child);
    createAlarm(
      `${name}-depth`,
      {
        alarmDescription: `Asynchronous calls of ${fn} failed for good and wait in ${name}.`,
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: queue.name },
        statistic: "Maximum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        evaluationPeriods: 1,
      },
      { notifications, scope, component: fn },
      child,
    );
    this.arn = queue.arn;
    this.registerOutputs({});
  }
}

/** Fourteen days, the longest that SQS keeps a message. */
const LONGEST_RETENTION = 1_209_600;
