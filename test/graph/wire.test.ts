import assert from "node:assert/strict";
import fc from "fast-check";
import { AssetValue, ReferenceValue, secretValue, unknownValue } from "../../graph";
import { decode, decodeMap } from "../../graph/wire";

const signed = (kind: string, rest: object): object => ({ "4dabf18193072939515e22adb298388d": kind, ...rest });
const secret = "1b47061264138c4ac30d75fd1eb44270";
const output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

describe("graph/wire", () => {
  for (const [what, json, value] of [
    ["a sentinel of any type is unknown", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", unknownValue],
    ["a secret loses its text", signed(secret, { value: "hush" }), secretValue],
    ["an encrypted secret is one too", signed(secret, { ciphertext: "v1:abc" }), secretValue],
    ["so is what a preview masks", "[secret]", secretValue],
    ["a secret inside an output stays secret", signed(output, { value: "hush", secret: true }), secretValue],
    ["an output without a value is unknown", signed(output, { dependencies: ["urn:a"] }), unknownValue],
    ["an output is its value", signed(output, { value: [1] }), [1]],
    ["a file is an asset", signed("c44067f5952c0a294b673a41bacd8c17", { path: "a" }), new AssetValue("asset")],
    ["a folder is an archive", signed("0def7320c3a5731c473e5ecbe6d01bc7", { path: "a" }), new AssetValue("archive")],
    ["a resource is a reference", signed("5cf8f73096256a8f31e491e813e4eb8e", { urn: "urn:a" }), new ReferenceValue("urn:a")],
    ["a resource without a URN is unknown", signed("5cf8f73096256a8f31e491e813e4eb8e", {}), unknownValue],
    ["nothing is null", undefined, null],
  ] as const) {
    it(what, () => assert.deepEqual(decode(json), value));
  }

  it("drops what the engine keeps for itself, at every depth", () => {
    assert.deepEqual(plain(decodeMap({ a: 1, __defaults: [], nested: { __defaults: ["b"], b: 2 } })), { a: 1, nested: { b: 2 } });
  });

  it("takes a key named like a member of every object for a plain key", () => {
    const map = decodeMap(JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'));
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
    assert.equal(map["toString"], undefined);
    assert.equal(map["constructor"], 1);
  });

  it("gives plain JSON back as it is, and never throws", () => {
    const json = fc.jsonValue().filter((value) => !/__defaults|__internal|\[secret\]/.test(JSON.stringify(value)));
    fc.assert(fc.property(json, (value) => assert.deepEqual(plain(decode(value)), plain(value))));
  });
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
