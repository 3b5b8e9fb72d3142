import type * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";
import { databaseEngines } from "../config";
import type { EngineName, ProxyConfig } from "../config";
import { openWay } from "./connection";
import type { Network } from "./network";
import { Part } from "./part";
import type { Scope } from "./scope";
import { allow, assumedBy, policyDocument } from "./statements";

interface RdsProxyArgs {
  readonly configPath: string;
  readonly proxy: ProxyConfig;
  readonly engine: EngineName;
  /** The proxy's name, which is the identifier of its database. */
  readonly identifier: string;
  readonly secretArn: pulumi.Input<string>;
  /** What the proxy stands before. */
  readonly target: { readonly dbInstanceIdentifier: pulumi.Input<string> } | { readonly dbClusterIdentifier: pulumi.Input<string> };
  /** Whom clients are let in to: the proxy. */
  readonly securityGroupId: pulumi.Input<string>;
  /** The database's own group, into which only the proxy is let. */
  readonly behind: ec2.SecurityGroup;
  readonly network: Network;
  readonly scope: Scope;
}

/**
 * An RDS Proxy: many clients share few connections, and outlive a failover. It speaks TLS only, and reads the password of the database
 * from the one secret that holds it.
 */
export class RdsProxy extends Part {
  readonly host: pulumi.Output<string>;

  constructor(name: string, args: RdsProxyArgs, options: pulumi.ComponentResourceOptions) {
    super("RdsProxy", name, args.configPath, options);
    const child = { parent: this };
    const { proxy, scope, secretArn, securityGroupId } = args;
    const tags = scope.tags(name);
    const { port, proxy: engineFamily } = databaseEngines[args.engine];

    const role = new iam.Role(`${name}-role`, { assumeRolePolicy: assumedBy("rds.amazonaws.com", scope.account), tags }, child);
    const policy = new iam.RolePolicy(
      `${name}-secret`,
      { role: role.name, policy: policyDocument([allow(["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], secretArn)]) },
      child,
    );
    const endpoint = { name: `${name}-database`, securityGroupId: args.behind.id, ports: [port], variables: {}, secrets: {}, grants: [] };
    openWay(name, { securityGroupId, endpoint, scope }, child);

    const created = new rds.Proxy(
      name,
      {
        name: args.identifier,
        engineFamily,
        auths: [{ authScheme: "SECRETS", iamAuth: "DISABLED", secretArn }],
        requireTls: true,
        idleClientTimeout: proxy.idleTimeout,
        roleArn: role.arn,
        vpcSubnetIds: args.network.dataSubnetIds,
        vpcSecurityGroupIds: [securityGroupId],
        tags,
      },
      { ...child, dependsOn: [policy] },
    );
    const group = new rds.ProxyDefaultTargetGroup(
      `${name}-targets`,
      {
        dbProxyName: created.name,
        connectionPoolConfig: { maxConnectionsPercent: proxy.maxConnections, connectionBorrowTimeout: proxy.borrowTimeout },
      },
      child,
    );
    new rds.ProxyTarget(`${name}-target`, { dbProxyName: created.name, targetGroupName: group.name, ...args.target }, child);

    this.host = created.endpoint;
    this.registerOutputs({ host: this.host });
  }
}
