import assert from "node:assert/strict";
import { known, unknown, unknownValue, type Resource, type Value } from "../../graph";
import { readModel, type Scalable } from "../../model";
import { GraphBuilder } from "./graph-builder";

const read = (b: GraphBuilder): readonly Scalable[] => readModel(b.graph()).scalables;
const shape = (b: GraphBuilder) => read(b).map((s) => [s.unit, s.owner.kind, s.registrations.length]);

function target(
  b: GraphBuilder,
  name: string,
  serviceNamespace: string,
  scalableDimension: Value,
  resourceId: Value,
  from: readonly Resource[] = [],
): Resource {
  return b.add(
    "aws:appautoscaling/target:Target",
    name,
    { serviceNamespace, scalableDimension, resourceId, minCapacity: 1, maxCapacity: 2 },
    { from: { resourceId: from } },
  );
}

describe("where targets of each service belong", () => {
  it("a function's aliases are places of their own, by dependency or by text", () => {
    const dimension = "lambda:function:ProvisionedConcurrency";
    const b = new GraphBuilder();
    const fn = b.add("aws:lambda/function:Function", "checkout", { name: "checkout" });
    const alias = (name: string) =>
      b.add("aws:lambda/alias:Alias", name, { name, functionName: unknownValue }, { from: { functionName: [fn] } });
    target(b, "t1", "lambda", dimension, unknownValue, [fn, alias("live")]);
    target(b, "t2", "lambda", dimension, unknownValue, [alias("canary")]);
    target(b, "t3", "lambda", dimension, "function:checkout:live");
    target(b, "t4", "lambda", dimension, "function:elsewhere:live");
    target(b, "t5", "lambda", dimension, unknownValue, [fn]);
    const owners = read(b).map((s) => [s.owner, s.registrations.map((r) => r.at.name)]);
    const kind = "provisioned concurrency";
    assert.deepEqual(
      owners.sort(),
      [
        [{ kind, fn: known(fn.urn), qualifier: known("canary") }, ["t2"]],
        [{ kind, fn: known(fn.urn), qualifier: known("live") }, ["t1", "t3"]],
        [{ kind, fn: known(fn.urn), qualifier: unknown("computed on deployment") }, ["t5"]],
        [{ kind, fn: unknown("not in this source"), qualifier: known("live") }, ["t4"]],
      ].sort(),
    );
  });

  it("a table's reads, writes and indexes are places of their own", () => {
    const b = new GraphBuilder();
    const table = b.add("aws:dynamodb/table:Table", "orders", { name: "orders", readCapacity: 5 }, { ignoreChanges: ["readCapacity"] });
    const reads = target(b, "reads", "dynamodb", "dynamodb:table:ReadCapacityUnits", unknownValue, [table]);
    target(b, "writes", "dynamodb", "dynamodb:table:WriteCapacityUnits", unknownValue, [reads]);
    target(b, "day", "dynamodb", "dynamodb:index:ReadCapacityUnits", "table/orders/index/by-day", [table]);
    target(b, "user", "dynamodb", "dynamodb:index:ReadCapacityUnits", "table/orders/index/by-user");
    target(b, "user-again", "dynamodb", "dynamodb:index:ReadCapacityUnits", "table/orders/index/by-user");
    const scalables = read(b);
    assert.deepEqual(
      scalables.map((s) => s.registrations.map((r) => r.at.name)),
      [["reads"], ["writes"], ["day"], ["user", "user-again"]],
    );
    for (const s of scalables) assert.ok(s.owner.kind === "table capacity" && s.owner.table.known && s.owner.table.value === table.urn);
    assert.deepEqual(scalables[0]?.initial, { value: known(5), given: true });
    assert.deepEqual(
      scalables.map((s) => s.initialIgnored),
      [known(true), known(false), unknown("not in this source"), unknown("not in this source")],
    );
  });

  it("clusters and caches are counted in their own units", () => {
    const b = new GraphBuilder();
    const database = b.add("aws:rds/cluster:Cluster", "main", { clusterIdentifier: "main" });
    const cache = b.add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", { replicationGroupId: "sessions" });
    target(b, "a", "rds", "rds:cluster:ReadReplicaCount", "cluster:main");
    target(b, "b", "elasticache", "elasticache:replication-group:NodeGroups", unknownValue, [cache]);
    target(b, "c", "elasticache", "elasticache:replication-group:Replicas", "replication-group/sessions");
    target(b, "d", "kafka", "kafka:broker-storage:VolumeSize", "arn:aws:kafka:x");
    assert.deepEqual(
      read(b)
        .map((s) => [s.at.name, s.unit, s.owner.kind])
        .sort(),
      [
        ["d", "capacity unit", "other"],
        ["main", "replica", "aurora readers"],
        ["sessions", "replica", "cache replicas"],
        ["sessions", "shard", "cache shards"],
      ],
    );
    assert.ok(database.urn);
  });

  it("takes the only dimension of a service where it is not known, and no dimension for another", () => {
    const b = new GraphBuilder();
    const service = b.add("aws:ecs/service:Service", "worker", { cluster: "main" });
    target(b, "a", "ecs", unknownValue, unknownValue, [service]);
    target(b, "b", "ecs", "ecs:service:DesiredCount", unknownValue, [service]);
    assert.deepEqual(shape(b), [["task", "ecs service", 2]]);
    const cache = b.add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions");
    target(b, "c", "elasticache", unknownValue, unknownValue, [cache]);
    target(b, "d", "elasticache", unknownValue, unknownValue, [cache]);
    assert.deepEqual(shape(b).filter(([, kind]) => kind === "other").length, 2);
  });

  it("puts a policy where its target is, also while nobody knows the dimension", () => {
    const b = new GraphBuilder();
    const cache = b.add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions");
    const registered = target(b, "t", "elasticache", unknownValue, unknownValue, [cache]);
    const about = { serviceNamespace: "elasticache", scalableDimension: unknownValue, resourceId: unknownValue };
    b.add("aws:appautoscaling/policy:Policy", "p", about, { from: { resourceId: [registered] } });
    assert.deepEqual(
      read(b).map((s) => [s.registrations.length, s.policies.length]),
      [[1, 1]],
    );
  });
});
