import assert from "node:assert/strict";
import { notKept } from "./kept";

describe("what an emulator gives back", () => {
  it("may hold more, lists in another order, and documents with other blanks", () => {
    const sent = { Name: "jobs", Tags: [{ Key: "a" }, { Key: "b" }], Policy: '{"a":1}', Unit: undefined };
    assert.deepEqual(notKept(sent, { Name: "jobs", Tags: [{ Key: "b", Value: 1 }, { Key: "a" }], Policy: '{ "a": 1 }', Arn: "x" }), []);
  });

  it("is told where it differs", () => {
    assert.deepEqual(notKept({ Min: 1, Config: { Target: 70, Out: 60 } }, { Min: 2, Config: { Target: 70 } }), [
      "Min was sent as 1 and came back as 2",
      "Config.Out was sent as 60 and came back as nothing",
    ]);
    assert.deepEqual(notKept({ Tags: ["a", "b"] }, { Tags: ["a", "c"] }), ['Tags was sent as "b" and came back as ["a","c"]']);
    assert.deepEqual(notKept({ Tags: ["a"] }, { Tags: ["a", "a"] }), ['Tags was sent as ["a"] and came back as ["a","a"]']);
    assert.deepEqual(notKept({ Policy: '{"a":1}' }, { Policy: '{"a":2}' }), ["Policy.a was sent as 1 and came back as 2"]);
    assert.deepEqual(notKept({ At: new Date(0) }, { At: new Date(1) }), [
      'At was sent as "1970-01-01T00:00:00.000Z" and came back as "1970-01-01T00:00:00.001Z"',
    ]);
  });

  it("is not asked for what is known to be lost, in lists neither", () => {
    assert.deepEqual(notKept({ Notes: [{ A: 1, B: 2 }], Tags: ["a"] }, { Notes: [{ A: 1 }] }, ["Notes.B", "Tags"]), []);
  });
});
