import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";

class Network extends pulumi.ComponentResource {
  readonly vpc: awsx.ec2.Vpc;
  constructor(name: string) {
    super("remote-components:index:Network", name);
    this.vpc = new awsx.ec2.Vpc(`${name}-vpc`, { numberOfAvailabilityZones: 2, natGateways: { strategy: "Single" } }, { parent: this });
    this.registerOutputs({ vpcId: this.vpc.vpcId });
  }
}

const { vpc } = new Network("network");
const group = new aws.ec2.SecurityGroup("group", { vpcId: vpc.vpcId, tags: { first: vpc.privateSubnetIds.apply((ids) => ids[0] ?? "") } });
const balancer = new awsx.lb.ApplicationLoadBalancer("balancer", { subnetIds: vpc.publicSubnetIds, securityGroups: [group.id] });
const service = new awsx.ecs.FargateService(
  "service",
  {
    desiredCount: 2,
    networkConfiguration: { subnets: vpc.privateSubnetIds, securityGroups: [group.id] },
    taskDefinitionArgs: {
      container: { name: "main", image: "nginx", cpu: 256, memory: 512, environment: [{ name: "TOKEN", value: pulumi.secret("quiet") }] },
    },
  },
  { dependsOn: [balancer], ignoreChanges: ["desiredCount"] },
);
new aws.appautoscaling.Target("target", {
  minCapacity: 1,
  maxCapacity: 4,
  resourceId: service.service.apply(({ cluster, name }) => pulumi.interpolate`service/${cluster}/${name}`),
  scalableDimension: "ecs:service:DesiredCount",
  serviceNamespace: "ecs",
});
new aws.sqs.Queue("after", {}, { dependsOn: [vpc] });
export const subnets = vpc.publicSubnetIds;
