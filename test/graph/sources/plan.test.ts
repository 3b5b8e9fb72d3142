import assert from "node:assert/strict";

import { known, unknown, unknownValue, type Resource } from "../../../graph";
import { graphFromPlan } from "../../../graph/sources/plan";
import { mapOf } from "./arbitrary-graph";

const urn = "urn:pulumi:dev::shop::shop:index:Web$a:b:C::x";
const read = (resource: object, members: object = {}): Resource => {
  const [only] = graphFromPlan(JSON.stringify({ manifest: {}, resourcePlans: { [urn]: resource }, ...members }), "plan.json").resources;
  assert.ok(only);
  return only;
};
const goal = (members: object = {}): object => ({ type: "a:b:C", name: "x", custom: true, inputDiff: {}, ...members });

describe("graphFromPlan", () => {
  it("reads a plan inside its versioned form", () => {
    const text = JSON.stringify({ version: 1, plan: { manifest: {}, resourcePlans: { [urn]: { goal: goal(), steps: ["create"] } } } });
    assert.equal(graphFromPlan(text, "plan.json").resources[0]?.urn, urn);
  });

  it("joins what changes with the outputs that name an input", () => {
    const inputDiff = { adds: { a: 1 }, updates: { b: 2 }, deletes: ["c"] };
    const propertyDependencies = { a: [], b: [], c: [], d: null, e: [] };
    const state = { a: 0, b: 0, c: 0, d: 4, arn: "arn:x" };
    const { inputs } = read({ goal: goal({ inputDiff, propertyDependencies }), steps: ["update"], state });
    assert.deepEqual(inputs, mapOf(Object.entries({ d: 4, e: unknownValue, a: 1, b: 2 })));
  });

  it("takes all outputs for inputs where no property is named", () => {
    const { inputs } = read({ goal: goal({ inputDiff: { deletes: ["c"] } }), steps: ["same"], state: { c: 1, d: 2 } });
    assert.deepEqual(inputs, mapOf(Object.entries({ d: 2 })));
  });

  it("finds all inputs of what is new in what it adds", () => {
    for (const step of ["create", "import"]) {
      const { inputs } = read({ goal: goal({ inputDiff: { adds: { a: 1 } }, propertyDependencies: { a: [], b: [] } }), steps: [step] });
      assert.deepEqual(inputs, mapOf(Object.entries({ a: 1 })), step);
    }
  });

  it("does not take what came out of a deployment alone for an input", () => {
    const state = { a: 1, arn: "arn:x" };
    const { inputs, outputs } = read({ goal: goal({ propertyDependencies: { a: [] } }), steps: ["same"], state });
    assert.deepEqual(inputs, mapOf(Object.entries({ a: 1 })));
    assert.deepEqual(outputs, known(mapOf(Object.entries(state))));
  });

  it("knows the id of an import alone", () => {
    assert.deepEqual(read({ goal: goal({ id: "i-1" }), steps: ["import"] }).id, known("i-1"));
    assert.deepEqual(read({ goal: goal(), steps: ["create"] }).id, unknown("computed on deployment"));
    assert.deepEqual(read({ goal: goal(), steps: ["same"] }).id, unknown("not in this source"));
    assert.deepEqual(read({ goal: goal({ custom: false }), steps: ["same"] }).id, known(""));
  });

  it("completes aliases that name only what differs", () => {
    const alias = (members: object): object => ({
      URN: "",
      Name: "",
      Type: "",
      Project: "",
      Stack: "",
      Parent: "",
      NoParent: false,
      ...members,
    });
    const structuredAliases = [
      alias({ URN: "urn:pulumi:dev::shop::a:b:C::first" }),
      alias({ Name: "old" }),
      alias({ NoParent: true }),
      alias({ Parent: "urn:pulumi:dev::shop::shop:index:App::app", Type: "a:b:Old" }),
      alias({ Stack: "qa", Project: "store" }),
    ];
    const parent = "urn:pulumi:dev::shop::shop:index:Web::web";
    const { aliases } = read({
      goal: goal({ parent, aliases: ["urn:pulumi:dev::shop::a:b:C::zero"], structuredAliases }),
      steps: ["create"],
    });
    assert.deepEqual(
      aliases,
      known([
        "urn:pulumi:dev::shop::a:b:C::zero",
        "urn:pulumi:dev::shop::a:b:C::first",
        "urn:pulumi:dev::shop::shop:index:Web$a:b:C::old",
        "urn:pulumi:dev::shop::a:b:C::x",
        "urn:pulumi:dev::shop::shop:index:App$a:b:Old::x",
        "urn:pulumi:qa::store::shop:index:Web$a:b:C::x",
      ]),
    );
  });

  it("never shows a secret region of the configuration", () => {
    const text = JSON.stringify({
      config: { "aws:region": { secure: "v1:abc" } },
      resourcePlans: { [urn]: { goal: goal(), steps: ["create"] } },
    });
    assert.deepEqual(graphFromPlan(text, "plan.json").region, unknown("secret"));
  });
});
