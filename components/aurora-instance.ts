import type * as rds from "@pulumi/aws/rds";
import { isExact } from "../config";
import type { AuroraConfig } from "../config";
import { atOnce } from "./instance-properties";
import type { Scope } from "./scope";

/** The class of every instance of Aurora Serverless v2: its capacity is the cluster's to say. */
const SERVERLESS = "db.serverless";

/**
 * Capacity from which Database Insights has room to work. Source: Aurora user guide, "Performance Insights with Aurora Serverless v2",
 * minimum capacity, read 2026-11-25.
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
