import type * as pulumi from "@pulumi/pulumi";
import { linesOf } from "./graph";
import type { Graph, Line, Section } from "./graph";

/** A cache, as its dashboard needs it. */
export interface ShownCache {
  readonly name: string;
  /** Its nodes that are always there. */
  readonly nodes: readonly { readonly label: string; readonly id: pulumi.Input<string> }[];
}

/**
 * CPU, memory, evictions and hits, of each node. Source: ElastiCache user guide, "Metrics for Valkey and Redis OSS", read 2026-11-25.
 */
export const cachesDashboard = (caches: readonly ShownCache[]): readonly Section[] =>
  caches.map((cache) => ({
    title: cache.name,
    graphs: [
      graph(cache, "CPU of the engine", "%", "EngineCPUUtilization", "Average"),
      graph(cache, "memory", "%", "DatabaseMemoryUsagePercentage", "Average"),
      graph(cache, "evictions", "keys", "Evictions", "Sum"),
      graph(cache, "hit rate", "%", "CacheHitRate", "Average"),
    ],
  }));

const graph = (cache: ShownCache, what: string, unit: string, metricName: string, stat: Line["stat"]): Graph => ({
  title: `${cache.name}: ${what}`,
  unit,
  lines: cache.nodes.map(({ id, label }) => linesOf("AWS/ElastiCache", { CacheClusterId: id })(metricName, stat, label)),
});
