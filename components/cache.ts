import * as ec2 from "@pulumi/aws/ec2";
import * as elasticache from "@pulumi/aws/elasticache";
import type * as pulumi from "@pulumi/pulumi";
import { cacheShape, dailyWindowAfter, names, parameterGroupOf, variableOf, windowOf } from "../config";
import type { CacheConfig, CacheShape } from "../config";
import { watchCache } from "./cache-alarms";
import { deliverLogs } from "./cache-logs";
import { scaleCache } from "./cache-scaling";
import type { Endpoint } from "./connection";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import { Password } from "./password";
import type { Scope } from "./scope";

interface CacheArgs {
  readonly cache: CacheConfig;
  readonly network: Network;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * A cache of ElastiCache: one primary node, or several that share out the keys, each with its replicas. It is encrypted on its disks and
 * on the wire, asks for a password that stays in Secrets Manager, and can be reached from inside the network alone.
 *
 * A cache with one shard of a fixed count of nodes works with any client. More shards, or limits in place of a count, turn on cluster
 * mode, which clients must know; a cache that goes from the one to the other is replaced and begins empty.
 */
export class Cache extends Part {
  /** What a service that connects to it needs. */
  readonly endpoint: Endpoint;

  constructor(name: string, args: CacheArgs, options: pulumi.ComponentResourceOptions) {
    const configPath = `headroom:caches.${name}`;
    super("Cache", name, configPath, options);
    const child = { parent: this };
    const { cache, network, scope } = args;
    const shape = cacheShape(cache);
    const tags = scope.tags(name);

    const group = new ec2.SecurityGroup(`${name}-cache`, { vpcId: network.vpcId, description: `The cache ${name}`, tags }, child);
    const subnets = new elasticache.SubnetGroup(
      name,
      { name: names.cache(scope.where, name), description: `The cache ${name}`, subnetIds: network.dataSubnetIds, tags },
      child,
    );
    const password = new Password(`${name}-password`, { configPath, description: `The password of the cache ${name}`, scope }, child);
    const replicationGroup = new elasticache.ReplicationGroup(
      name,
      {
        replicationGroupId: names.cache(scope.where, name),
        description: `The cache ${name}`,
        engine: cache.engine,
        engineVersion: cache.version,
        // AWS's own change of version would look like a downgrade to the next deployment, which replaces the cache.
        autoMinorVersionUpgrade: false,
        nodeType: cache.node,
        ...nodesOf(cache, shape),
        port: PORT,
        subnetGroupName: subnets.name,
        securityGroupIds: [group.id],
        atRestEncryptionEnabled: true,
        transitEncryptionEnabled: true,
        transitEncryptionMode: "required",
        authToken: password.value,
        logDeliveryConfigurations: deliverLogs(name, scope, child),
        maintenanceWindow: windowOf(cache.maintenance),
        ...snapshots(name, args),
        // What waits for the maintenance window would be shown as a change by every preview until then.
        applyImmediately: true,
        tags,
      },
      { ...child, ignoreChanges: movedByAutoscaling(cache) },
    );
    scaleCache(name, { cache, configPath, replicationGroupId: replicationGroup.replicationGroupId, scope }, child);
    watchCache(name, { ...args, shape, replicationGroupId: replicationGroup.replicationGroupId }, child);

    const host = shape.clusterMode ? replicationGroup.configurationEndpointAddress : replicationGroup.primaryEndpointAddress;
    this.endpoint = {
      name,
      securityGroupId: group.id,
      ports: [PORT],
      variables: {
        [variableOf(name, "HOST")]: host,
        [variableOf(name, "PORT")]: String(PORT),
        [variableOf(name, "TLS")]: "true",
        [variableOf(name, "CLUSTER_MODE")]: String(shape.clusterMode),
        ...(readsFromReplicas(shape) ? { [variableOf(name, "READER_HOST")]: replicationGroup.readerEndpointAddress } : {}),
      },
      secrets: { [variableOf(name, "PASSWORD")]: { arn: password.arn } },
      grants: [],
    };
    this.registerOutputs({ host });
  }
}

const PORT = 6379;

/** Clients of cluster mode find the replicas themselves. */
const readsFromReplicas = ({ clusterMode, replicas }: CacheShape): boolean => !clusterMode && replicas > 0;

/** Cluster mode wants failover to be on even where there is no replica that could take over. */
const nodesOf = (cache: CacheConfig, { clusterMode, shards, replicas }: CacheShape) => ({
  ...(clusterMode ? { numNodeGroups: shards, replicasPerNodeGroup: replicas } : { numCacheClusters: 1 + replicas }),
  clusterMode: clusterMode ? "enabled" : "disabled",
  parameterGroupName: parameterGroupOf(cache.engine, cache.version, clusterMode),
  automaticFailoverEnabled: clusterMode || replicas > 0,
  multiAzEnabled: replicas > 0,
});

const movedByAutoscaling = ({ shards, replicas }: CacheConfig): string[] => [
  ...(typeof shards === "object" ? ["numNodeGroups"] : []),
  ...(typeof replicas === "object" ? ["replicasPerNodeGroup"] : []),
];

const snapshots = (name: string, { cache, scope: { protection, where } }: CacheArgs) => ({
  snapshotRetentionLimit: protection.cacheSnapshots,
  ...(protection.cacheSnapshots === 0 ? {} : { snapshotWindow: dailyWindowAfter(cache.maintenance) }),
  ...(protection.finalSnapshot ? { finalSnapshotIdentifier: `${names.cache(where, name)}-final` } : {}),
});
