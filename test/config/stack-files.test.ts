import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { validate } from "../../config";
import { jsonSchema } from "../../config/json-schema";

const ROOT = join(__dirname, "../..");
const text = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const STACKS = ["dev", "staging", "prod"] as const;

const configOf = (stack: string): Record<string, unknown> =>
  (parse(text(`Pulumi.${stack}.yaml`)) as { config: Record<string, unknown> }).config;

/** Keys whose value is a fixed count in one stack and may be limits in another. */
const counts = ["shards", "replicas"];

/** Every key of a mapping and of the mappings below it. */
const keysOf = (value: unknown, way = ""): readonly string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => [`${way}.${key}`, ...(counts.includes(key) ? [] : keysOf(inner, `${way}.${key}`))])
    : [];

describe("the stacks' files", () => {
  for (const stack of STACKS) {
    it(`${stack} is valid, and its tier is its own`, () => {
      const result = validate(configOf(stack), `Pulumi.${stack}.yaml`);
      assert.ok(result.ok);
      assert.equal(result.config.tier, stack);
    });

    it(`${stack} points editors to the schema`, () => {
      assert.equal(text(`Pulumi.${stack}.yaml`).split("\n")[0], "# yaml-language-server: $schema=./config/schema.json");
    });
  }

  it("differ in values only", () => {
    const dev = keysOf(configOf("dev"));
    assert.deepEqual(keysOf(configOf("staging")), dev);
    assert.deepEqual(keysOf(configOf("prod")), dev);
  });

  it("have a schema that is current: node tools/schema.mjs writes it", () => {
    assert.deepEqual(JSON.parse(text("config/schema.json")), JSON.parse(JSON.stringify(jsonSchema())));
  });

  it("have a schema that refuses our unknown keys, and leaves others' alone", () => {
    const { config } = (jsonSchema() as { properties: { config: { patternProperties: Record<string, unknown> } } }).properties;
    const refused = Object.keys(config.patternProperties).map((pattern) => new RegExp(pattern));
    const asked = ["headroom:lambdas", "headroom:tiers", "headroom:tier", "headroom:services", "aws:region"];
    assert.deepEqual(
      asked.map((key) => refused.some((pattern) => pattern.test(key))),
      [true, true, false, false, false],
    );
  });

  it("are checked without Pulumi's SDK", () => {
    const importing = readdirSync(join(ROOT, "config")).filter(
      (file) => file.endsWith(".ts") && text(`config/${file}`).includes("@pulumi/"),
    );
    assert.deepEqual(importing, ["from-pulumi.ts"]);
  });
});
