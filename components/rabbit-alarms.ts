import type { types } from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { RabbitConfig } from "../config";
import { createAlarm } from "./alarm";
import type { AlarmArgs } from "./alarm";
import type { Notifications } from "./notifications";
import type { Scope } from "./scope";

interface RabbitAlarmsArgs {
  readonly broker: RabbitConfig;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * Alarms before RabbitMQ stops its publishers, which it does when memory or disk run short, and when nobody takes messages. They
 * look at the metrics of the broker as a whole, the only ones whose dimensions are known before it exists (Amazon MQ developer guide,
 * "Available CloudWatch metrics for Amazon MQ for RabbitMQ brokers", read 2026-11-25).
 */
export function watchRabbit(name: string, { broker, notifications, scope }: RabbitAlarmsArgs, options: pulumi.CustomResourceOptions): void {
  const dimensions = { Broker: names.broker(scope.where, name) };
  const alarm = (id: string, what: Omit<AlarmArgs, "evaluationPeriods">): void => {
    createAlarm(`${name}-${id}`, { evaluationPeriods: 5, ...what }, { notifications, scope, component: name }, options);
  };
  const measured = (metricName: string) => ({ namespace: NAMESPACE, metricName, dimensions });

  alarm("ready", {
    ...measured("MessageReadyCount"),
    statistic: "Maximum",
    comparisonOperator: "GreaterThanThreshold",
    threshold: broker.ready,
    alarmDescription: `More than ${broker.ready} messages have waited in the broker ${name} for 5 minutes: its consumers are too few, or stuck.`,
  });
  alarm("cpu", {
    ...measured("SystemCpuUtilization"),
    statistic: "Average",
    comparisonOperator: "GreaterThanThreshold",
    threshold: 90,
    alarmDescription: `The broker ${name} has used more than 90 % of its CPU for 5 minutes: it needs a larger instance.`,
  });
  alarm("memory", {
    ...memoryUsed(dimensions),
    comparisonOperator: "GreaterThanThreshold",
    threshold: 80,
    alarmDescription: `The broker ${name} has used more than 80 % of the memory at which RabbitMQ stops all publishers.`,
  });
  alarm("disk", {
    ...diskLeft(dimensions),
    comparisonOperator: "LessThanThreshold",
    threshold: 2,
    alarmDescription: `The broker ${name} has less than twice the free disk at which RabbitMQ stops all publishers.`,
  });
  alarm("consumers", {
    ...waitingWithoutConsumers(dimensions),
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    alarmDescription: `Messages have waited in the broker ${name} for 5 minutes, and nobody is connected to take them.`,
  });
}

const NAMESPACE = "AWS/AmazonMQ";

type Dimensions = Readonly<Record<string, string>>;

type Measure = Pick<types.input.cloudwatch.MetricAlarmMetricQueryMetric, "metricName" | "stat">;

/** What is made of several metrics of a broker, each minute. */
const computed = (expression: string, label: string, measures: Readonly<Record<string, Measure>>, dimensions: Dimensions) => ({
  metricQueries: [
    ...Object.entries(measures).map(([id, measure]) => ({
      id,
      returnData: false,
      metric: { namespace: NAMESPACE, dimensions, period: 60, ...measure },
    })),
    { id: "value", expression, label, returnData: true },
  ],
});

const memoryUsed = (dimensions: Dimensions) =>
  computed(
    "100 * used / limit",
    "Memory in % of the limit",
    { used: { metricName: "RabbitMQMemUsed", stat: "Maximum" }, limit: { metricName: "RabbitMQMemLimit", stat: "Minimum" } },
    dimensions,
  );

const diskLeft = (dimensions: Dimensions) =>
  computed(
    "free / limit",
    "Free disk, in multiples of the limit",
    { free: { metricName: "RabbitMQDiskFree", stat: "Minimum" }, limit: { metricName: "RabbitMQDiskFreeLimit", stat: "Maximum" } },
    dimensions,
  );

const waitingWithoutConsumers = (dimensions: Dimensions) =>
  computed(
    "IF(consumers == 0, ready, 0)",
    "Messages that nobody takes",
    { ready: { metricName: "MessageReadyCount", stat: "Maximum" }, consumers: { metricName: "ConsumerCount", stat: "Maximum" } },
    dimensions,
  );
