/**
 * E24. `cache.r6g.medium` with 6.38 GB: the r6g family begins at large. The deployment fails after everything that was
 * made before it.
 * To be caught by elasticache-scaling-supported.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { soundBudget } from "../sound";

soundBudget("e24");
const cache = new aws.elasticache.ReplicationGroup(
  "e24-sessions",
  {
    description: "sessions",
    engine: "redis",
    nodeType: "cache.r6g.medium",
    clusterMode: "enabled",
    parameterGroupName: "default.redis7.cluster.on",
    automaticFailoverEnabled: true,
    numNodeGroups: 1,
    replicasPerNodeGroup: 1,
    atRestEncryptionEnabled: true,
    transitEncryptionEnabled: true,
  },
  { ignoreChanges: ["replicasPerNodeGroup"] },
);
const target = new aws.appautoscaling.Target("e24-sessions-replicas", {
  serviceNamespace: "elasticache",
  scalableDimension: "elasticache:replication-group:Replicas",
  resourceId: pulumi.interpolate`replication-group/${cache.replicationGroupId}`,
  minCapacity: 1,
  maxCapacity: 2,
});
new aws.appautoscaling.Policy("e24-sessions-cpu", {
  serviceNamespace: target.serviceNamespace,
  scalableDimension: target.scalableDimension,
  resourceId: target.resourceId,
  policyType: "TargetTrackingScaling",
  targetTrackingScalingPolicyConfiguration: {
    targetValue: 70,
    predefinedMetricSpecification: { predefinedMetricType: "ElastiCacheReplicaEngineCPUUtilization" },
    scaleInCooldown: 900,
    scaleOutCooldown: 600,
  },
});
