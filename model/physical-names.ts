import { types } from "./resource-types";

/**
 * The properties whose text names a resource at the provider, the plain name first. Besides these, its id counts.
 * From the inputs and outputs of `@pulumi/aws` 7 and `@pulumi/aws-native` 1.
 */
const byType: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...all(types.ecsService, ["name"]),
  ["aws-native:ecs:Service", ["serviceName", "serviceArn"]],
  ...all(types.taskDefinition, ["family", "arn"]),
  ...all(types.ecsCluster, ["name", "arn"]),
  ...all(types.policy, ["name", "arn"]),
  ...all(types.fnAlias, ["name", "arn"]),
  ...all(types.alarm, ["name", "arn"]),
  ...all(types.topic, ["name", "arn"]),
  ...all(types.queue, ["name", "arn", "url"]),
  ...all(types.targetGroup, ["name", "arn", "arnSuffix"]),
  ...all(types.fn, ["name", "arn"]),
  ...all(types.databaseCluster, ["clusterIdentifier", "arn"]),
  ...all(types.databaseInstance, ["identifier", "arn"]),
  ...all(types.replicationGroup, ["replicationGroupId", "arn"]),
  ...all(types.table, ["name", "arn"]),
  ...all(types.budget, ["name", "arn"]),
  ...all(types.scheduledAction, ["name", "arn"]),
]);

export const identifyingProperties = (type: string): readonly string[] => (Object.hasOwn(byType, type) ? (byType[type] ?? []) : []);

function all(list: readonly string[], properties: readonly string[]): (readonly [string, readonly string[]])[] {
  return list.map((type) => [type, properties] as const);
}
