/**
 * E17. ElastiCache scales replicas between 1 and 5 only, with cluster mode on, and only for the large, xlarge and 2xlarge
 * nodes of some families. A t4g.micro without cluster mode, from 0 to 1, is refused on registration.
 * To be caught by elasticache-scaling-supported.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { soundBudget } from "../sound";

soundBudget("e17");
const cache = new aws.elasticache.ReplicationGroup(
  "e17-sessions",
  {
    description: "sessions",
    engine: "redis",
    nodeType: "cache.t4g.micro",
    clusterMode: "disabled",
    numNodeGroups: 1,
    replicasPerNodeGroup: 0,
    atRestEncryptionEnabled: true,
    transitEncryptionEnabled: true,
  },
  { ignoreChanges: ["replicasPerNodeGroup"] },
);
const target = new aws.appautoscaling.Target("e17-sessions-replicas", {
  serviceNamespace: "elasticache",
  scalableDimension: "elasticache:replication-group:Replicas",
  resourceId: pulumi.interpolate`replication-group/${cache.replicationGroupId}`,
  minCapacity: 0,
  maxCapacity: 1,
});
new aws.appautoscaling.Policy("e17-sessions-cpu", {
  serviceNamespace: target.serviceNamespace,
  scalableDimension: target.scalableDimension,
  resourceId: target.resourceId,
  policyType: "TargetTrackingScaling",
  targetTrackingScalingPolicyConfiguration: {
    targetValue: 80,
    predefinedMetricSpecification: { predefinedMetricType: "ElastiCacheReplicaEngineCPUUtilization" },
    scaleInCooldown: 900,
    scaleOutCooldown: 600,
  },
});
