import type * as pulumi from "@pulumi/pulumi";
import { connectionsOfInstance, databaseEngines } from "../config";
import type { InstanceClass, InstanceConfig } from "../config";
import type { AlarmContext } from "./alarm";
import { databaseAlarms, watch } from "./database-alarms";

interface InstanceAlarmsArgs {
  readonly database: InstanceConfig;
  /** The class of the instance that is watched: of the first one, or of a replica. */
  readonly instance: InstanceClass;
  readonly identifier: pulumi.Input<string>;
  /** Where the class is written: `headroom:databases.main.instance`. */
  readonly classPath: string;
}

/** An RDS instance does not grow by itself, but for its storage: what it lacks, a person has to give it. */
export function instanceAlarms(name: string, args: InstanceAlarmsArgs, context: AlarmContext, options: pulumi.CustomResourceOptions): void {
  const { database, instance, classPath } = args;
  const { alarms, runbook, storage } = database;
  const dimensions = { DBInstanceIdentifier: args.identifier };
  const larger = `write a larger class than ${instance.name} at ${classPath}, which restarts it`;

  databaseAlarms(
    name,
    {
      dimensions,
      alarms,
      maxConnections: connectionsOfInstance(databaseEngines[database.engine].proxy, instance),
      next: larger,
      runbook,
    },
    context,
    options,
  );
  watch(
    name,
    {
      id: "memory",
      says: `${name} has had less than ${alarms.freeMemory} % of its ${instance.memory} GiB of memory left for 15 minutes. Next: look for too many connections; if they are as they should be, ${larger}.`,
      metricName: "FreeableMemory",
      threshold: Math.floor((instance.memory * GIB * alarms.freeMemory) / 100),
      comparisonOperator: "LessThanThreshold",
      evaluationPeriods: 15,
    },
    { dimensions, runbook },
    context,
    options,
  );
  watch(
    name,
    {
      id: "storage",
      says: `${name} has less storage left than ${alarms.freeStorage} % of ${storage.size} GiB: it has grown to ${storage.max} GiB, or fills faster than it may grow. Next: write a larger storage.max; it never shrinks again.`,
      metricName: "FreeStorageSpace",
      threshold: Math.floor((storage.size * GIB * alarms.freeStorage) / 100),
      comparisonOperator: "LessThanThreshold",
      evaluationPeriods: 5,
    },
    { dimensions, runbook },
    context,
    options,
  );
}

const GIB = 1024 ** 3;
