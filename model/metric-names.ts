import type { Signal } from "./scaling-model";

/** What a metric says, and whether it is counted for one unit of capacity, for all together, or as a ratio. */
export interface MetricMeaning {
  readonly signal: Signal;
  /** Undefined where that cannot be told. */
  readonly per: "unit" | "total" | "ratio" | undefined;
  /** Seconds between its points, where AWS does not publish it each minute. */
  readonly period?: number;
}

/** Application Auto Scaling API reference, `PredefinedMetricSpecification`; ECS high-resolution metrics: 2026-06. Read 2026-11. */
const predefined: Readonly<Record<string, MetricMeaning>> = {
  ECSServiceAverageCPUUtilization: { signal: "cpu", per: "ratio" },
  ECSServiceAverageMemoryUtilization: { signal: "memory", per: "ratio" },
  ECSServiceAverageCPUUtilizationHighResolution: { signal: "cpu", per: "ratio", period: 20 },
  ECSServiceAverageMemoryUtilizationHighResolution: { signal: "memory", per: "ratio", period: 20 },
  ALBRequestCountPerTarget: { signal: "requests", per: "unit" },
  LambdaProvisionedConcurrencyUtilization: { signal: "concurrency utilization", per: "ratio" },
  RDSReaderAverageCPUUtilization: { signal: "cpu", per: "ratio" },
  RDSReaderAverageDatabaseConnections: { signal: "connections", per: "unit" },
  ElastiCachePrimaryEngineCPUUtilization: { signal: "cpu", per: "ratio" },
  ElastiCacheReplicaEngineCPUUtilization: { signal: "cpu", per: "ratio" },
  ElastiCacheEngineCPUUtilization: { signal: "cpu", per: "ratio" },
  ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage: { signal: "memory", per: "ratio" },
  ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage: { signal: "memory", per: "ratio" },
  DynamoDBReadCapacityUtilization: { signal: "capacity utilization", per: "ratio" },
  DynamoDBWriteCapacityUtilization: { signal: "capacity utilization", per: "ratio" },
  CassandraReadCapacityUtilization: { signal: "capacity utilization", per: "ratio" },
  CassandraWriteCapacityUtilization: { signal: "capacity utilization", per: "ratio" },
};

/** CloudWatch metrics as `<namespace> <name>`; from the services' own pages of metrics. Read 2026-11. */
const published: Readonly<Record<string, MetricMeaning>> = {
  "AWS/ECS CPUUtilization": { signal: "cpu", per: "ratio" },
  "AWS/ECS MemoryUtilization": { signal: "memory", per: "ratio" },
  "AWS/SQS ApproximateNumberOfMessagesVisible": { signal: "queue depth", per: "total" },
  "AWS/SQS ApproximateNumberOfMessagesNotVisible": { signal: "queue depth", per: "total" },
  "AWS/SQS ApproximateNumberOfMessagesDelayed": { signal: "queue depth", per: "total" },
  "AWS/AmazonMQ MessageCount": { signal: "queue depth", per: "total" },
  "AWS/AmazonMQ MessageReadyCount": { signal: "queue depth", per: "total" },
  "AWS/AmazonMQ QueueSize": { signal: "queue depth", per: "total" },
  "AWS/ApplicationELB RequestCountPerTarget": { signal: "requests", per: "unit" },
  "AWS/ApplicationELB RequestCount": { signal: "requests", per: "total" },
  "AWS/Lambda ProvisionedConcurrencyUtilization": { signal: "concurrency utilization", per: "ratio" },
  "AWS/RDS CPUUtilization": { signal: "cpu", per: "ratio" },
  "AWS/RDS DatabaseConnections": { signal: "connections", per: "unit" },
  "AWS/ElastiCache EngineCPUUtilization": { signal: "cpu", per: "ratio" },
  "AWS/ElastiCache CPUUtilization": { signal: "cpu", per: "ratio" },
};

/** Counts running tasks; Container Insights publishes it. */
const runningTasks = "ECS/ContainerInsights RunningTaskCount";

/** What AWS does not name, or nobody has classified here. */
export const custom: MetricMeaning = { signal: "custom", per: undefined };

export const predefinedMeaning = (name: string): MetricMeaning => meaningIn(predefined, name);
export const publishedMeaning = (label: string): MetricMeaning => meaningIn(published, label);
export const countsRunningTasks = (label: string): boolean => label === runningTasks;

function meaningIn(table: Readonly<Record<string, MetricMeaning>>, name: string): MetricMeaning {
  return (Object.hasOwn(table, name) ? table[name] : undefined) ?? custom;
}
