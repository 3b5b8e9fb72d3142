import assert from "node:assert/strict";

import { validate } from "../../config";
import type { Stack } from "../../model";
import { placeOf, removeOrSetTo, setTo, type SettingName } from "../../policies/fix";
import { edited, everyKey } from "../config/example";
import { ref, sampleModel } from "./sample-model";

const { stack }: { stack: Stack } = sampleModel({}, "prod");
const raw = ref("aws:appautoscaling/policy:Policy", "cpu");
const ours = ref("aws:appautoscaling/policy:Policy", "cpu", "headroom:services.api");

describe("where a setting is changed", () => {
  it("is the stack's file for what a component of this platform made", () => {
    assert.equal(setTo(placeOf("maximum", ours, stack), "5"), "Set headroom:services.api.scale.max in Pulumi.prod.yaml to 5.");
    assert.equal(
      removeOrSetTo(placeOf("scale-in cooldown", ours, stack), "5 minutes", "5 minutes or more"),
      "Remove headroom:services.api.scale.scaleInCooldown from Pulumi.prod.yaml (the default is 5 minutes), or set it to 5 minutes or more.",
    );
  });

  it("is the resource's property for anything else", () => {
    const text = 'Set targetTrackingScalingPolicyConfiguration.scaleInCooldown of aws:appautoscaling/policy:Policy "cpu" to 300.';
    assert.equal(setTo(placeOf("scale-in cooldown", raw, stack), "300"), text);
    assert.equal(removeOrSetTo(placeOf("scale-in cooldown", raw, stack), "5 minutes", "300"), text);
  });

  it("is the resource's property where the stack's file has no such key, or the component is somebody else's", () => {
    assert.equal(placeOf("period", ours, stack).kind, "resource");
    assert.equal(placeOf("minimum", ref(raw.type, "cpu", "headroom:caches.sessions"), stack).kind, "resource");
    assert.equal(placeOf("minimum", ref(raw.type, "cpu", "headroom:caches.sessions.shards.deep"), stack).kind, "resource");
    assert.equal(placeOf("maximum", ref(raw.type, "cpu", "acme:services.api"), stack).kind, "resource");
  });

  it("is the resource's property for a path that only looks like a section", () => {
    const place = placeOf("limit", ref("aws:budgets/budget:Budget", "x", "headroom:constructor.x"), stack);
    assert.deepEqual(place, {
      kind: "resource",
      name: "limitAmount",
      holder: 'aws:budgets/budget:Budget "x"',
      standard: undefined,
    });
  });

  it("is a database's capacity or its readers, by the resource", () => {
    const nameOf = (type: string): string => placeOf("minimum", ref(type, "x", "headroom:databases.main"), stack).name;
    assert.deepEqual(["aws:rds/cluster:Cluster", "aws:appautoscaling/target:Target"].map(nameOf), [
      "headroom:databases.main.capacity.min",
      "headroom:databases.main.readers.min",
    ]);
  });

  it("depends on the type of the resource", () => {
    const nameOf = (type: string): string => placeOf("minimum", ref(type, "x"), stack).name;
    assert.deepEqual(
      ["aws:appautoscaling/target:Target", "aws:rds/cluster:Cluster", "kubernetes:autoscaling/v2:HorizontalPodAutoscaler"].map(nameOf),
      ["minCapacity", "serverlessv2ScalingConfiguration.minCapacity", "spec.minReplicas"],
    );
  });
});

describe("keys of the stack's file that findings name", () => {
  const places: readonly (readonly [SettingName, string])[] = [
    ["minimum", "headroom:services.api"],
    ["maximum", "headroom:services.api"],
    ["scale-in cooldown", "headroom:services.api"],
    ["step cooldown", "headroom:services.api"],
    ["minimum", "headroom:functions.checkout.provisioned"],
    ["scale-in cooldown", "headroom:functions.checkout.provisioned"],
    ["minimum", "headroom:databases.main"],
    ["scale-in cooldown", "headroom:databases.main"],
    ["minimum", "headroom:caches.sessions.shards"],
    ["maximum", "headroom:caches.sessions.replicas"],
    ["scale-in cooldown", "headroom:caches.sessions.replicas"],
    ["subscribers", "headroom:budget"],
    ["limit", "headroom:budget"],
  ];

  /** The problems of a file that uses every key, with this one set to nonsense. */
  function problemsAt(key: string): string[] {
    const result = validate(edited(everyKey(), key.split("."), "five parsecs"), "Pulumi.dev.yaml");
    return result.ok ? [] : result.problems.map((problem) => JSON.stringify(problem));
  }

  for (const [setting, configPath] of places)
    it(`${setting}: the configuration has it`, () => {
      const { name, kind } = placeOf(setting, ref("x", "y", configPath), stack);
      assert.equal(kind, "config");
      const about = problemsAt(name).filter((problem) => problem.includes(name));
      assert.equal(about.length, 1, `a wrong value of ${name} is one problem`);
      assert.ok(!about[0]?.includes("is not known"), about[0]);
    });
});

describe("the pause that a finding offers as the default", () => {
  const paths = [
    "headroom:services.api.scale",
    "headroom:functions.checkout.provisioned",
    "headroom:databases.main.readers",
    "headroom:caches.sessions.shards",
    "headroom:caches.sessions.replicas",
  ];
  for (const path of paths)
    it(`is the configuration's: ${path}`, () => {
      const [root = "", ...way] = [...path.split("."), "scaleInCooldown"];
      const result = validate(edited(everyKey(), [root, ...way], undefined), "Pulumi.prod.yaml");
      assert.ok(result.ok);
      const { standard } = placeOf("scale-in cooldown", ref(raw.type, "x", path.replace(/\.(scale|readers)$/, "")), stack);
      assert.equal(standard, valueIn(result.config, [root.replace("headroom:", ""), ...way]));
    });
});

const valueIn = (tree: unknown, [key, ...rest]: readonly string[]): unknown =>
  key === undefined ? tree : valueIn((tree as Readonly<Record<string, unknown>>)[key], rest);
