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

/** Alarms before RabbitMQ stops its publishers, which it does when memory or disk run short, and when nobody takes messages. */
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
    ...ratio("RabbitMQMemUsed", "RabbitMQMemLimit", dimensions),
    comparisonOperator: "GreaterThanThreshold",
    threshold: 80,
    alarmDescription: `The broker ${name} has used more than 80 % of the memory at which RabbitMQ stops all publishers.`,
  });
  alarm("disk", {
    ...ratio("RabbitMQDiskFreeLimit", "RabbitMQDiskFree", dimensions),
    comparisonOperator: "GreaterThanThreshold",
    threshold: 50,
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

/** Several metrics of a broker, each minute's largest value, and what is made of them. */
const computed = (expression: string, label: string, metrics: Readonly<Record<string, string>>, dimensions: Dimensions) => ({
  metricQueries: [
    ...Object.entries(metrics).map(([id, metricName]) => ({
      id,
      returnData: false,
      metric: { namespace: NAMESPACE, metricName, dimensions, period: 60, stat: "Maximum" },
    })),
    { id: "value", expression, label, returnData: true },
  ],
});

const ratio = (part: string, whole: string, dimensions: Dimensions) =>
  computed("100 * part / whole", `${part} in % of ${whole}`, { part, whole }, dimensions);

const waitingWithoutConsumers = (dimensions: Dimensions) =>
  computed(
    "IF(consumers == 0, ready, 0)",
    "Messages that nobody takes",
    { ready: "MessageReadyCount", consumers: "ConsumerCount" },
    dimensions,
  );
