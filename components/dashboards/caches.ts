import type * as pulumi from "@pulumi/pulumi";
import { levelsOf, linesOf } from "./graph";
import type { Graph, Level, Line, Section } from "./graph";

/** A cache, as its dashboard needs it. */
export interface ShownCache {
  readonly name: string;
  /** Its nodes that are always there. */
  readonly nodes: readonly { readonly label: string; readonly id: pulumi.Input<string> }[];
  /** What autoscaling keeps, in percent; absent where it keeps nothing of the kind. */
  readonly targets: {
    readonly primaryCpu?: number | undefined;
    readonly memory?: number | undefined;
    readonly replicaCpu?: number | undefined;
  };
}

/**
 * CPU, memory, evictions and hits, of each node. Source: ElastiCache user guide, "Metrics for Valkey and Redis OSS", read 2026-11-25.
 */
export const cachesDashboard = (caches: readonly ShownCache[]): readonly Section[] =>
  caches.map((cache) => {
    const { primaryCpu, replicaCpu, memory } = cache.targets;
    const graph = (what: string, unit: string, metricName: string, stat: Line["stat"], levels: readonly Level[] = []): Graph => ({
      title: `${cache.name}: ${what}`,
      unit,
      lines: cache.nodes.map(({ id, label }) => linesOf("AWS/ElastiCache", { CacheClusterId: id })(metricName, stat, label)),
      levels,
    });
    return {
      title: cache.name,
      graphs: [
        graph(
          "CPU of the engine",
          "%",
          "EngineCPUUtilization",
          "Average",
          levelsOf([
            { label: "target of primary nodes", value: primaryCpu },
            { label: "target of replicas", value: replicaCpu },
          ]),
        ),
        graph("memory", "%", "DatabaseMemoryUsagePercentage", "Average", levelsOf([{ label: "target", value: memory }])),
        graph("evictions", "keys", "Evictions", "Sum"),
        graph("hit rate", "%", "CacheHitRate", "Average"),
      ],
    };
  });
