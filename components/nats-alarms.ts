import type * as pulumi from "@pulumi/pulumi";
import type { NatsConfig } from "../config";
import { createAlarm } from "./alarm";
import type { Notifications } from "./notifications";
import type { Scope } from "./scope";

interface NatsAlarmsArgs {
  readonly broker: NatsConfig;
  readonly clusterName: pulumi.Input<string>;
  readonly serviceName: pulumi.Input<string>;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** Alarms when a server is missing, and when CPU or memory run short. */
export function watchNats(name: string, args: NatsAlarmsArgs, options: pulumi.CustomResourceOptions): void {
  const { broker, clusterName, serviceName } = args;
  const dimensions = { ClusterName: clusterName, ServiceName: serviceName };
  const context = { ...args, component: name };
  createAlarm(
    `${name}-servers`,
    {
      alarmDescription: `The broker ${name} has had fewer than its ${broker.tasks} ${broker.tasks === 1 ? "server" : "servers"} for 5 minutes.`,
      namespace: "ECS/ContainerInsights",
      metricName: "RunningTaskCount",
      dimensions,
      statistic: "Maximum",
      comparisonOperator: "LessThanThreshold",
      threshold: broker.tasks,
      evaluationPeriods: 5,
      // No server at all may be no data at all.
      treatMissingData: "breaching",
    },
    context,
    options,
  );
  for (const [id, metricName, what] of [
    ["cpu", "CPUUtilization", "CPU"],
    ["memory", "MemoryUtilization", "memory"],
  ] as const) {
    createAlarm(
      `${name}-${id}`,
      {
        alarmDescription: `A server of the broker ${name} has used more than 80 % of its ${what} for 5 minutes: it needs a larger size.`,
        namespace: "AWS/ECS",
        metricName,
        dimensions,
        statistic: "Maximum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: 80,
        evaluationPeriods: 5,
      },
      context,
      options,
    );
  }
}
