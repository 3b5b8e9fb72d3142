import type * as pulumi from "@pulumi/pulumi";
import { LIVE, cacheShape, maxConnectionsOf, names } from "../../config";
import type { CacheConfig, DatabaseConfig, FunctionConfig, GatewayConfig, ServiceConfig, Where } from "../../config";
import { nodesOf } from "../cache-alarms";
import type { EcsService } from "../ecs-service";
import { sourceOf } from "../step-sources";
import type { ShownCache } from "./caches";
import type { ShownDatabase } from "./databases";
import type { ShownFunction } from "./functions";
import type { ShownService } from "./services";

/**
 * What the dashboards show of each thing. Names are written down wherever AWS takes ours, so that most of a dashboard is known before
 * anything exists.
 */
export function shownService(name: string, service: ServiceConfig, made: EcsService, where: Where): ShownService {
  const { scale, consumes } = service;
  const queueName = consumes === undefined ? undefined : made.consumedQueueName;
  return {
    name,
    clusterName: names.cluster(where),
    serviceName: names.ecsService(name, scale.resolution),
    bounds: scale,
    targets: scale.on,
    target: made.target,
    queueName,
    steps: stepsOf(scale.steps, queueName, where),
  };
}

/** Nothing moves its tasks, so there is no target to draw. */
export const shownGateway = (name: string, { scale }: GatewayConfig, where: Where): ShownService => ({
  name,
  clusterName: names.cluster(where),
  serviceName: names.ecsService(name, "60 seconds"),
  bounds: scale,
  targets: {},
});

function stepsOf(steps: ServiceConfig["scale"]["steps"], queueName: pulumi.Input<string> | undefined, where: Where): ShownService["steps"] {
  const metric = steps === undefined ? undefined : sourceOf(steps.on, queueName, where);
  if (steps === undefined || metric === undefined) return undefined;
  return {
    source: { label: metric.metricName, metric, stat: metric.statistic },
    levels: [
      ...steps.out.map(({ from, add }) => ({ label: `+${add}`, value: from })),
      { label: `-${steps.in.remove}`, value: steps.in.below },
    ],
  };
}

export const shownFunction = (name: string, { timeout, reserved, provisioned }: FunctionConfig, where: Where): ShownFunction => ({
  name,
  functionName: names.fn(where, name),
  timeout,
  reserved,
  provisioned: provisioned === undefined || provisioned.max === 0 ? undefined : { alias: LIVE, target: provisioned.target },
});

/** An instance with its replicas, or a cluster's writer and its readers together, those that autoscaling adds among them. */
export function shownDatabase(name: string, database: DatabaseConfig, where: Where): ShownDatabase {
  const id = names.database(where, name);
  const common = { name, cpu: database.alarms.cpu, maxConnections: maxConnectionsOf(database) };
  if ("instance" in database) {
    const replicas = database.replicas.map((replica) => ({ label: replica.name, id: names.databaseMember(where, name, replica.name) }));
    const instances = [{ label: "writer", id }, ...replicas];
    return { ...common, members: instances.map((each) => ({ label: each.label, dimensions: { DBInstanceIdentifier: each.id } })) };
  }
  const role = (Role: "WRITER" | "READER", label: string) => ({ label, dimensions: { DBClusterIdentifier: id, Role } });
  const readers = database.readers === undefined ? [] : [role("READER", "readers")];
  return { ...common, members: [role("WRITER", "writer"), ...readers], cluster: { id, capacity: database.capacity } };
}

export const shownCache = (name: string, cache: CacheConfig, where: Where): ShownCache => ({
  name,
  nodes: nodesOf(cacheShape(cache)).map(({ shard, node }) => ({
    label: names.cacheNode(name, shard, node),
    id: names.cacheNode(names.cache(where, name), shard, node),
  })),
  targets: targetsOf(cache),
});

const targetsOf = ({ shards, replicas }: CacheConfig): ShownCache["targets"] => ({
  ...(typeof shards === "object" ? { primaryCpu: shards.cpu, memory: shards.memory } : {}),
  ...(typeof replicas === "object" ? { replicaCpu: replicas.cpu } : {}),
});
