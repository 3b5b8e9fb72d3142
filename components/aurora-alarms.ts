import type * as pulumi from "@pulumi/pulumi";
import { maxConnectionsOf } from "../config";
import type { AuroraConfig } from "../config";
import type { AlarmContext } from "./alarm";
import { databaseAlarms, replicaLagAlarm, watch } from "./database-alarms";

interface AuroraAlarmsArgs {
  readonly database: AuroraConfig;
  readonly identifier: pulumi.Input<string>;
  readonly configPath: string;
}

/** Aurora grows by itself up to its maximum; a higher one is a person's to write. */
export function auroraAlarms(
  name: string,
  { database, identifier, configPath }: AuroraAlarmsArgs,
  context: AlarmContext,
  options: pulumi.CustomResourceOptions,
): void {
  const { alarms, runbook, capacity, readers } = database;
  const cluster = { DBClusterIdentifier: identifier };
  const higher = `write a higher ${configPath}.capacity.max than ${capacity.max}; connections follow it at the next reboot only`;

  databaseAlarms(
    name,
    {
      dimensions: { ...cluster, Role: "WRITER" },
      alarms,
      maxConnections: maxConnectionsOf(database),
      next: higher,
      runbook,
    },
    context,
    options,
  );
  watch(
    name,
    {
      id: "capacity",
      says: `${name} has used more than ${alarms.capacity} % of its maximum of ${capacity.max} ACU for 15 minutes. Next: find the statements that load it; if they are as they should be, ${higher}.`,
      metricName: "ACUUtilization",
      threshold: alarms.capacity,
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 15,
    },
    { dimensions: cluster, runbook },
    context,
    options,
  );
  if (readers !== undefined) {
    replicaLagAlarm(name, { dimensions: cluster, lag: alarms.replicaLag, metric: "AuroraReplicaLagMaximum", runbook }, context, options);
  }
}
