import type * as pulumi from "@pulumi/pulumi";
import type { Percent, Seconds } from "../config";
import { createAlarm } from "./alarm";
import type { AlarmArgs, AlarmContext } from "./alarm";

/** What every database is watched for. */
interface DatabaseAlarmsArgs {
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
  readonly alarms: { readonly cpu: Percent; readonly connections: Percent };
  /** Connections that it takes at most. */
  readonly maxConnections: number;
  /** What a person has to do: nothing makes an instance larger by itself. */
  readonly next: string;
  readonly runbook: string | undefined;
}

type Watched = Pick<AlarmArgs, "metricName" | "threshold" | "evaluationPeriods" | "comparisonOperator"> & {
  readonly id: string;
  readonly says: string;
};

/** An alarm about RDS that says what to do next, and where that is described. */
export function watch(
  name: string,
  { id, says, ...what }: Watched,
  { dimensions, runbook }: Pick<DatabaseAlarmsArgs, "dimensions" | "runbook">,
  context: AlarmContext,
  options: pulumi.CustomResourceOptions,
): void {
  createAlarm(
    `${name}-${id}`,
    {
      namespace: "AWS/RDS",
      dimensions,
      statistic: "Average",
      alarmDescription: runbook === undefined ? says : `${says} Runbook: ${runbook}`,
      ...what,
    },
    context,
    options,
  );
}

/** CPU and connections, by what the database can really have. */
export function databaseAlarms(name: string, args: DatabaseAlarmsArgs, context: AlarmContext, options: pulumi.CustomResourceOptions): void {
  const { alarms, maxConnections, next } = args;
  const threshold = Math.floor((maxConnections * alarms.connections) / 100);
  watch(
    name,
    {
      id: "cpu",
      says: `${name} has used more than ${alarms.cpu} % of its CPU for 15 minutes. Next: find the statements that load it; if they are as they should be, ${next}.`,
      metricName: "CPUUtilization",
      threshold: alarms.cpu,
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 15,
    },
    args,
    context,
    options,
  );
  watch(
    name,
    {
      id: "connections",
      says: `${name} holds more than ${threshold} connections, ${alarms.connections} % of about ${maxConnections}. Next: look for clients whose pools are too large; if they are as they should be, ${next}.`,
      metricName: "DatabaseConnections",
      threshold,
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 5,
    },
    args,
    context,
    options,
  );
}

/** A replica that is behind by more than it may; the metric of RDS is in seconds, that of Aurora in milliseconds. */
export function replicaLagAlarm(
  name: string,
  args: Pick<DatabaseAlarmsArgs, "dimensions" | "runbook"> & {
    readonly lag: Seconds;
    readonly metric: "ReplicaLag" | "AuroraReplicaLagMaximum";
  },
  context: AlarmContext,
  options: pulumi.CustomResourceOptions,
): void {
  watch(
    name,
    {
      id: "lag",
      says: `${name} is more than ${args.lag} s behind. Next: look for long transactions, and for a replica that is smaller than its writer.`,
      metricName: args.metric,
      threshold: args.metric === "ReplicaLag" ? args.lag : args.lag * 1000,
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 5,
    },
    args,
    context,
    options,
  );
}
