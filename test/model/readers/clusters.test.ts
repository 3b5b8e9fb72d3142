import assert from "node:assert/strict";
import { known, unknown, unknownValue, type Value } from "../../../graph";
import { readModel } from "../../../model";
import { GraphBuilder } from "../graph-builder";

const insights = (settings: Value) => {
  const b = new GraphBuilder();
  b.add("aws:ecs/cluster:Cluster", "main", { settings });
  return readModel(b.graph()).clusters[0]?.containerInsights;
};
const setting = (value: Value) => [{ name: "containerInsights", value }];

describe("clusters", () => {
  it("have Container Insights where the cluster says so", () => {
    assert.deepEqual(insights(setting("enabled")), { value: known(true), given: true });
    assert.deepEqual(insights(setting("enhanced")), { value: known(true), given: true });
    assert.deepEqual(insights(setting("disabled")), { value: known(false), given: true });
    assert.deepEqual(insights([]), { value: known(false), given: false });
    assert.deepEqual(insights(null), { value: known(false), given: false });
    assert.deepEqual(insights(setting("on")), { value: unknown("malformed"), given: true });
    for (const lost of [unknownValue, setting(unknownValue), [{ name: unknownValue, value: "enabled" }]])
      assert.deepEqual(insights(lost), { value: unknown("computed on deployment"), given: true });
  });
});
