import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { ServiceConfig } from "../config";
import { clientGroup } from "./client-group";
import type { Cluster } from "./cluster";
import { openWay } from "./connection";
import type { Endpoint } from "./connection";
import { deploymentAlarms } from "./deployment-alarms";
import { createFargateService } from "./fargate-service";
import type { Capacity } from "./fargate-service";
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
import { imageOf } from "./task-roles";

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
  /** Dimensions of its share of the load balancer's requests; undefined without `http`. */
  readonly target: Readonly<Record<"LoadBalancer" | "TargetGroup", pulumi.Output<string>>> | undefined;
  /** The physical name of the queue that it consumes. */
  readonly consumedQueueName: pulumi.Output<string> | undefined;

  constructor(name: string, args: EcsServiceArgs, options: pulumi.ComponentResourceOptions) {
    const configPath = `headroom:services.${name}`;
    super("EcsService", name, configPath, options);
    const child = { parent: this };
    const { service, cluster, network, loadBalancer, scope } = args;

    const image = imageOf(service.image, scope.account);
    const task = createTask(name, { ...args, workload: service, image, configPath }, child);
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

    const { resolution } = service.scale;
    this.consumedQueueName = args.consumes?.name;
    this.target = route === undefined ? undefined : { LoadBalancer: route.loadBalancerArnSuffix, TargetGroup: route.targetGroupArnSuffix };
    const alarmNames = deploymentAlarms(
      name,
      {
        deployment: service.deployment,
        measured: { clusterName: cluster.name, serviceName: names.ecsService(name, resolution), target: this.target },
        notifications: args.notifications,
        scope,
        component: name,
      },
      child,
    );

    this.name = createFargateService(
      name,
      {
        cluster,
        network,
        securityGroupId: group.id,
        taskDefinitionArn: task.definition.arn,
        desiredCount: service.scale.min,
        capacity: capacityOf(service),
        behind: route === undefined || service.http === undefined ? undefined : behind(route, name, service.http.port, service.startup),
        deployment: { ...service.deployment, alarmNames },
        resolution,
        scope,
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
          serviceName: this.name,
          target: this.target,
          resourceLabel: route?.resourceLabel,
          queueName: args.consumes?.name,
        },
        notifications: args.notifications,
        scope,
      },
      child,
    );
    this.registerOutputs({ name: this.name });
  }
}

/** The first tasks never run on Spot; above them, capacity is shared out by weight. */
const capacityOf = ({ spot, onDemandBase }: Pick<ServiceConfig, "spot" | "onDemandBase">): readonly Capacity[] => [
  ...(spot === 100 && onDemandBase === 0 ? [] : [{ capacityProvider: "FARGATE", base: onDemandBase, weight: 100 - spot } as const]),
  ...(spot === 0 ? [] : [{ capacityProvider: "FARGATE_SPOT", weight: spot } as const]),
];

const behind = (route: Route, containerName: string, containerPort: number, grace: number) => ({
  targetGroupArn: route.targetGroupArn,
  containerName,
  containerPort,
  grace,
});
