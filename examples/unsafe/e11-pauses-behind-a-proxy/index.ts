/**
 * E11. Aurora Serverless v2 pauses at 0 ACU only while nobody is connected. RDS Proxy keeps a connection open, so it
 * never pauses, and the bill is that of the least capacity that it runs with.
 * To be caught by aurora-autopause-blockers.
 */
import * as aws from "@pulumi/aws";
import { soundBudget } from "../sound";

soundBudget("e11");
const cluster = new aws.rds.Cluster("e11-main", {
  engine: "aurora-postgresql",
  engineVersion: "16.6",
  masterUsername: "platform",
  manageMasterUserPassword: true,
  storageEncrypted: true,
  finalSnapshotIdentifier: "e11-main-final",
  serverlessv2ScalingConfiguration: { minCapacity: 0, maxCapacity: 128, secondsUntilAutoPause: 300 },
});
new aws.rds.ClusterInstance("e11-main-writer", {
  clusterIdentifier: cluster.clusterIdentifier,
  engine: "aurora-postgresql",
  instanceClass: "db.serverless",
});
const proxy = new aws.rds.Proxy("e11-proxy", {
  name: "e11-proxy",
  engineFamily: "POSTGRESQL",
  roleArn: "arn:aws:iam::123456789012:role/example",
  requireTls: true,
  vpcSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
});
new aws.rds.ProxyTarget("e11-proxy-target", {
  dbProxyName: proxy.name,
  targetGroupName: "default",
  dbClusterIdentifier: cluster.clusterIdentifier,
});
