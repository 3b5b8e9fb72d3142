import * as ec2 from "@pulumi/aws/ec2";
import * as awsx from "@pulumi/awsx/ec2";
import * as pulumi from "@pulumi/pulumi";
import type { NetworkConfig } from "../config";
import { FlowLog } from "./flow-log";
import { Part } from "./part";
import type { Scope } from "./scope";
import { ServiceEndpoints } from "./service-endpoints";

/** A VPC over several zones, in which tasks are not reachable from outside but through the load balancer. */
export class Network extends Part {
  readonly vpcId: pulumi.Output<string>;
  readonly publicSubnetIds: pulumi.Output<string[]>;
  /** Where tasks run. */
  readonly taskSubnetIds: pulumi.Output<string[]>;
  /** Where databases, caches and brokers are: there is no way to the internet, and none from it. */
  readonly dataSubnetIds: pulumi.Output<string[]>;
  /** Where functions run that connect to those: private subnets, which without a NAT gateway have no way to the internet either. */
  readonly functionSubnetIds: pulumi.Output<string[]>;
  /** Without a NAT gateway a task needs an address of its own to fetch its image. */
  readonly assignPublicIp: boolean;

  constructor(name: string, { network, scope }: { network: NetworkConfig; scope: Scope }, options: pulumi.ComponentResourceOptions) {
    super("Network", name, "headroom:network", options);
    const child = { parent: this };
    const tags = scope.tags(name);
    const { strategy, subnets } = layouts[network.nat];

    const vpc = new awsx.Vpc(
      `${name}-vpc`,
      {
        cidrBlock: network.cidr,
        numberOfAvailabilityZones: network.zones,
        natGateways: { strategy },
        subnetStrategy: "Auto",
        subnetSpecs: subnets.map((type) => ({ type })),
        enableDnsHostnames: true,
        enableDnsSupport: true,
        tags,
      },
      child,
    );
    // Rules of the group that AWS makes with each VPC are taken away, so that nothing is open by oversight.
    new ec2.DefaultSecurityGroup(`${name}-default`, { vpcId: vpc.vpcId, tags }, child);
    // Image layers and logs in S3 do not pass through the NAT gateway; this endpoint costs nothing.
    new ec2.VpcEndpoint(
      `${name}-s3`,
      {
        vpcId: vpc.vpcId,
        vpcEndpointType: "Gateway",
        serviceName: pulumi.interpolate`com.amazonaws.${scope.account.region}.s3`,
        routeTableIds: vpc.routeTables.apply((tables) => pulumi.all(tables.map((table) => table.id))),
        tags,
      },
      child,
    );
    if (scope.protection.flowLogs) new FlowLog(`${name}-flow`, { vpcId: vpc.vpcId, scope }, child);

    this.vpcId = vpc.vpcId;
    this.publicSubnetIds = vpc.publicSubnetIds;
    this.assignPublicIp = network.nat === "none";
    this.taskSubnetIds = this.assignPublicIp ? vpc.publicSubnetIds : vpc.privateSubnetIds;
    this.dataSubnetIds = vpc.isolatedSubnetIds;
    this.functionSubnetIds = this.assignPublicIp ? vpc.isolatedSubnetIds : vpc.privateSubnetIds;
    if (network.endpoints.length > 0) {
      new ServiceEndpoints(
        `${name}-services`,
        { services: network.endpoints, vpcId: this.vpcId, subnetIds: this.functionSubnetIds, cidr: network.cidr, scope },
        child,
      );
    }
    this.registerOutputs({ vpcId: this.vpcId });
  }
}

/** The isolated subnets cost nothing and are always there: a subnet that came later would move the addresses of the others. */
const layouts = {
  none: { strategy: "None", subnets: ["Public", "Isolated"] },
  single: { strategy: "Single", subnets: ["Public", "Private", "Isolated"] },
  "one per zone": { strategy: "OnePerAz", subnets: ["Public", "Private", "Isolated"] },
} as const;
