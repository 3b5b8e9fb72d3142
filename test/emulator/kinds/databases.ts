import type { CreateDBClusterCommandInput, CreateDBInstanceCommandInput } from "@aws-sdk/client-rds";
import { as, capitalised, capitals, kind, leftOut, pairs } from "../kind";
import type { Kind } from "../kind";

const network = leftOut("the network is not emulated");
const parameters = leftOut("parameter groups are not created");
const onDeletion = leftOut("a word for the deletion");

/** Of instances, whether they stand alone or in a cluster. */
const instance = {
  ...capitals("autoMinorVersionUpgrade", "copyTagsToSnapshot", "engine", "engineVersion", "multiAz", "promotionTier"),
  ...capitals("publiclyAccessible", "storageEncrypted", "deletionProtection", "backupRetentionPeriod", "allocatedStorage", "iops"),
  ...capitals("maxAllocatedStorage", "storageType", "storageThroughput", "monitoringInterval", "monitoringRoleArn"),
  applyImmediately: leftOut("a word for a change"),
  clusterIdentifier: as("DBClusterIdentifier"),
  databaseInsightsMode: as("DatabaseInsightsMode"),
  dbName: as("DBName"),
  dbSubnetGroupName: network,
  deleteAutomatedBackups: onDeletion,
  enabledCloudwatchLogsExports: as("EnableCloudwatchLogsExports"),
  finalSnapshotIdentifier: onDeletion,
  identifier: as("DBInstanceIdentifier"),
  instanceClass: as("DBInstanceClass"),
  multiAz: as("MultiAZ"),
  parameterGroupName: parameters,
  dbParameterGroupName: parameters,
  password: as("MasterUserPassword", opened),
  performanceInsightsEnabled: as("EnablePerformanceInsights"),
  performanceInsightsRetentionPeriod: as("PerformanceInsightsRetentionPeriod"),
  replicateSourceDb: as("SourceDBInstanceIdentifier"),
  skipFinalSnapshot: onDeletion,
  tags: as("Tags", pairs),
  username: as("MasterUsername"),
  vpcSecurityGroupIds: network,
};

type InstanceRequest = CreateDBInstanceCommandInput & { readonly SourceDBInstanceIdentifier?: string };

const instances = kind<InstanceRequest>({
  fields: instance,
  create: async ({ rds }, { SourceDBInstanceIdentifier, ...request }) => {
    if (SourceDBInstanceIdentifier === undefined) await rds.createDBInstance(request);
    else await rds.createDBInstanceReadReplica({ ...request, SourceDBInstanceIdentifier });
    return {};
  },
  read: async ({ rds }, { DBInstanceIdentifier }) => {
    const found = (await rds.describeDBInstances({ DBInstanceIdentifier })).DBInstances?.[0];
    return {
      ...found,
      EnableCloudwatchLogsExports: found?.EnabledCloudwatchLogsExports,
      EnablePerformanceInsights: found?.PerformanceInsightsEnabled,
      SourceDBInstanceIdentifier: found?.ReadReplicaSourceDBInstanceIdentifier,
      Tags: found?.TagList,
    };
  },
  lost: ["DatabaseInsightsMode", "EnablePerformanceInsights", "MasterUserPassword", "PerformanceInsightsRetentionPeriod"],
});

export const databases: Readonly<Record<string, Kind>> = {
  "aws:rds/cluster:Cluster": kind<CreateDBClusterCommandInput>({
    fields: {
      ...capitals("backupRetentionPeriod", "copyTagsToSnapshot", "databaseName", "deletionProtection", "engine", "engineVersion"),
      ...capitals("manageMasterUserPassword", "masterUsername", "storageEncrypted", "databaseInsightsMode", "storageType"),
      applyImmediately: leftOut("a word for a change"),
      clusterIdentifier: as("DBClusterIdentifier"),
      dbClusterParameterGroupName: parameters,
      dbSubnetGroupName: network,
      deleteAutomatedBackups: onDeletion,
      enabledCloudwatchLogsExports: as("EnableCloudwatchLogsExports"),
      finalSnapshotIdentifier: onDeletion,
      masterPassword: as("MasterUserPassword", opened),
      performanceInsightsEnabled: as("EnablePerformanceInsights"),
      performanceInsightsRetentionPeriod: as("PerformanceInsightsRetentionPeriod"),
      serverlessv2ScalingConfiguration: as("ServerlessV2ScalingConfiguration", capitalised),
      skipFinalSnapshot: onDeletion,
      tags: as("Tags", pairs),
      vpcSecurityGroupIds: network,
    },
    create: async ({ rds }, request) => {
      await rds.createDBCluster(request);
      return {};
    },
    read: async ({ rds }, { DBClusterIdentifier }) => {
      const found = (await rds.describeDBClusters({ DBClusterIdentifier })).DBClusters?.[0];
      return { ...found, EnableCloudwatchLogsExports: found?.EnabledCloudwatchLogsExports, Tags: found?.TagList };
    },
    lost: ["ManageMasterUserPassword", "MasterUserPassword"],
  }),
  "aws:rds/instance:Instance": instances,
  "aws:rds/clusterInstance:ClusterInstance": instances,
};

/** What Pulumi keeps secret is wrapped. */
export function opened(given: unknown): unknown {
  return typeof given === "object" && given !== null && "value" in given ? given.value : given;
}
