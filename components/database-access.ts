import * as ec2 from "@pulumi/aws/ec2";
import * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";
import type { Network } from "./network";
import type { Scope } from "./scope";

interface DatabaseAccessArgs {
  readonly network: Network;
  readonly scope: Scope;
}

/** Where a database is in the network. */
interface DatabaseAccess {
  readonly subnetGroupName: pulumi.Output<string>;
  /** Whom clients are let in to. Nothing goes out of it. */
  readonly securityGroupId: pulumi.Output<string>;
}

/** A place in the isolated subnets, closed until somebody is let in. */
export function createAccess(name: string, { network, scope }: DatabaseAccessArgs, options: pulumi.CustomResourceOptions): DatabaseAccess {
  const tags = scope.tags(name);
  const subnets = new rds.SubnetGroup(`${name}-subnets`, { subnetIds: network.dataSubnetIds, tags }, options);
  const group = new ec2.SecurityGroup(name, { vpcId: network.vpcId, description: `Clients of ${name}`, tags }, options);
  return { subnetGroupName: subnets.name, securityGroupId: group.id };
}

/** The group of a database behind a proxy: clients are let in to the proxy, and the proxy alone to the database. */
export const createBehind = (
  name: string,
  { network, scope }: DatabaseAccessArgs,
  options: pulumi.CustomResourceOptions,
): ec2.SecurityGroup =>
  new ec2.SecurityGroup(
    `${name}-database`,
    { vpcId: network.vpcId, description: `${name}, behind its proxy`, tags: scope.tags(name) },
    options,
  );
