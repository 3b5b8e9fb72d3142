import * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";
import { databaseEngines } from "../config";
import type { InstanceConfig } from "../config";
import { replicaLagAlarm } from "./database-alarms";
import { createDatabaseLogs } from "./database-logs";
import { instanceAlarms } from "./instance-alarms";
import { insightsOf, ofEvery } from "./instance-properties";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Scope } from "./scope";

interface ReadReplicaArgs {
  readonly configPath: string;
  /** Where the replica's class is written. */
  readonly classPath: string;
  readonly database: InstanceConfig;
  readonly replica: InstanceConfig["replicas"][number];
  readonly identifier: string;
  readonly source: rds.Instance;
  readonly parameterGroupName: pulumi.Input<string>;
  readonly securityGroupId: pulumi.Input<string>;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** A read replica of an RDS instance: a class of its own, the storage of its source, and an alarm when it falls behind. */
export class ReadReplica extends Part {
  readonly host: pulumi.Output<string>;

  constructor(name: string, args: ReadReplicaArgs, options: pulumi.ComponentResourceOptions) {
    super("ReadReplica", name, args.configPath, options);
    const child = { parent: this };
    const { database, replica, identifier, source, scope } = args;
    const { logs } = databaseEngines[database.engine];

    const instance = new rds.Instance(
      name,
      {
        identifier,
        replicateSourceDb: source.identifier,
        instanceClass: replica.instance.name,
        // As much storage as its source has by then, which may have grown beyond what the stack's file says.
        ...ofEvery(database, scope),
        ...insightsOf(database.engine, replica.instance),
        parameterGroupName: args.parameterGroupName,
        vpcSecurityGroupIds: [args.securityGroupId],
        skipFinalSnapshot: true,
        tags: scope.tags(name),
      },
      { ...child, dependsOn: [...createDatabaseLogs(name, { kind: "instance", identifier, logs, scope }, child)] },
    );
    const context = { notifications: args.notifications, scope, component: name };
    const { runbook } = database;
    instanceAlarms(
      name,
      { database, instance: replica.instance, identifier: instance.identifier, classPath: args.classPath },
      context,
      child,
    );
    replicaLagAlarm(
      name,
      { dimensions: { DBInstanceIdentifier: instance.identifier }, lag: database.alarms.replicaLag, metric: "ReplicaLag", runbook },
      context,
      child,
    );

    this.host = instance.address;
    this.registerOutputs({ host: this.host });
  }
}
