import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { CacheShape } from "../config";
import { createAlarm } from "./alarm";
import type { AlarmArgs } from "./alarm";
import type { Notifications } from "./notifications";
import type { Scope } from "./scope";

interface CacheAlarmsArgs {
  readonly shape: CacheShape;
  readonly replicationGroupId: pulumi.Output<string>;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * ElastiCache measures each node by itself (user guide, "Metrics for Valkey and Redis OSS", read 2026-11-25), so every node of the fewest
 * that there may be has alarms of its own. Nodes that autoscaling adds have none: they share the load of those. Which shards it takes
 * away is not documented; where it takes the first ones, their alarms fall silent.
 */
export function watchCache(name: string, args: CacheAlarmsArgs, options: pulumi.CustomResourceOptions): void {
  const { shape, notifications, scope } = args;
  for (const { shard, node } of nodesOf(shape)) {
    const suffix = names.cacheNode(name, shard, node);
    for (const alarm of ALARMS.filter(({ needsReplica }) => !needsReplica || shape.replicas > 0)) {
      createAlarm(
        `${suffix}-${alarm.id}`,
        {
          namespace: "AWS/ElastiCache",
          metricName: alarm.metricName,
          dimensions: { CacheClusterId: args.replicationGroupId.apply((id) => names.cacheNode(id, shard, node)) },
          comparisonOperator: "GreaterThanThreshold",
          statistic: alarm.statistic,
          threshold: alarm.threshold,
          evaluationPeriods: alarm.minutes,
          alarmDescription: `Node ${suffix} of the cache ${name} ${alarm.says}.`,
        },
        { notifications, scope, component: name },
        options,
      );
    }
  }
}

/** The nodes of a cache that are always there. */
export const nodesOf = ({ clusterMode, shards, replicas }: CacheShape) =>
  Array.from({ length: shards }, (_, shard) => shard + 1).flatMap((shard) =>
    Array.from({ length: 1 + replicas }, (_, node) => ({ shard: clusterMode ? shard : undefined, node: node + 1 })),
  );

interface NodeAlarm extends Pick<AlarmArgs, "metricName" | "statistic" | "threshold"> {
  readonly id: string;
  /** For so long in a row. */
  readonly minutes: number;
  readonly says: string;
  readonly needsReplica?: true;
}

const ALARMS: readonly NodeAlarm[] = [
  {
    id: "cpu",
    metricName: "EngineCPUUtilization",
    statistic: "Average",
    threshold: 90,
    minutes: 5,
    says: "has used more than 90 % of its engine's CPU for 5 minutes: add shards, or replicas where it is reads",
  },
  {
    id: "memory",
    metricName: "DatabaseMemoryUsageCountedForEvictPercentage",
    statistic: "Maximum",
    threshold: 80,
    minutes: 5,
    says: "has used more than 80 % of its memory for 5 minutes: it will soon evict keys, or refuse to write",
  },
  {
    id: "evictions",
    metricName: "Evictions",
    statistic: "Sum",
    threshold: 0,
    minutes: 5,
    says: "has evicted keys in each of 5 minutes to make room for others",
  },
  {
    id: "lag",
    metricName: "ReplicationLag",
    statistic: "Maximum",
    threshold: 5,
    minutes: 5,
    needsReplica: true,
    says: "has been more than 5 s behind its primary for 5 minutes: a failover would lose as much",
  },
];
