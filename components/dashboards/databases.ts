import type * as pulumi from "@pulumi/pulumi";
import { levelsOf, linesOf } from "./graph";
import type { Graph, Level, Line, Section } from "./graph";

/** A database, as its dashboard needs it: an instance with its replicas, or a cluster of Aurora with its readers. */
export interface ShownDatabase {
  readonly name: string;
  /** Where it is measured, the one that is written to first. */
  readonly members: readonly Member[];
  /** A cluster's identifier, and its limits in capacity units; absent where it is not Aurora. */
  readonly cluster?: { readonly id: pulumi.Input<string>; readonly capacity: { readonly min: number; readonly max: number } };
  /** The CPU that raises an alarm, in percent. */
  readonly cpu: number;
  /** Connections that the one that is written to takes. */
  readonly maxConnections: number;
}

interface Member {
  readonly label: string;
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * CPU, memory, connections and how far replicas are behind. Source: RDS user guide, "Amazon CloudWatch metrics for Amazon RDS", and Aurora
 * user guide, "Amazon CloudWatch metrics for Amazon Aurora", read 2026-11-25.
 */
export const databasesDashboard = (databases: readonly ShownDatabase[]): readonly Section[] =>
  databases.map((database) => {
    const graph = (what: string, unit: string, metricName: string, stat: Line["stat"], levels: readonly Level[] = []): Graph => ({
      title: `${database.name}: ${what}`,
      unit,
      lines: linesOfMembers(database.members, metricName, stat),
      levels,
    });
    return {
      title: database.name,
      graphs: [
        graph("CPU", "%", "CPUUtilization", "Average", [{ label: "alarm above", value: database.cpu }]),
        graph("free memory", "bytes", "FreeableMemory", "Minimum"),
        graph("connections", "connections", "DatabaseConnections", "Maximum", [{ label: "most", value: database.maxConnections }]),
        ...capacity(database),
        ...lag(database),
      ],
    };
  });

const linesOfMembers = (members: readonly Member[], metricName: string, stat: Line["stat"]): readonly Line[] =>
  members.map(({ label, dimensions }) => linesOf("AWS/RDS", dimensions)(metricName, stat, label));

/** What a serverless cluster has taken, in Aurora capacity units. */
const capacity = ({ name, cluster }: ShownDatabase): readonly Graph[] =>
  cluster === undefined
    ? []
    : [
        {
          title: `${name}: capacity`,
          unit: "ACU",
          lines: [linesOf("AWS/RDS", { DBClusterIdentifier: cluster.id })("ServerlessDatabaseCapacity", "Average", "capacity")],
          levels: levelsOf([
            { label: "min", value: cluster.capacity.min },
            { label: "max", value: cluster.capacity.max },
          ]),
        },
      ];

/** A replica of an instance counts seconds; the readers of a cluster, milliseconds. */
function lag({ name, members, cluster }: ShownDatabase): readonly Graph[] {
  const [, ...replicas] = members;
  if (replicas.length === 0) return [];
  const title = `${name}: replica lag`;
  if (cluster === undefined) return [{ title, unit: "seconds", lines: linesOfMembers(replicas, "ReplicaLag", "Maximum") }];
  const line = linesOf("AWS/RDS", { DBClusterIdentifier: cluster.id });
  return [{ title, unit: "ms", lines: [line("AuroraReplicaLagMaximum", "Maximum", "furthest behind")] }];
}
