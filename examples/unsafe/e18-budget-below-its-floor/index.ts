/**
 * E18. A development environment for 15 a month, with a NAT gateway (about 33), a proxy and a pair of cache nodes that can
 * be autoscaled (about 300): the least that it can cost is twenty times what it may.
 * To be caught by cost-envelope-within-budget.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { soundBudget } from "../sound";

soundBudget("e18", 15);
const address = new aws.ec2.Eip("e18-nat-address", { domain: "vpc" });
new aws.ec2.NatGateway("e18-nat", { allocationId: address.allocationId, subnetId: "subnet-0123456789abcdef0" });
const database = new aws.rds.Instance("e18-store", {
  engine: "postgres",
  instanceClass: "db.t4g.micro",
  allocatedStorage: 20,
  storageType: "gp3",
  storageEncrypted: true,
  maxAllocatedStorage: 100,
  username: "platform",
  manageMasterUserPassword: true,
  finalSnapshotIdentifier: "e18-store-final",
});
const proxy = new aws.rds.Proxy("e18-proxy", {
  name: "e18-proxy",
  engineFamily: "POSTGRESQL",
  roleArn: "arn:aws:iam::123456789012:role/example",
  vpcSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
});
new aws.rds.ProxyTarget("e18-proxy-target", {
  dbProxyName: proxy.name,
  targetGroupName: "default",
  dbInstanceIdentifier: database.identifier,
});
const cache = new aws.elasticache.ReplicationGroup(
  "e18-sessions",
  {
    description: "sessions",
    engine: "redis",
    nodeType: "cache.r6g.large",
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
const target = new aws.appautoscaling.Target("e18-sessions-replicas", {
  serviceNamespace: "elasticache",
  scalableDimension: "elasticache:replication-group:Replicas",
  resourceId: pulumi.interpolate`replication-group/${cache.replicationGroupId}`,
  minCapacity: 1,
  maxCapacity: 2,
});
new aws.appautoscaling.Policy("e18-sessions-cpu", {
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
