import * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceConfig } from "../config";
import { clientGroup } from "./client-group";
import type { Cluster } from "./cluster";
import { openWay } from "./connection";
import type { Endpoint } from "./connection";
import type { LoadBalancer } from "./load-balancer";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Queue } from "./queue";
import { Route } from "./route";
import type { Scope } from "./scope";
import { ServiceLevel } from "./service-level";
import { scaleService } from "./service-scaling";
import { createTask } from "./task";

interface EcsServiceArgs {
  readonly service: ServiceConfig;
  readonly cluster: Cluster;
  readonly network: Network;
  /** There when the service has `http`. */
  readonly loadBalancer: LoadBalancer | undefined;
  readonly consumes: Queue | undefined;
  readonly produces: Readonly<Record<string, Queue>>;
  /** Databases, caches and brokers that it connects to. */
  readonly endpoints: readonly Endpoint[];
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** A service on Fargate whose number of tasks is left to Application Auto Scaling. */
export class EcsService extends Part {
  readonly name: pulumi.Output<string>;

  constructor(name: string, args: EcsServiceArgs, options: pulumi.ComponentResourceOptions) {
    const configPath = `headroom:services.${name}`;
    super("EcsService", name, configPath, options);
    const child = { parent: this };
    const { service, cluster, network, loadBalancer, scope } = args;
    const tags = scope.tags(name);

    const task = createTask(name, { ...args, configPath }, child);
    const group = clientGroup(name, { vpcId: network.vpcId, description: `Tasks of ${name}`, scope }, child);
    for (const endpoint of args.endpoints) openWay(name, { securityGroupId: group.id, endpoint, scope }, child);
    const route =
      service.http === undefined || loadBalancer === undefined
        ? undefined
        : new Route(
            name,
            {
              http: service.http,
              configPath,
              loadBalancer,
              vpcId: network.vpcId,
              securityGroupId: group.id,
              notifications: args.notifications,
              scope,
            },
            child,
          );

    if (route !== undefined && service.slo !== undefined) {
      new ServiceLevel(name, { slo: service.slo, configPath, metrics: route.metrics, notifications: args.notifications, scope }, child);
    }

    const ecsService = new ecs.Service(
      name,
      {
        name,
        cluster: cluster.arn,
        taskDefinition: task.definition.arn,
        desiredCount: service.scale.min,
        capacityProviderStrategies: capacityOf(service.spot),
        // Lets a changed share of Spot update the service; without it the provider would replace the service.
        forceNewDeployment: true,
        networkConfiguration: { subnets: network.taskSubnetIds, securityGroups: [group.id], assignPublicIp: network.assignPublicIp },
        ...(route === undefined || service.http === undefined ? {} : behind(route, name, service.http.port, service.startup)),
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
        availabilityZoneRebalancing: "ENABLED",
        enableEcsManagedTags: true,
        propagateTags: "SERVICE",
        tags,
      },
      {
        ...child,
        // The count belongs to the autoscaler: a deployment must not take it back to where it began.
        ignoreChanges: ["desiredCount"],
        dependsOn: [cluster.capacity, ...task.policies, ...(route === undefined ? [] : [route.rule])],
      },
    );
    scaleService(
      name,
      {
        scale: service.scale,
        configPath,
        measured: {
          clusterName: cluster.name,
          serviceName: ecsService.name,
          resourceLabel: route?.resourceLabel,
          queueName: args.consumes?.name,
        },
        notifications: args.notifications,
        scope,
      },
      child,
    );

    this.name = ecsService.name;
    this.registerOutputs({ name: this.name });
  }
}

/** The first task never runs on Spot; above it, capacity is shared out by weight. */
const capacityOf = (spot: number) =>
  [
    { capacityProvider: "FARGATE", base: 1, weight: 100 - spot },
    { capacityProvider: "FARGATE_SPOT", weight: spot },
  ].filter(({ capacityProvider, weight }) => capacityProvider === "FARGATE" || weight > 0);

const behind = (route: Route, containerName: string, containerPort: number, startup: number) => ({
  loadBalancers: [{ targetGroupArn: route.targetGroupArn, containerName, containerPort }],
  healthCheckGracePeriodSeconds: startup,
});
