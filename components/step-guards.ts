import type { ScaleConfig } from "../config";
import type { Metric } from "./metric-queries";
import type { Measured } from "./scaling-metrics";

/** A metric per task that a target tracking policy keeps at its target, and that a step back must not bring above it. */
export interface Guard {
  readonly id: string;
  readonly metric: Metric;
  readonly target: number;
  /** Is no data the same as nothing? A load balancer says nothing of a minute without requests. */
  readonly silent: boolean;
}

export function guardsOf(on: ScaleConfig["on"], { clusterName, serviceName, target }: Measured): readonly Guard[] {
  const ofService = (metricName: string): Metric => ({
    namespace: "AWS/ECS",
    metricName,
    dimensions: { ClusterName: clusterName, ServiceName: serviceName },
    statistic: "Average",
  });
  return [
    ...(on.cpu === undefined ? [] : [{ id: "cpu", metric: ofService("CPUUtilization"), target: on.cpu, silent: false }]),
    ...(on.memory === undefined ? [] : [{ id: "memory", metric: ofService("MemoryUtilization"), target: on.memory, silent: false }]),
    ...(on.requestsPerTask === undefined || target === undefined
      ? []
      : [{ id: "requests", metric: requestsPerTask(target), target: on.requestsPerTask, silent: true }]),
  ];
}

const requestsPerTask = (target: NonNullable<Measured["target"]>): Metric => ({
  namespace: "AWS/ApplicationELB",
  metricName: "RequestCountPerTarget",
  dimensions: target,
  statistic: "Sum",
});
