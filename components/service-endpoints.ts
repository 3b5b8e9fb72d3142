import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { privateServices } from "../config";
import type { NetworkConfig } from "../config";
import { Part } from "./part";
import type { Scope } from "./scope";

interface ServiceEndpointsArgs {
  readonly services: NetworkConfig["endpoints"];
  readonly vpcId: pulumi.Input<string>;
  /** One in each zone. */
  readonly subnetIds: pulumi.Input<string[]>;
  /** Who may call: the VPC itself. */
  readonly cidr: string;
  readonly scope: Scope;
}

/**
 * Ways to services of AWS inside the VPC. Their usual names lead to them everywhere in the VPC, so whoever calls a service need not
 * know; only TLS from within the VPC is let in.
 */
export class ServiceEndpoints extends Part {
  constructor(name: string, args: ServiceEndpointsArgs, options: pulumi.ComponentResourceOptions) {
    super("ServiceEndpoints", name, "headroom:network", options);
    const child = { parent: this };
    const { vpcId, scope } = args;
    const tags = scope.tags(name);

    const group = new ec2.SecurityGroup(name, { vpcId, description: "Services of AWS inside the VPC", tags }, child);
    new vpc.SecurityGroupIngressRule(
      `${name}-from-vpc`,
      {
        securityGroupId: group.id,
        description: "TLS from within the VPC",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv4: args.cidr,
        tags,
      },
      child,
    );
    for (const service of args.services.flatMap((each) => privateServices[each])) {
      new ec2.VpcEndpoint(
        `${name}-${service.replaceAll(".", "-")}`,
        {
          vpcId,
          vpcEndpointType: "Interface",
          serviceName: pulumi.interpolate`com.amazonaws.${scope.account.region}.${service}`,
          subnetIds: args.subnetIds,
          securityGroupIds: [group.id],
          privateDnsEnabled: true,
          tags,
        },
        child,
      );
    }
    this.registerOutputs({});
  }
}
