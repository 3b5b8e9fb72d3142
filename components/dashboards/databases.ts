import type * as pulumi from "@pulumi/pulumi";
import { linesOf } from "./graph";
import type { Graph, Line, Section } from "./graph";

/** A database, as its dashboard needs it: an instance with its replicas, or a cluster of Aurora. */
export interface ShownDatabase {
  readonly name: string;
  /** Identifiers of its instances, the one that is written to first. */
  readonly instances: readonly pulumi.Input<string>[];
  /** The identifier of its cluster; absent where it is not Aurora. */
  readonly clusterId?: pulumi.Input<string> | undefined;
}

/**
 * CPU, memory, connections and how far replicas are behind. Source: RDS user guide, "Amazon CloudWatch metrics for Amazon RDS", and Aurora
 * user guide, "Amazon CloudWatch metrics for Amazon Aurora", read 2026-11-25.
 */
export const databasesDashboard = (databases: readonly ShownDatabase[]): readonly Section[] =>
  databases.map((database) => ({
    title: database.name,
    graphs: [
      graph(database, "CPU", "%", "CPUUtilization", "Average"),
      graph(database, "free memory", "bytes", "FreeableMemory", "Minimum"),
      graph(database, "connections", "connections", "DatabaseConnections", "Maximum"),
      ...capacity(database),
      ...lag(database),
    ],
  }));

const graph = (database: ShownDatabase, what: string, unit: string, metricName: string, stat: Line["stat"]): Graph => ({
  title: `${database.name}: ${what}`,
  unit,
  lines: database.instances.map((id, i) => ofInstance(id)(metricName, stat, label(i))),
});

const ofInstance = (id: pulumi.Input<string>) => linesOf("AWS/RDS", { DBInstanceIdentifier: id });

const label = (i: number): string => (i === 0 ? "writer" : `replica ${i}`);

/** What a serverless cluster has taken, in Aurora capacity units. */
const capacity = ({ name, clusterId }: ShownDatabase): readonly Graph[] =>
  clusterId === undefined
    ? []
    : [
        {
          title: `${name}: capacity`,
          unit: "ACU",
          lines: [linesOf("AWS/RDS", { DBClusterIdentifier: clusterId })("ServerlessDatabaseCapacity", "Average", "capacity")],
        },
      ];

/** A replica of an instance counts seconds; the readers of a cluster, milliseconds. */
function lag({ name, instances, clusterId }: ShownDatabase): readonly Graph[] {
  const [, ...replicas] = instances;
  if (clusterId !== undefined) {
    const line = linesOf("AWS/RDS", { DBClusterIdentifier: clusterId });
    return [{ title: `${name}: replica lag`, unit: "ms", lines: [line("AuroraReplicaLagMaximum", "Maximum", "furthest behind")] }];
  }
  if (replicas.length === 0) return [];
  return [
    {
      title: `${name}: replica lag`,
      unit: "seconds",
      lines: replicas.map((id, i) => ofInstance(id)("ReplicaLag", "Maximum", label(i + 1))),
    },
  ];
}
