import assert from "node:assert/strict";
import { known, unknown, unknownValue, type Resource, type ValueMap } from "../../../graph";
import { readModel } from "../../../model";
import { GraphBuilder, type Given } from "../graph-builder";

const provisionedType = "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";
const none = { initial: { value: unknown("not in this source"), given: false }, initialIgnored: unknown("not in this source") };

const target = (b: GraphBuilder, dimension: string, from: Resource): Resource =>
  b.add(
    "aws:appautoscaling/target:Target",
    "t",
    {
      serviceNamespace: dimension.split(":")[0] ?? "",
      scalableDimension: dimension,
      resourceId: unknownValue,
      minCapacity: 2,
      maxCapacity: 4,
    },
    { from: { resourceId: [from] } },
  );
const initial = (b: GraphBuilder) => {
  const scalable = readModel(b.graph()).scalables.find((each) =>
    each.registrations.some(({ namespace }) => namespace.known && namespace.value !== "aurora"),
  );
  return { initial: scalable?.initial, initialIgnored: scalable?.initialIgnored };
};

describe("the count at first, and whether it is left to the autoscaler", () => {
  const service = (type: string, inputs: ValueMap, given: Given = {}) => {
    const b = new GraphBuilder();
    target(b, "ecs:service:DesiredCount", b.add(type, "api", inputs, given));
    return initial(b);
  };

  it("of an ECS service is in desiredCount, which a deployment sets back unless it is ignored", () => {
    const classic = "aws:ecs/service:Service";
    assert.deepEqual(service(classic, { desiredCount: 3 }), { initial: { value: known(3), given: true }, initialIgnored: known(false) });
    assert.deepEqual(service(classic, {}), { initial: { value: known(0), given: false }, initialIgnored: known(false) });
    assert.deepEqual(service(classic, {}, { ignoreChanges: ["desiredCount"] }).initialIgnored, known(true));
    assert.deepEqual(service(classic, {}, { ignoreChanges: ["*"] }).initialIgnored, known(true));
    assert.deepEqual(service(classic, {}, { ignoreChanges: unknown("not in this source") }).initialIgnored, unknown("not in this source"));
    assert.deepEqual(service("awsx:ecs:FargateService", {}, { remote: true }), {
      initial: { value: known(1), given: false },
      initialIgnored: unknown("not in this source"),
    });
  });

  it("of an aws-native service is one task, and is kept where none is written", () => {
    const native = "aws-native:ecs:Service";
    assert.deepEqual(service(native, {}), { initial: { value: known(1), given: false }, initialIgnored: known(true) });
    assert.deepEqual(service(native, { desiredCount: 2 }), { initial: { value: known(2), given: true }, initialIgnored: known(false) });
    assert.deepEqual(service(native, { desiredCount: 2 }, { ignoreChanges: ["desiredCount"] }).initialIgnored, known(true));
  });

  it("of a cache is in its own counts", () => {
    for (const [dimension, property] of [
      ["elasticache:replication-group:NodeGroups", "numNodeGroups"],
      ["elasticache:replication-group:Replicas", "replicasPerNodeGroup"],
    ] as const) {
      const b = new GraphBuilder();
      target(
        b,
        dimension,
        b.add("aws:elasticache/replicationGroup:ReplicationGroup", "c", { [property]: 2 }, { ignoreChanges: [property] }),
      );
      assert.deepEqual(initial(b), { initial: { value: known(2), given: true }, initialIgnored: known(true) });
    }
  });

  it("of Aurora's readers is one less than the cluster's instances, and no deployment takes away more", () => {
    const readers = (instances: number) => {
      const b = new GraphBuilder();
      const cluster = b.add("aws:rds/cluster:Cluster", "main", { engine: "aurora-postgresql" });
      for (let i = 0; i < instances; i++)
        b.add(
          "aws:rds/clusterInstance:ClusterInstance",
          `m${i}`,
          { clusterIdentifier: unknownValue },
          { from: { clusterIdentifier: [cluster] } },
        );
      target(b, "rds:cluster:ReadReplicaCount", cluster);
      return initial(b);
    };
    assert.deepEqual(readers(3), { initial: { value: known(2), given: true }, initialIgnored: known(true) });
    assert.deepEqual(readers(0), none);
  });

  it("of a table is in the capacity of the dimension", () => {
    const b = new GraphBuilder();
    target(b, "dynamodb:table:ReadCapacityUnits", b.add("aws:dynamodb/table:Table", "orders", { name: "orders", readCapacity: 5 }));
    assert.deepEqual(initial(b), { initial: { value: known(5), given: true }, initialIgnored: known(false) });
  });

  it("is not told where nothing is found", () => {
    const b = new GraphBuilder();
    target(b, "ecs:service:DesiredCount", b.add("aws:s3/bucket:Bucket", "b"));
    assert.deepEqual(initial(b), none);
  });
});

describe("provisioned concurrency at first", () => {
  const world = (aliasNames: readonly string[] = ["live"]) => {
    const b = new GraphBuilder();
    const fn = b.add("aws:lambda/function:Function", "checkout", { name: "checkout" });
    const aliases = aliasNames.map((name) =>
      b.add("aws:lambda/alias:Alias", name, { name, functionName: unknownValue }, { from: { functionName: [fn] } }),
    );
    const [live] = aliases as [Resource];
    target(b, "lambda:function:ProvisionedConcurrency", live);
    return { b, fn, live, aliases };
  };
  const provision = (b: GraphBuilder, inputs: ValueMap, from: Given["from"] = {}, ignoreChanges: readonly string[] = []) =>
    b.add(provisionedType, `p${b.graph().resources.length}`, { provisionedConcurrentExecutions: 5, ...inputs }, { from, ignoreChanges });

  it("is what the program provisions for the same alias", () => {
    const found = { initial: { value: known(5), given: true }, initialIgnored: known(false) };
    const byText = world();
    provision(byText.b, { functionName: "checkout", qualifier: "live" });
    assert.deepEqual(initial(byText.b), found);
    const byDependency = world();
    provision(
      byDependency.b,
      { functionName: unknownValue, qualifier: unknownValue },
      { functionName: [byDependency.live], qualifier: [byDependency.live] },
    );
    assert.deepEqual(initial(byDependency.b), found);
    const ignored = world();
    provision(ignored.b, { functionName: "checkout", qualifier: "live" }, {}, ["provisionedConcurrentExecutions"]);
    assert.deepEqual(initial(ignored.b).initialIgnored, known(true));
  });

  it("is the minimum where the program provisions none, or for another alias or function only", () => {
    const minimum = { initial: { value: known(2), given: false }, initialIgnored: known(true) };
    const { b } = world(["live", "next"]);
    assert.deepEqual(initial(b), minimum);
    provision(b, { functionName: "checkout", qualifier: "next" });
    provision(b, { functionName: "elsewhere", qualifier: "live" });
    assert.deepEqual(initial(b), minimum);
  });

  it("is ambiguous where two provide it, or one that may be about any", () => {
    const unclear = { initial: { value: unknown("ambiguous"), given: false }, initialIgnored: unknown("ambiguous") };
    const twice = world();
    for (let i = 0; i < 2; i++) provision(twice.b, { functionName: "checkout", qualifier: "live" });
    assert.deepEqual(initial(twice.b), unclear);
    const open = world();
    provision(open.b, { functionName: "checkout", qualifier: unknownValue });
    assert.deepEqual(initial(open.b), unclear);
  });
});
