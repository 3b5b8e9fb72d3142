import assert from "node:assert/strict";
import { known, unknown, unknownValue, type ValueMap } from "../../../graph";
import { readModel, type Cache } from "../../../model";
import { GraphBuilder } from "../graph-builder";

const read = (inputs: ValueMap): Cache => {
  const b = new GraphBuilder();
  b.add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", inputs);
  const [cache] = readModel(b.graph()).caches;
  assert.ok(cache);
  return cache;
};
const given = <T>(value: T) => ({ value: known(value), given: true });
const omitted = <T>(value: T) => ({ value: known(value), given: false });
const computed = unknown("computed on deployment");

describe("caches", () => {
  it("have an engine, a node type, shards and replicas of each", () => {
    const cache = read({
      replicationGroupId: "s",
      engine: "valkey",
      nodeType: "cache.r7g.large",
      numNodeGroups: 2,
      replicasPerNodeGroup: 1,
    });
    assert.deepEqual(cache, {
      id: cache.id,
      name: "s",
      at: cache.at,
      engine: given("valkey"),
      nodeType: known("cache.r7g.large"),
      shards: given(2),
      replicas: given(1),
      clusterMode: omitted("enabled"),
    });
  });

  it("are one Redis shard without replicas where nothing is written", () => {
    const { engine, nodeType, shards, replicas, clusterMode } = read({});
    assert.deepEqual(
      [engine, nodeType, shards, replicas, clusterMode],
      [omitted("redis"), unknown("malformed"), omitted(1), omitted(0), omitted("disabled")],
    );
  });

  it("count replicas without the primary node", () => {
    assert.deepEqual(read({ numCacheClusters: 3 }).replicas, given(2));
    assert.deepEqual(read({ numCacheClusters: unknownValue }).replicas, { value: computed, given: true });
    assert.deepEqual(read({ numNodeGroups: 2 }).replicas, { value: unknown("not in this source"), given: false });
  });

  it("are in cluster mode where they say so, their parameter group does, or they have several shards", () => {
    const mode = (inputs: ValueMap) => read(inputs).clusterMode;
    assert.deepEqual(mode({ clusterMode: "compatible", numNodeGroups: 3 }), given("compatible"));
    assert.deepEqual(mode({ clusterMode: "on" }), { value: unknown("malformed"), given: true });
    assert.deepEqual(mode({ parameterGroupName: "default.redis7.cluster.on" }), omitted("enabled"));
    assert.deepEqual(mode({ parameterGroupName: "default.redis7" }), omitted("disabled"));
    assert.deepEqual(mode({ parameterGroupName: "ours", numNodeGroups: 3 }), { value: unknown("not in this source"), given: false });
    assert.deepEqual(mode({ parameterGroupName: unknownValue }), { value: computed, given: false });
    assert.deepEqual(mode({ numNodeGroups: unknownValue }), { value: computed, given: false });
  });
});
