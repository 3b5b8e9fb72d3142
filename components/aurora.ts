import * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";
import { databaseEngines, engineVersionOf, maxConnectionsOf, names, parameterFamilyOf } from "../config";
import type { AuroraConfig } from "../config";
import { auroraAlarms } from "./aurora-alarms";
import { serverlessInstance } from "./aurora-instance";
import { AuroraReaders } from "./aurora-readers";
import type { Endpoint } from "./connection";
import { createAccess, createBehind } from "./database-access";
import { databaseEndpoint } from "./database-endpoint";
import { createDatabaseLogs } from "./database-logs";
import { MASTER, rotatePassword } from "./database-password";
import { atOnce, protectionOf } from "./instance-properties";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import { RdsProxy } from "./rds-proxy";
import type { Scope } from "./scope";

interface AuroraArgs {
  readonly database: AuroraConfig;
  readonly network: Network;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * A cluster of Aurora Serverless v2 for PostgreSQL or MySQL: a writer, and readers whose number follows their CPU.
 *
 * Each instance moves between `capacity.min` and `capacity.max` by itself. How many connections it takes does not move with it:
 * `max_connections` follows from `capacity.max` and is read when an instance starts, so a higher maximum before an event needs a reboot
 * to be of use to connections, and with a minimum of 0 or 0.5 ACU PostgreSQL takes 2,000 at most. `maxConnections` among the stack's
 * outputs is that number.
 *
 * With `autoPause` and a minimum of 0 the cluster sleeps when nobody is connected, and takes about 15 seconds to wake, 30 after more than
 * a day. It is encrypted with AWS's key for RDS, and RDS makes the password and keeps it in Secrets Manager.
 */
export class Aurora extends Part {
  /** How services and functions reach it: through its proxy where it has one. */
  readonly endpoint: Endpoint;
  /** Connections that the writer takes, and each reader. */
  readonly maxConnections: number;

  constructor(name: string, args: AuroraArgs, options: pulumi.ComponentResourceOptions) {
    const configPath = `headroom:databases.${name}`;
    super("Aurora", name, configPath, options);
    const child = { parent: this };
    const { database, network, notifications, scope } = args;
    const { engine, proxy, readers } = database;
    const identifier = names.database(scope.where, name);

    const access = createAccess(name, { network, scope }, child);
    const behind = proxy === undefined ? undefined : createBehind(name, { network, scope }, child);
    const cluster = this.cluster(name, args, identifier, access.subnetGroupName, behind?.id ?? access.securityGroupId);
    const writer = new rds.ClusterInstance(
      `${name}-writer`,
      {
        ...serverlessInstance(cluster, database, scope, name),
        identifier: names.databaseMember(scope.where, name, "writer"),
        promotionTier: 0,
      },
      child,
    );
    if (readers !== undefined) {
      new AuroraReaders(`${name}-readers`, { configPath, database, readers, cluster, component: name, writer, scope }, child);
    }
    const secretArn = cluster.masterUserSecrets.apply((secrets) => secrets[0]?.secretArn ?? "");
    rotatePassword(name, { database, secretArn }, child);
    auroraAlarms(name, { database, identifier: cluster.clusterIdentifier, configPath }, { notifications, scope, component: name }, child);
    const before =
      proxy === undefined || behind === undefined
        ? undefined
        : new RdsProxy(
            `${name}-proxy`,
            {
              ...{ configPath, proxy, engine, identifier, secretArn, behind, network, scope },
              target: { dbClusterIdentifier: cluster.clusterIdentifier },
              securityGroupId: access.securityGroupId,
            },
            { ...child, dependsOn: [writer] },
          );

    this.maxConnections = maxConnectionsOf(database);
    this.endpoint = databaseEndpoint(name, {
      database,
      host: before?.host ?? cluster.endpoint,
      // A reader's address is the cluster's own, and where there is a proxy, the cluster lets nobody else in.
      readers: readers === undefined || proxy !== undefined ? {} : { READER_HOST: cluster.readerEndpoint },
      securityGroupId: access.securityGroupId,
      secretArn,
    });
    this.registerOutputs({ host: before?.host ?? cluster.endpoint });
  }

  private cluster(
    name: string,
    { database, scope }: AuroraArgs,
    identifier: string,
    dbSubnetGroupName: pulumi.Input<string>,
    securityGroupId: pulumi.Input<string>,
  ): rds.Cluster {
    const child = { parent: this };
    const { engine, version, capacity, autoPause } = database;
    const tags = scope.tags(name);
    const { logs, parameters } = databaseEngines[engine];

    const group = new rds.ClusterParameterGroup(
      `${name}-parameters`,
      {
        family: parameterFamilyOf(engine, version),
        parameters: parameters.map((parameter) => ({ ...parameter, applyMethod: "pending-reboot" })),
        tags,
      },
      child,
    );
    return new rds.Cluster(
      name,
      {
        clusterIdentifier: identifier,
        engine,
        engineVersion: engineVersionOf(engine, version),
        databaseName: database.database,
        serverlessv2ScalingConfiguration: {
          minCapacity: capacity.min,
          maxCapacity: capacity.max,
          ...(autoPause === undefined ? {} : { secondsUntilAutoPause: autoPause }),
        },
        masterUsername: MASTER,
        manageMasterUserPassword: true,
        storageEncrypted: true,
        dbClusterParameterGroupName: group.name,
        dbSubnetGroupName,
        vpcSecurityGroupIds: [securityGroupId],
        enabledCloudwatchLogsExports: [...logs],
        applyImmediately: atOnce(database, scope),
        ...protectionOf(database, identifier, scope),
        tags,
      },
      { ...child, dependsOn: [...createDatabaseLogs(name, { kind: "cluster", identifier, logs, scope }, child)] },
    );
  }
}
