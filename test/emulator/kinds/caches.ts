import type { CreateReplicationGroupCommandInput } from "@aws-sdk/client-elasticache";
import { as, capitals, kind, leftOut, pairs } from "../kind";
import type { Kind } from "../kind";
import { opened } from "./databases";

type Inputs = Readonly<Record<string, unknown>>;

const network = leftOut("the network is not emulated");

export const caches: Readonly<Record<string, Kind>> = {
  "aws:elasticache/replicationGroup:ReplicationGroup": kind<CreateReplicationGroupCommandInput>({
    fields: {
      ...capitals("atRestEncryptionEnabled", "autoMinorVersionUpgrade", "automaticFailoverEnabled", "clusterMode", "engine"),
      ...capitals("engineVersion", "numNodeGroups", "port", "replicasPerNodeGroup", "replicationGroupId", "snapshotRetentionLimit"),
      ...capitals("snapshotWindow", "transitEncryptionEnabled", "transitEncryptionMode", "dataTieringEnabled"),
      applyImmediately: leftOut("a word for a change"),
      authToken: as("AuthToken", opened),
      description: as("ReplicationGroupDescription"),
      finalSnapshotIdentifier: leftOut("a word for the deletion"),
      logDeliveryConfigurations: as("LogDeliveryConfigurations", (given) => (given as readonly Inputs[]).map(delivery)),
      maintenanceWindow: as("PreferredMaintenanceWindow"),
      multiAzEnabled: as("MultiAZEnabled"),
      nodeType: as("CacheNodeType"),
      numCacheClusters: as("NumCacheClusters"),
      parameterGroupName: as("CacheParameterGroupName"),
      securityGroupIds: network,
      subnetGroupName: network,
      tags: as("Tags", pairs),
    },
    create: async ({ elasticache }, request) => {
      await elasticache.createReplicationGroup(request);
      return {};
    },
    read: async ({ elasticache }, { ReplicationGroupId }) => {
      const found = (await elasticache.describeReplicationGroups({ ReplicationGroupId })).ReplicationGroups?.[0];
      const { TagList } = await elasticache.listTagsForResource({ ResourceName: found?.ARN });
      return {
        ...found,
        ReplicationGroupDescription: found?.Description,
        AutomaticFailoverEnabled: found?.AutomaticFailover === "enabled",
        MultiAZEnabled: found?.MultiAZ === "enabled",
        NumNodeGroups: found?.NodeGroups?.length,
        ReplicasPerNodeGroup: (found?.NodeGroups?.[0]?.NodeGroupMembers?.length ?? Number.NaN) - 1,
        Tags: TagList,
      };
    },
    lost: ["AuthToken", "CacheParameterGroupName", "EngineVersion", "Port", "PreferredMaintenanceWindow"],
  }),
};

const delivery = ({ destination, destinationType, logFormat, logType }: Inputs): unknown => ({
  DestinationType: destinationType,
  DestinationDetails:
    destinationType === "cloudwatch-logs"
      ? { CloudWatchLogsDetails: { LogGroup: destination } }
      : { KinesisFirehoseDetails: { DeliveryStream: destination } },
  LogFormat: logFormat,
  LogType: logType,
});
