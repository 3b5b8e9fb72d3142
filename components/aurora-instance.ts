import type * as rds from "@pulumi/aws/rds";
import { isExact } from "../config";
import type { AuroraConfig } from "../config";
import { atOnce } from "./instance-properties";
import type { Scope } from "./scope";

/** The class of every instance of Aurora Serverless v2: its capacity is the cluster's to say. */
const SERVERLESS = "db.serverless";

/**
 * Capacity from which Database Insights has room to work: the Aurora user guide recommends at least 2 ACU where it is on (unconfirmed).
 */
const LEAST_FOR_INSIGHTS = 2;

/** What writer and readers of a cluster have in common. */
export const serverlessInstance = (cluster: rds.Cluster, database: AuroraConfig, scope: Scope, component: string) => ({
  clusterIdentifier: cluster.clusterIdentifier,
  engine: database.engine,
  engineVersion: cluster.engineVersion,
  instanceClass: SERVERLESS,
  applyImmediately: atOnce(database, scope),
  autoMinorVersionUpgrade: !isExact(database.engine, database.version),
  publiclyAccessible: false,
  copyTagsToSnapshot: true,
  ...(database.capacity.min >= LEAST_FOR_INSIGHTS
    ? { performanceInsightsEnabled: true, performanceInsightsRetentionPeriod: 7 }
    : { performanceInsightsEnabled: false }),
  tags: scope.tags(component),
});
