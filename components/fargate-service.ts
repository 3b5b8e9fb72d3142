import * as native from "@pulumi/aws-native/ecs/service";
import * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { Resolution } from "../config";
import type { Cluster } from "./cluster";
import type { Network } from "./network";
import type { Scope } from "./scope";

interface FargateServiceArgs {
  readonly cluster: Cluster;
  readonly network: Network;
  readonly securityGroupId: pulumi.Input<string>;
  readonly taskDefinitionArn: pulumi.Input<string>;
  readonly desiredCount: number;
  readonly capacity: readonly Capacity[];
  /** Its way from the load balancer; absent where it has none. */
  readonly behind?: Behind | undefined;
  readonly deployment: Deployment;
  /** How often ECS publishes CPU and memory. */
  readonly resolution: Resolution;
  readonly scope: Scope;
}

/** On which kind of capacity how many tasks run. */
export interface Capacity {
  readonly capacityProvider: "FARGATE" | "FARGATE_SPOT";
  readonly base?: number;
  readonly weight: number;
}

interface Behind {
  readonly targetGroupArn: pulumi.Input<string>;
  readonly containerName: string;
  readonly containerPort: number;
  /** Seconds in which a new task may fail its health checks. */
  readonly grace: number;
}

export interface Deployment {
  readonly minimumHealthy: number;
  readonly maximum: number;
  /** Names of alarms that take a deployment back. They exist before the service: ECS refuses a deployment whose alarm is not there. */
  readonly alarmNames: readonly pulumi.Input<string>[];
}

/**
 * A service of ECS on Fargate, and its name. CPU and memory every 20 seconds are a property that `aws:ecs:Service` lacks
 * (terraform-provider-aws, issue 48669); such a service is registered through AWS Cloud Control, which has it.
 */
export const createFargateService = (
  name: string,
  args: FargateServiceArgs,
  options: pulumi.CustomResourceOptions,
): pulumi.Output<string> => (args.resolution === "20 seconds" ? throughCloudControl(name, args, options) : classic(name, args, options));

function classic(name: string, args: FargateServiceArgs, options: pulumi.CustomResourceOptions): pulumi.Output<string> {
  const { deployment, behind, network } = args;
  return new ecs.Service(
    name,
    {
      name: names.ecsService(name, args.resolution),
      cluster: args.cluster.arn,
      taskDefinition: args.taskDefinitionArn,
      desiredCount: args.desiredCount,
      capacityProviderStrategies: [...args.capacity],
      // Lets a changed share of Spot update the service; without it the provider would replace the service.
      forceNewDeployment: true,
      networkConfiguration: {
        subnets: network.taskSubnetIds,
        securityGroups: [args.securityGroupId],
        assignPublicIp: network.assignPublicIp,
      },
      ...(behind === undefined ? {} : { loadBalancers: [target(behind)], healthCheckGracePeriodSeconds: behind.grace }),
      deploymentMinimumHealthyPercent: deployment.minimumHealthy,
      deploymentMaximumPercent: deployment.maximum,
      deploymentCircuitBreaker: BREAKER,
      ...(deployment.alarmNames.length === 0 ? {} : { alarms: watched(deployment) }),
      availabilityZoneRebalancing: rebalancing(deployment),
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
      tags: args.scope.tags(name),
    },
    options,
  ).name;
}

function throughCloudControl(name: string, args: FargateServiceArgs, options: pulumi.CustomResourceOptions): pulumi.Output<string> {
  const { deployment, behind, network, scope } = args;
  const serviceName = names.ecsService(name, args.resolution);
  const service = new native.Service(
    name,
    {
      serviceName,
      cluster: args.cluster.arn,
      taskDefinition: args.taskDefinitionArn,
      desiredCount: args.desiredCount,
      capacityProviderStrategy: [...args.capacity],
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: network.taskSubnetIds,
          securityGroups: [args.securityGroupId],
          assignPublicIp: network.assignPublicIp ? "ENABLED" : "DISABLED",
        },
      },
      ...(behind === undefined ? {} : { loadBalancers: [target(behind)], healthCheckGracePeriodSeconds: behind.grace }),
      deploymentConfiguration: {
        minimumHealthyPercent: deployment.minimumHealthy,
        maximumPercent: deployment.maximum,
        deploymentCircuitBreaker: BREAKER,
        ...(deployment.alarmNames.length === 0 ? {} : { alarms: watched(deployment) }),
      },
      monitoring: { metricConfigurations: [{ metricNames: ["CPUUtilization", "MemoryUtilization"], resolutionSeconds: 20 }] },
      availabilityZoneRebalancing: rebalancing(deployment),
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
      tags: Object.entries(scope.tags(name)).map(([key, value]) => ({ key, value })),
    },
    { ...options, provider: scope.cloudControl() },
  );
  return service.serviceName.apply((named) => named ?? serviceName);
}

const BREAKER = { enable: true, rollback: true };

const target = ({ targetGroupArn, containerName, containerPort }: Behind) => ({ targetGroupArn, containerName, containerPort });

const watched = ({ alarmNames }: Deployment) => ({ alarmNames: [...alarmNames], enable: true, rollback: true });

/** ECS moves a task to another zone by starting its successor first, so it refuses to where a deployment may not do that either. */
const rebalancing = ({ maximum }: Deployment) => (maximum > 100 ? "ENABLED" : "DISABLED");
