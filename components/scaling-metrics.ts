import type * as pulumi from "@pulumi/pulumi";
import type { Resolution, ScaleConfig } from "../config";
import type { Tracked } from "./autoscaling";

/** What there is to measure. */
export interface Measured {
  readonly clusterName: pulumi.Input<string>;
  readonly serviceName: pulumi.Input<string>;
  /** Dimensions of the service's share of the requests; absent without `http`. */
  readonly target: { readonly LoadBalancer: pulumi.Input<string>; readonly TargetGroup: pulumi.Input<string> } | undefined;
  /** Of the service's target group; absent without `http`. */
  readonly resourceLabel: pulumi.Input<string> | undefined;
  /** Of the queue that it consumes; absent without one. */
  readonly queueName: pulumi.Input<string> | undefined;
}

/** One specification for each metric that the stack's file names, by a name for its policy. */
export function specificationsOf({ on, resolution }: ScaleConfig, measured: Measured): readonly Specification[] {
  const often = suffixes[resolution];
  return [
    ...(on.cpu === undefined ? [] : [{ id: "cpu", track: predefined(`ECSServiceAverageCPUUtilization${often}`, on.cpu) }]),
    ...(on.memory === undefined ? [] : [{ id: "memory", track: predefined(`ECSServiceAverageMemoryUtilization${often}`, on.memory) }]),
    ...(on.requestsPerTask === undefined || measured.resourceLabel === undefined
      ? []
      : [{ id: "requests", track: predefined("ALBRequestCountPerTarget", on.requestsPerTask, measured.resourceLabel) }]),
    ...(on.backlogPerTask === undefined || measured.queueName === undefined
      ? []
      : [{ id: "backlog", track: backlogPerTask(on.backlogPerTask, measured, measured.queueName) }]),
  ];
}

interface Specification {
  readonly id: string;
  readonly track: Tracked;
}

/** Source: ECS developer guide, "Faster auto scaling with high-resolution metrics", read 2026-11-25. The service has to publish as often. */
const suffixes: Readonly<Record<Resolution, string>> = { "60 seconds": "", "20 seconds": "HighResolution" };

const predefined = (predefinedMetricType: string, targetValue: number, resourceLabel?: pulumi.Input<string>): Tracked => ({
  targetValue,
  predefinedMetricSpecification: { predefinedMetricType, ...(resourceLabel === undefined ? {} : { resourceLabel }) },
});

/**
 * Messages waiting, per running task. A late data point repeats the last one; none at all counts as none waiting and none running,
 * and without a running task the whole backlog counts, so that nothing is divided by zero and the first task gets started.
 */
const backlogPerTask = (targetValue: number, { clusterName, serviceName }: Measured, queueName: pulumi.Input<string>): Tracked => ({
  targetValue,
  customizedMetricSpecification: {
    metrics: [
      stat("visible", "AWS/SQS", "ApproximateNumberOfMessagesVisible", { QueueName: queueName }),
      stat("running", "ECS/ContainerInsights", "RunningTaskCount", { ClusterName: clusterName, ServiceName: serviceName }),
      { id: "waiting", label: "Messages waiting", expression: "FILL(FILL(visible, REPEAT), 0)", returnData: false },
      { id: "tasks", label: "Running tasks", expression: "FILL(FILL(running, REPEAT), 0)", returnData: false },
      { id: "backlog", label: "Backlog per task", expression: "waiting / IF(tasks > 0, tasks, 1)", returnData: true },
    ],
  },
});

const stat = (id: string, namespace: string, metricName: string, dimensions: Readonly<Record<string, pulumi.Input<string>>>) => ({
  id,
  returnData: false,
  metricStat: {
    stat: "Average",
    metric: { namespace, metricName, dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })) },
  },
});
