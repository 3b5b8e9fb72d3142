import * as pulumi from "@pulumi/pulumi";
import { gatewayTasks, shardVariables } from "../config";
import type { GatewayConfig } from "../config";
import { createAlarm } from "./alarm";
import { clientGroup } from "./client-group";
import type { Cluster } from "./cluster";
import { openWay } from "./connection";
import type { Endpoint } from "./connection";
import { missingTasks } from "./deployment-alarms";
import { createFargateService } from "./fargate-service";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Queue } from "./queue";
import { Repository } from "./repository";
import type { Scope } from "./scope";
import { createTask } from "./task";
import { imageOf } from "./task-roles";
import type { Image } from "./task-roles";

interface GatewayArgs {
  readonly gateway: GatewayConfig;
  readonly cluster: Cluster;
  readonly network: Network;
  readonly produces: Readonly<Record<string, Queue>>;
  readonly endpoints: readonly Endpoint[];
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * A service that holds long-lived connections, each of which is one shard of a whole. The number of tasks is what the shards need, and
 * nothing moves it: a task that is added under load would hold shards that another one holds already, and the other side ends both. So
 * there is no policy and no Fargate Spot, and a deployment stops the old tasks before it starts new ones: the connections are away
 * for as long as a task takes to start.
 *
 * Tasks of one service are alike, so ECS cannot tell them apart. `SHARD_TOTAL` and `SHARDS_PER_TASK` tell each how many shards there
 * are and how many are its own; which ones, tasks have to agree on by themselves, by a lease in a cache or a database for instance,
 * taken for a total: while the number of shards changes, tasks of the old total may end after the first ones of the new.
 *
 * The repository is made with the gateway; the gateway starts once an image with its tag has been pushed there.
 */
export class Gateway extends Part {
  readonly name: pulumi.Output<string>;
  /** Where its images are pushed to; undefined where they come from another registry. */
  readonly repositoryUrl: pulumi.Output<string> | undefined;

  constructor(name: string, args: GatewayArgs, options: pulumi.ComponentResourceOptions) {
    const configPath = `headroom:gateways.${name}`;
    super("Gateway", name, configPath, options);
    const child = { parent: this };
    const { gateway, cluster, network, notifications, scope } = args;

    const { image, repository } = source(name, gateway, { configPath, scope }, child);
    const workload = { ...gateway, environment: { ...gateway.environment, ...variablesOf(gateway) } };
    const task = createTask(name, { ...args, consumes: undefined, workload, image, configPath }, child);
    const group = clientGroup(name, { vpcId: network.vpcId, description: `Tasks of ${name}`, scope }, child);
    for (const endpoint of args.endpoints) openWay(name, { securityGroupId: group.id, endpoint, scope }, child);

    this.name = createFargateService(
      name,
      {
        cluster,
        network,
        securityGroupId: group.id,
        taskDefinitionArn: task.definition.arn,
        desiredCount: gatewayTasks(gateway),
        capacity: [{ capacityProvider: "FARGATE", base: 1, weight: 100 }],
        // No task starts before one has stopped: never are there two with the same shards.
        deployment: { minimumHealthy: 0, maximum: 100, alarmNames: [] },
        resolution: "60 seconds",
        scope,
      },
      { ...child, dependsOn: [cluster.capacity, ...task.policies] },
    );
    createAlarm(
      `${name}-missing-tasks`,
      missingTasks(name, { clusterName: cluster.name, serviceName: this.name }, { minimumHealthy: 100, minutes: 15 }),
      { notifications, scope, component: name },
      child,
    );

    this.repositoryUrl = repository?.url;
    this.registerOutputs({ name: this.name });
  }
}

interface Source {
  readonly image: Image;
  readonly repository: Repository | undefined;
}

/** Another registry's image, or a tag in a repository of the gateway's own. */
function source(
  name: string,
  { image, tag, keepImages }: GatewayConfig,
  { configPath, scope }: { readonly configPath: string; readonly scope: Scope },
  options: pulumi.ComponentResourceOptions,
): Source {
  if (image !== undefined) return { image: imageOf(image, scope.account), repository: undefined };
  const repository = new Repository(name, { configPath, keep: keepImages, scope }, options);
  // Without an image there is a tag: the stack's file is refused otherwise.
  return { image: { uri: pulumi.interpolate`${repository.url}:${tag}`, repositoryArn: repository.arn }, repository };
}

const variablesOf = ({ shards, shardsPerTask, log }: GatewayConfig): Readonly<Record<string, string>> => ({
  [shardVariables.total]: String(shards),
  [shardVariables.perTask]: String(shardsPerTask),
  [shardVariables.log]: log,
});
