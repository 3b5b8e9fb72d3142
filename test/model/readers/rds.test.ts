import assert from "node:assert/strict";
import { known, unknown, unknownValue, type Resource, type ValueMap } from "../../../graph";
import { readModel, type Database, type ScalingModel } from "../../../model";
import { GraphBuilder, type Given } from "../graph-builder";

const computed = unknown("computed on deployment");
const cluster = "aws:rds/cluster:Cluster";
const member = "aws:rds/clusterInstance:ClusterInstance";
const instance = "aws:rds/instance:Instance";
const proxyTarget = "aws:rds/proxyTarget:ProxyTarget";
const database = (model: ScalingModel, name: string): Database => {
  const found = model.databases.find((each) => each.name === name);
  assert.ok(found, name);
  return found;
};
const lost = ({ unresolved }: ScalingModel) => unresolved.map(({ at, property, why }) => `${at.name}.${property}: ${why}`);

describe("Aurora clusters", () => {
  const range = { minCapacity: 0.5, maxCapacity: 16 };
  const read = (inputs: ValueMap, given: Given = {}, classes: readonly string[] = []): ScalingModel => {
    const b = new GraphBuilder();
    const component = b.component("headroom:components:Aurora", "orders", { configPath: "headroom:databases.orders" });
    const main = b.add(
      cluster,
      "main",
      { clusterIdentifier: "main", engine: "aurora-postgresql", ...inputs },
      { parent: component, ...given },
    );
    classes.forEach((instanceClass, i) =>
      b.add(member, `main-${i}`, { clusterIdentifier: unknownValue, instanceClass }, { from: { clusterIdentifier: [main] } }),
    );
    return readModel(b.graph());
  };

  it("have an engine, the classes of their instances and, if serverless, a range of capacity", () => {
    const serverless = database(read({ serverlessv2ScalingConfiguration: range }, {}, ["db.serverless", "db.r7g.large"]), "main");
    assert.deepEqual(serverless, {
      id: serverless.id,
      name: "main",
      at: serverless.at,
      kind: "cluster",
      engine: known("aurora-postgresql"),
      instanceClass: undefined,
      capacity: { min: known(0.5), max: known(16) },
      members: known([known("db.serverless"), known("db.r7g.large")]),
      replicaOf: undefined,
      proxied: known(false),
    });
    assert.deepEqual(database(read({ dbClusterInstanceClass: "db.m7g.large" }), "main").instanceClass, known("db.m7g.large"));
  });

  it("make one scalable of the capacity that Aurora moves itself, without policies", () => {
    const model = read({ serverlessv2ScalingConfiguration: range });
    const [capacity, second] = model.scalables;
    assert.ok(capacity !== undefined && second === undefined);
    assert.equal(capacity.id, `${capacity.at.urn}#capacity`);
    assert.equal(capacity.name, "orders");
    assert.equal(capacity.unit, "ACU");
    assert.deepEqual(capacity.owner, { kind: "aurora capacity", database: known(capacity.at.urn) });
    assert.deepEqual(capacity.bounds, { min: known(0.5), max: known(16) });
    assert.deepEqual(capacity.initial, { value: known(0.5), given: false });
    assert.deepEqual(capacity.initialIgnored, known(true));
    assert.deepEqual([capacity.policies, capacity.schedules], [[], []]);
    assert.deepEqual(
      capacity.registrations.map(({ namespace, dimension, resourceId, bounds }) => ({ namespace, dimension, resourceId, bounds })),
      [{ namespace: known("aurora"), dimension: known("capacity"), resourceId: known("main"), bounds: capacity.bounds }],
    );
  });

  it("have a capacity that is unknown where its range is, and malformed where half of it is missing", () => {
    const bounds = (serverlessv2ScalingConfiguration: ValueMap | typeof unknownValue) =>
      read({ serverlessv2ScalingConfiguration }).scalables[0]?.bounds;
    assert.deepEqual(bounds(unknownValue), { min: computed, max: computed });
    assert.deepEqual(bounds({ minCapacity: 1 }), { min: known(1), max: unknown("malformed") });
  });

  it("do not scale without a range, or where another stack manages them", () => {
    assert.deepEqual(read({}).scalables, []);
    assert.deepEqual(read({}, { external: true, outputs: { serverlessv2ScalingConfiguration: range } }).scalables, []);
  });

  it("have ambiguous members while an instance may be in any", () => {
    const b = new GraphBuilder();
    const [one, two] = ["one", "two"].map((name) => b.add(cluster, name, { clusterIdentifier: name, engine: "aurora-mysql" })) as [
      Resource,
      Resource,
    ];
    b.add(member, "m", { clusterIdentifier: unknownValue, instanceClass: "db.serverless" }, { from: { clusterIdentifier: [one, two] } });
    const model = readModel(b.graph());
    assert.deepEqual(database(model, "one").members, unknown("ambiguous"));
    assert.deepEqual(lost(model), ["m.clusterIdentifier: ambiguous"]);
  });

  it("are not in doubt for an instance in another stack's cluster", () => {
    const b = new GraphBuilder();
    b.add(cluster, "one", { clusterIdentifier: "one", engine: "aurora-mysql" });
    b.add(member, "m", { clusterIdentifier: "elsewhere", instanceClass: "db.serverless" });
    assert.deepEqual(database(readModel(b.graph()), "one").members, known([]));
  });
});

