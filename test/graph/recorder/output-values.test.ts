import assert from "node:assert/strict";
import fc from "fast-check";
import {
  dependenciesWithin,
  mapValues,
  withDependencies,
  withoutOutputs,
  type Json,
  type JsonMap,
} from "../../../graph/recorder/output-values";

const signature = "4dabf18193072939515e22adb298388d";
const secret = (value: Json): JsonMap => ({ [signature]: "1b47061264138c4ac30d75fd1eb44270", value });
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("graph/recorder/output-values", () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(unknown));
  const value: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie("node"), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie("node"), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).node;

  it("gives back what was wrapped, secrets and unknowns included", () => {
    const property = fc.oneof(
      value,
      leaf.map((inner) => secret(inner)),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), property, { maxKeys: 4, noNullPrototype: true }),
        fc.array(fc.constantFrom("urn:a", "urn:b"), { maxLength: 2 }),
        (map, urns) => {
          const dependencies = new Map(Object.keys(map).map((key) => [key, urns]));
          assert.deepEqual(
            mapValues(withDependencies(map, dependencies), withoutOutputs),
            mapValues(map, (inner) => inner),
          );
        },
      ),
    );
  });

  it("tells what a property was made of, however deep", () => {
    const wrapped = withDependencies({ a: [1, unknown], b: "plain" }, new Map([["a", ["urn:x", "urn:y"]]]));
    assert.deepEqual([...dependenciesWithin([{ deep: wrapped["a"] ?? null }])], ["urn:x", "urn:y"]);
    assert.deepEqual([...dependenciesWithin(wrapped["b"] ?? null)], []);
  });

  it("marks an unknown by leaving the value out", () => {
    const wrapped = withDependencies({ a: unknown }, new Map([["a", ["urn:x"]]]));
    assert.deepEqual(wrapped["a"], { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", dependencies: ["urn:x"] });
  });
});
