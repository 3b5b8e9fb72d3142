import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { StepsConfig, Where } from "../config";
import type { Metric } from "./metric-queries";

/**
 * What steps look at: the messages that wait in the consumed queue, those of a RabbitMQ broker or of one of its queues, or any metric.
 * Source of the broker's names: Amazon MQ developer guide, "Available CloudWatch metrics for Amazon MQ for RabbitMQ brokers",
 * read 2026-11-25.
 *
 * @param queueName the queue that the service consumes; undefined where it consumes none
 */
export function sourceOf(on: StepsConfig["on"], queueName: pulumi.Input<string> | undefined, where: Where): Metric | undefined {
  if (on?.broker !== undefined) {
    const queue: Metric["dimensions"] = on.queue === undefined ? {} : { VirtualHost: on.virtualHost ?? "/", Queue: on.queue };
    return {
      namespace: "AWS/AmazonMQ",
      metricName: "MessageReadyCount",
      dimensions: { Broker: names.broker(where, on.broker), ...queue },
      statistic: "Average",
    };
  }
  if (on?.namespace !== undefined && on.metric !== undefined)
    return { namespace: on.namespace, metricName: on.metric, dimensions: on.dimensions, statistic: on.statistic };
  if (queueName === undefined) return undefined;
  return {
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: queueName },
    statistic: "Average",
  };
}
