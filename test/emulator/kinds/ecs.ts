import type {
  CreateClusterCommandInput,
  CreateServiceCommandInput,
  PutClusterCapacityProvidersCommandInput,
  RegisterTaskDefinitionCommandInput,
} from "@aws-sdk/client-ecs";
import { as, kind, leftOut, listed, same } from "../kind";
import type { Kind } from "../kind";

const tags = as("tags", listed("key", "value"));

export const ecs: Readonly<Record<string, Kind>> = {
  "aws:ecs/cluster:Cluster": kind<CreateClusterCommandInput>({
    fields: { name: as("clusterName"), ...same("settings"), tags },
    create: async ({ ecs }, request) => ({ arn: (await ecs.createCluster(request)).cluster?.clusterArn }),
    read: async ({ ecs }, { clusterName = "" }) =>
      (await ecs.describeClusters({ clusters: [clusterName], include: ["SETTINGS", "TAGS"] })).clusters?.[0],
  }),
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": kind<PutClusterCapacityProvidersCommandInput>({
    fields: {
      clusterName: as("cluster"),
      ...same("capacityProviders"),
      defaultCapacityProviderStrategies: as("defaultCapacityProviderStrategy"),
    },
    create: async ({ ecs }, request) => {
      await ecs.putClusterCapacityProviders(request);
      return {};
    },
    read: async ({ ecs }, { cluster = "" }) => {
      const found = (await ecs.describeClusters({ clusters: [cluster] })).clusters?.[0];
      return { ...found, cluster: found?.clusterName };
    },
  }),
  "aws:ecs/taskDefinition:TaskDefinition": kind<RegisterTaskDefinitionCommandInput>({
    fields: {
      ...same("family", "cpu", "memory", "networkMode", "requiresCompatibilities", "runtimePlatform", "executionRoleArn", "taskRoleArn"),
      containerDefinitions: as("containerDefinitions", (given) => JSON.parse(String(given)) as unknown),
      volumes: as("volumes"),
      tags,
    },
    create: async ({ ecs }, request) => ({ arn: (await ecs.registerTaskDefinition(request)).taskDefinition?.taskDefinitionArn }),
    read: async ({ ecs }, { family }) => {
      const { taskDefinition, tags } = await ecs.describeTaskDefinition({ taskDefinition: family, include: ["TAGS"] });
      return { ...taskDefinition, tags };
    },
  }),
  "aws:ecs/service:Service": kind<CreateServiceCommandInput>({
    fields: {
      name: as("serviceName"),
      ...same("availabilityZoneRebalancing", "cluster", "desiredCount", "enableExecuteCommand", "loadBalancers", "propagateTags"),
      ...same("launchType", "platformVersion", "taskDefinition"),
      capacityProviderStrategies: as("capacityProviderStrategy"),
      deploymentCircuitBreaker: as("deploymentConfiguration", (given) => ({ deploymentCircuitBreaker: given })),
      deploymentMaximumPercent: as("deploymentConfiguration", (given) => ({ maximumPercent: given })),
      deploymentMinimumHealthyPercent: as("deploymentConfiguration", (given) => ({ minimumHealthyPercent: given })),
      alarms: as("deploymentConfiguration", (given) => ({ alarms: given })),
      enableEcsManagedTags: as("enableECSManagedTags"),
      forceNewDeployment: leftOut("a word for UpdateService"),
      healthCheckGracePeriodSeconds: as("healthCheckGracePeriodSeconds"),
      networkConfiguration: leftOut("the network is not emulated"),
      serviceRegistries: as("serviceRegistries", (given) => [given]),
      tags,
      waitForSteadyState: leftOut("a word for Pulumi"),
    },
    create: async ({ ecs }, request) => ({ id: (await ecs.createService(request)).service?.serviceArn }),
    read: async ({ ecs }, { cluster, serviceName = "" }) => {
      const found = (await ecs.describeServices({ cluster, services: [serviceName], include: ["TAGS"] })).services?.[0];
      return { ...found, cluster: found?.clusterArn };
    },
    lost: [
      "availabilityZoneRebalancing",
      "capacityProviderStrategy",
      "deploymentConfiguration",
      "enableECSManagedTags",
      "healthCheckGracePeriodSeconds",
    ],
  }),
};
