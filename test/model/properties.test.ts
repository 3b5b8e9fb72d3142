import assert from "node:assert/strict";
import { AssetValue, known, ReferenceValue, secretValue, unknown, unknownValue, type Value, type ValueMap } from "../../graph";
import {
  all,
  booleanAt,
  listAt,
  mapAt,
  mapsAt,
  numberAt,
  oneOf,
  required,
  setting,
  stringAt,
  valueAt,
  withDefault,
} from "../../model/properties";

const of = (value: Value): ReturnType<typeof known<ValueMap>> => known({ p: value });
const computed = unknown("computed on deployment");
const malformed = unknown("malformed");

describe("typed reads of properties", () => {
  it("tell what nobody wrote from what is unknown", () => {
    for (const read of [numberAt, stringAt, booleanAt, listAt, mapAt, mapsAt, valueAt]) {
      assert.equal(read(known({}), "p"), undefined);
      assert.equal(read(of(null), "p"), undefined);
      assert.deepEqual(read(of(unknownValue), "p"), computed);
      assert.deepEqual(read(of(secretValue), "p"), unknown("secret"));
      assert.deepEqual(read(unknown("not in this source"), "p"), unknown("not in this source"));
    }
  });

  it("do not take what an object inherits for a property", () => {
    assert.equal(valueAt(known({}), "constructor"), undefined);
    assert.equal(valueAt(known({}), ["toString", "name"]), undefined);
  });

  it("follow a path until something on it is unknown, secret, absent or no object", () => {
    const inputs = known<ValueMap>({
      a: { b: 7 },
      u: unknownValue,
      s: secretValue,
      n: 3,
      list: [1],
      asset: new AssetValue("asset"),
      ref: new ReferenceValue("urn"),
    });
    assert.deepEqual(numberAt(inputs, ["a", "b"]), known(7));
    assert.equal(numberAt(inputs, ["a", "c"]), undefined);
    assert.equal(numberAt(inputs, ["x", "b"]), undefined);
    assert.deepEqual(numberAt(inputs, ["u", "b"]), computed);
    assert.deepEqual(numberAt(inputs, ["s", "b"]), unknown("secret"));
    for (const wrong of ["n", "list", "asset", "ref"]) assert.deepEqual(numberAt(inputs, [wrong, "b"]), malformed, wrong);
  });

  it("take a number that is written as a string, and nothing else for a number", () => {
    for (const [written, value] of [
      ["10", 10],
      [" 10 ", 10],
      ["-0.5", -0.5],
      ["1e3", 1000],
      [".5", 0.5],
      [7, 7],
      [0, 0],
    ] as const)
      assert.deepEqual(numberAt(of(written), "p"), known(value), JSON.stringify(written));
    for (const wrong of [
      "",
      " ",
      "ten",
      "10 tasks",
      "0x10",
      "Infinity",
      "NaN",
      "1,000",
      NaN,
      Infinity,
      true,
      [],
      {},
      "1".repeat(1000),
      `${"0".repeat(100)}5`,
    ])
      assert.deepEqual(numberAt(of(wrong), "p"), malformed, JSON.stringify(wrong));
  });

  it("take a boolean that is written as a string, and nothing else for a boolean", () => {
    assert.deepEqual(booleanAt(of("true"), "p"), known(true));
    assert.deepEqual(booleanAt(of(false), "p"), known(false));
    for (const wrong of ["yes", "True", 1, 0, "", []]) assert.deepEqual(booleanAt(of(wrong), "p"), malformed);
  });

  it("take numbers and booleans for their text", () => {
    assert.deepEqual(stringAt(of(256), "p"), known("256"));
    assert.deepEqual(stringAt(of(true), "p"), known("true"));
    assert.deepEqual(stringAt(of([]), "p"), malformed);
  });

  it("keep an unknown element among known ones", () => {
    assert.deepEqual(listAt(of([1, unknownValue, secretValue]), "p"), known([known(1), computed, unknown("secret")]));
    assert.deepEqual(mapsAt(of([{ a: 1 }, unknownValue, 3]), "p"), known([known({ a: 1 }), computed, malformed]));
    assert.deepEqual(listAt(of("a"), "p"), malformed);
  });

  it("say whether anyone wrote a setting", () => {
    assert.deepEqual(withDefault(undefined, 300), { value: known(300), given: false });
    assert.deepEqual(withDefault(known(120), 300), { value: known(120), given: true });
    assert.deepEqual(withDefault(computed, 300), { value: computed, given: true });
    assert.deepEqual(setting(undefined, malformed), { value: malformed, given: false });
  });

  it("hold what must be written to be malformed without it", () => {
    assert.deepEqual(required(undefined), malformed);
    assert.deepEqual(required(computed), computed);
  });

  it("know the words of a closed set", () => {
    assert.deepEqual(oneOf(known("a"), ["a", "b"]), known("a"));
    assert.deepEqual(oneOf(known("c"), ["a", "b"]), malformed);
    assert.deepEqual(oneOf(computed, ["a", "b"]), computed);
    assert.equal(oneOf(undefined, ["a", "b"]), undefined);
  });

  it("join values into one that is unknown when one of them is", () => {
    assert.deepEqual(all([known(1), known(2)]), known([1, 2]));
    assert.deepEqual(all([known(1), computed, malformed]), computed);
  });
});