describe("database instances", () => {
  it("have an engine and a class; a replica has its source's engine and says whose it is", () => {
    const b = new GraphBuilder();
    const store = b.add(instance, "store", { identifier: "store", engine: "postgres", instanceClass: "db.t4g.small" });
    b.add(instance, "copy", { replicateSourceDb: unknownValue, instanceClass: "db.t4g.medium" }, { from: { replicateSourceDb: [store] } });
    b.add(instance, "named", { replicateSourceDb: "arn:aws:rds:us-east-1:1:db:store", instanceClass: unknownValue });
    b.add(instance, "foreign", { replicateSourceDb: "elsewhere", instanceClass: "db.t4g.small" });
    const model = readModel(b.graph());
    const facts = ["store", "copy", "named", "foreign"].map((name) => {
      const { kind, engine, instanceClass, replicaOf, capacity } = database(model, name);
      return { kind, engine, instanceClass, replicaOf, capacity };
    });
    const common = { kind: "instance", capacity: undefined } as const;
    assert.deepEqual(facts, [
      { ...common, engine: known("postgres"), instanceClass: known("db.t4g.small"), replicaOf: undefined },
      { ...common, engine: known("postgres"), instanceClass: known("db.t4g.medium"), replicaOf: known(store.urn) },
      { ...common, engine: known("postgres"), instanceClass: computed, replicaOf: known(store.urn) },
      { ...common, engine: unknown("malformed"), instanceClass: known("db.t4g.small"), replicaOf: unknown("not in this source") },
    ]);
    assert.deepEqual(lost(model), ["foreign.replicateSourceDb: no partner in this stack"]);
    assert.deepEqual(model.scalables, []);
  });

  it("are behind a proxy that names them", () => {
    const b = new GraphBuilder();
    const [store, other] = ["store", "other"].map((name) => b.add(instance, name, { identifier: name, engine: "postgres" })) as [
      Resource,
      Resource,
    ];
    const main = b.add(cluster, "main", { clusterIdentifier: "main", engine: "aurora-postgresql" });
    const target = (name: string, property: string, from: readonly Resource[]) =>
      b.add(proxyTarget, name, { dbProxyName: "p", [property]: unknownValue }, { from: { [property]: from } });
    target("a", "dbInstanceIdentifier", [store]);
    target("b", "dbClusterIdentifier", [main]);
    const proxied = () => ["store", "other", "main"].map((name) => database(readModel(b.graph()), name).proxied);
    assert.deepEqual(proxied(), [known(true), known(false), known(true)]);
    target("c", "dbInstanceIdentifier", [store, other]);
    assert.deepEqual(proxied(), [known(true), unknown("ambiguous"), known(true)]);
  });
});
