import assert from "node:assert/strict";
import { z } from "zod";
import { keysOf } from "../../../tools/reference/keys";

const count = z.number({ error: "a whole number" });
const rows = (schema: z.ZodType): readonly string[] => keysOf(schema).map((key) => Object.values(key).join(" | "));

describe("tools/reference/keys", () => {
  it("gives a row for each key, outer ones first, with what a wrong value would be told", () => {
    const scale = z.strictObject({ min: count.describe("The fewest.") }, { error: "a mapping with min" });
    assert.deepEqual(rows(z.strictObject({ scale: scale.describe("How many."), at: z.string({ error: "a time" }) })), [
      "scale | How many. | a mapping with min | required",
      "scale.min | The fewest. | a whole number | required",
      "at |  | a time | required",
    ]);
  });

  it("says what applies where nothing is written", () => {
    const schema = z.strictObject({
      one: count.optional().describe("Optional."),
      two: count.prefault(2).describe("With a default."),
      three: z.array(count, { error: "a list" }).prefault([]).describe("Empty."),
      four: z.string({ error: "a text" }).transform(Number).prefault("4").describe("Changed."),
    });
    assert.deepEqual(rows(schema), [
      "one | Optional. | a whole number | none",
      "two | With a default. | a whole number | `2`",
      "three | Empty. | a list | none",
      "four | Changed. | a text | `4`",
    ]);
  });

  it("opens mappings by name, lists and choices", () => {
    const entry = z.strictObject({ at: z.string({ error: "a time" }).describe("When.") });
    const choice = z.union([count, z.strictObject({ max: count.describe("The most.") })], { error: "a number or a mapping" });
    const schema = z.record(z.string(), z.strictObject({ times: z.array(entry, { error: "a list" }), nodes: choice }));
    assert.deepEqual(
      keysOf(schema).map(({ path, allowed }) => `${path}: ${allowed}`),
      ["<name>.times: a list", "<name>.times[].at: a time", "<name>.nodes: a number or a mapping", "<name>.nodes.max: a whole number"],
    );
  });
});
