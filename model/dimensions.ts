import type { Owner, ScalableUnit } from "./scaling-model";

/** What one scalable dimension of Application Auto Scaling counts, and what owns it. */
export interface Dimension {
  readonly namespace: string;
  readonly unit: ScalableUnit;
  readonly owner: Owner["kind"];
  /** The owner's input that sets the count at first, where one does that alone; `owners/initial.ts` knows of the rest. */
  readonly initial: string | undefined;
}

/**
 * Application Auto Scaling API reference, `RegisterScalableTarget`, ScalableDimension; read 2026-11. Dimensions that
 * are not listed count capacity units of an owner of kind "other".
 */
const dimensions: Readonly<Record<string, Dimension>> = {
  "ecs:service:DesiredCount": { namespace: "ecs", unit: "task", owner: "ecs service", initial: undefined },
  "lambda:function:ProvisionedConcurrency": {
    namespace: "lambda",
    unit: "environment",
    owner: "provisioned concurrency",
    initial: undefined,
  },
  "rds:cluster:ReadReplicaCount": { namespace: "rds", unit: "replica", owner: "aurora readers", initial: undefined },
  "elasticache:replication-group:NodeGroups": { namespace: "elasticache", unit: "shard", owner: "cache shards", initial: "numNodeGroups" },
  "elasticache:replication-group:Replicas": {
    namespace: "elasticache",
    unit: "replica",
    owner: "cache replicas",
    initial: "replicasPerNodeGroup",
  },
  "dynamodb:table:ReadCapacityUnits": { namespace: "dynamodb", unit: "capacity unit", owner: "table capacity", initial: "readCapacity" },
  "dynamodb:table:WriteCapacityUnits": { namespace: "dynamodb", unit: "capacity unit", owner: "table capacity", initial: "writeCapacity" },
  "dynamodb:index:ReadCapacityUnits": { namespace: "dynamodb", unit: "capacity unit", owner: "table capacity", initial: undefined },
  "dynamodb:index:WriteCapacityUnits": { namespace: "dynamodb", unit: "capacity unit", owner: "table capacity", initial: undefined },
};

export const dimensionNamed = (name: string): Dimension | undefined => (Object.hasOwn(dimensions, name) ? dimensions[name] : undefined);

/** The only dimension of a namespace; undefined where it has several, or none that is known. */
export function onlyDimensionOf(namespace: string): string | undefined {
  const names = Object.keys(dimensions).filter((name) => dimensions[name]?.namespace === namespace);
  return names.length === 1 ? names[0] : undefined;
}
