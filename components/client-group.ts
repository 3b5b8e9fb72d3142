import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope } from "./scope";

interface ClientGroupArgs {
  readonly vpcId: pulumi.Input<string>;
  readonly description: string;
  readonly scope: Scope;
}

/** A security group for what calls others: AWS, registries and other services over TLS. Who may call it is for others to add. */
export function clientGroup(
  name: string,
  { vpcId, description, scope }: ClientGroupArgs,
  options: pulumi.CustomResourceOptions,
): ec2.SecurityGroup {
  const tags = scope.tags(name);
  const group = new ec2.SecurityGroup(name, { vpcId, description, tags }, options);
  new vpc.SecurityGroupEgressRule(
    `${name}-to-https`,
    {
      securityGroupId: group.id,
      description: "TLS to anywhere",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
      tags,
    },
    options,
  );
  return group;
}
