import type { Scalable } from "../model";

/** Application Auto Scaling's namespaces, as people call them (API reference, `ServiceNamespace`, 2026-08). */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ecs: "ECS",
    rds: "Aurora",
    lambda: "Lambda",
    dynamodb: "DynamoDB",
    elasticache: "ElastiCache",
    cassandra: "Keyspaces",
    comprehend: "Comprehend",
    kafka: "MSK",
    neptune: "Neptune",
    sagemaker: "SageMaker",
    ec2: "Spot Fleet",
    elasticmapreduce: "EMR",
    appstream: "AppStream",
    workspaces: "WorkSpaces",
    "custom-resource": "a custom resource",
  }),
);

/** The service whose capacity this is. */
export function serviceName(scalable: Scalable): string {
  const namespace = scalable.registrations[0]?.namespace;
  return namespace?.known ? (names.get(namespace.value) ?? namespace.value) : "the service";
}
