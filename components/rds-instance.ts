import * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";
import { databaseEngines, maxConnectionsOf, names, parameterFamilyOf } from "../config";
import type { InstanceConfig } from "../config";
import type { Endpoint } from "./connection";
import { createAccess, createBehind } from "./database-access";
import { databaseEndpoint, hostOf } from "./database-endpoint";
import { createDatabaseLogs } from "./database-logs";
import { MASTER, rotatePassword } from "./database-password";
import { instanceAlarms } from "./instance-alarms";
import { insightsOf, ofEvery, ofWriter } from "./instance-properties";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import { Password } from "./password";
import { RdsProxy } from "./rds-proxy";
import { ReadReplica } from "./read-replica";
import type { Scope } from "./scope";

interface RdsInstanceArgs {
  readonly database: InstanceConfig;
  readonly network: Network;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * A PostgreSQL or MySQL instance of RDS, its read replicas, and a proxy where one is asked for.
 *
 * Its storage grows by itself between `storage.size` and `storage.max` and never shrinks again. Its class does not change by itself:
 * alarms ask for a person who writes a larger one, and say where the runbook is. It is encrypted with AWS's key for RDS rather than with
 * one of the stack, whose deletion would make the last snapshot unreadable. RDS makes the password and keeps it in Secrets Manager; where
 * there are replicas, for which RDS does not offer that, the stack does so.
 */
export class RdsInstance extends Part {
  /** How services and functions reach it: through its proxy where it has one. */
  readonly endpoint: Endpoint;
  /** Connections that it takes: by the engine's formula for the class, rounded down to be on the safe side. */
  readonly maxConnections: number;

  constructor(name: string, args: RdsInstanceArgs, options: pulumi.ComponentResourceOptions) {
    const configPath = `headroom:databases.${name}`;
    super("RdsInstance", name, configPath, options);
    const child = { parent: this };
    const { database, network, notifications, scope } = args;
    const { engine, proxy } = database;
    const identifier = names.database(scope.where, name);

    const access = createAccess(name, { network, scope }, child);
    const behind = proxy === undefined ? undefined : createBehind(name, { network, scope }, child);
    const parameters = this.parameters(name, args);
    const own = database.replicas.length === 0 ? undefined : this.ownPassword(name, scope);
    const instance = new rds.Instance(
      name,
      {
        identifier,
        instanceClass: database.instance.name,
        ...ofEvery(database, scope),
        ...ofWriter(database, identifier, scope),
        ...insightsOf(engine, database.instance),
        username: MASTER,
        ...(own === undefined ? { manageMasterUserPassword: true } : { password: own.value }),
        parameterGroupName: parameters.name,
        dbSubnetGroupName: access.subnetGroupName,
        vpcSecurityGroupIds: [behind?.id ?? access.securityGroupId],
        tags: scope.tags(name),
      },
      {
        ...child,
        // Storage grows by itself: a deployment must not ask for less.
        ignoreChanges: ["allocatedStorage"],
        dependsOn: [...createDatabaseLogs(name, { kind: "instance", identifier, logs: databaseEngines[engine].logs, scope }, child)],
      },
    );
    const secretArn = own?.arn ?? instance.masterUserSecrets.apply((secrets) => secrets[0]?.secretArn ?? "");
    if (own === undefined) rotatePassword(name, { database, secretArn }, child);
    instanceAlarms(
      name,
      { database, instance: database.instance, identifier: instance.identifier, classPath: `${configPath}.instance` },
      { notifications, scope, component: name },
      child,
    );
    const replicas = database.replicas.map((replica, i) => {
      const where = {
        configPath,
        classPath: `${configPath}.replicas[${i}].instance`,
        identifier: names.databaseMember(scope.where, name, replica.name),
      };
      const from = { database, replica, source: instance, parameterGroupName: parameters.name, securityGroupId: access.securityGroupId };
      return [replica.name, new ReadReplica(`${name}-${replica.name}`, { ...where, ...from, notifications, scope }, child)] as const;
    });
    const before =
      proxy === undefined || behind === undefined
        ? undefined
        : new RdsProxy(
            `${name}-proxy`,
            {
              ...{ configPath, proxy, engine, identifier, secretArn, behind, network, scope },
              target: { dbInstanceIdentifier: instance.identifier },
              securityGroupId: access.securityGroupId,
            },
            child,
          );

    this.maxConnections = maxConnectionsOf(database);
    this.endpoint = databaseEndpoint(name, {
      database,
      host: before?.host ?? instance.address,
      readers: Object.fromEntries(replicas.map(([replica, { host }]) => [hostOf(replica), host])),
      securityGroupId: access.securityGroupId,
      secretArn,
    });
    this.registerOutputs({ host: before?.host ?? instance.address });
  }

  /** RDS manages no password of an instance with replicas: user guide, "Limitations for Secrets Manager integration", read 2026-11-25. */
  private ownPassword(name: string, scope: Scope): Password {
    const configPath = `headroom:databases.${name}`;
    return new Password(
      `${name}-password`,
      { configPath, description: `User and password of the database ${name}`, username: MASTER, scope },
      { parent: this },
    );
  }

  private parameters(name: string, { database: { engine, version }, scope }: RdsInstanceArgs): rds.ParameterGroup {
    return new rds.ParameterGroup(
      `${name}-parameters`,
      {
        family: parameterFamilyOf(engine, version),
        parameters: databaseEngines[engine].parameters.map((parameter) => ({ ...parameter, applyMethod: "pending-reboot" })),
        tags: scope.tags(name),
      },
      { parent: this },
    );
  }
}
