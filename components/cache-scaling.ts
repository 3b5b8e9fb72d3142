import * as pulumi from "@pulumi/pulumi";
import type { CacheConfig, Percent } from "../config";
import { Autoscaling } from "./autoscaling";
import type { Tracked } from "./autoscaling";
import type { Scope } from "./scope";

interface CacheScalingArgs {
  readonly cache: CacheConfig;
  readonly configPath: string;
  readonly replicationGroupId: pulumi.Input<string>;
  readonly scope: Scope;
}

/** Moves the number of shards, and of the replicas of each, where the stack's file gives limits in place of a count. */
export function scaleCache(name: string, args: CacheScalingArgs, options: pulumi.ComponentResourceOptions): void {
  const { shards, replicas } = args.cache;
  const scale = (of: "shards" | "replicas", bounds: Bounds, tracks: readonly Target[]): void => {
    new Autoscaling(
      `${name}-${of}`,
      {
        configPath: `${args.configPath}.${of}`,
        dimension: {
          serviceNamespace: "elasticache",
          scalableDimension: DIMENSIONS[of],
          resourceId: pulumi.interpolate`replication-group/${args.replicationGroupId}`,
        },
        bounds,
        tracks: tracks.map(({ id, metric, percent }) => ({ id, track: keep(metric, percent) })),
        cooldowns: bounds,
        schedule: bounds.schedule,
        scope: args.scope,
        component: name,
      },
      options,
    );
  };
  if (typeof shards === "object") {
    scale("shards", shards, [
      ...(shards.cpu === undefined ? [] : [{ id: "cpu", metric: "ElastiCachePrimaryEngineCPUUtilization", percent: shards.cpu }]),
      ...(shards.memory === undefined
        ? []
        : [{ id: "memory", metric: "ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage", percent: shards.memory }]),
    ]);
  }
  if (typeof replicas === "object") {
    scale("replicas", replicas, [{ id: "cpu", metric: "ElastiCacheReplicaEngineCPUUtilization", percent: replicas.cpu }]);
  }
}

type Bounds = Extract<CacheConfig["shards"] | CacheConfig["replicas"], object>;

interface Target {
  readonly id: string;
  readonly metric: string;
  readonly percent: Percent;
}

const DIMENSIONS = { shards: "elasticache:replication-group:NodeGroups", replicas: "elasticache:replication-group:Replicas" } as const;

const keep = (predefinedMetricType: string, targetValue: Percent): Tracked => ({
  targetValue,
  predefinedMetricSpecification: { predefinedMetricType },
});
