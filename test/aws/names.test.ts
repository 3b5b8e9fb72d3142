import assert from "node:assert/strict";
import { registered } from "../components/registered";
import type { Registered } from "../components/registered";
import { edited, everyKey } from "../config/example";
import { asAws } from "./as-aws";
import { nameFaults } from "./names/check";
import { chosenNames, longestStack, withLongestNames } from "./names/longest";
import { nameRules } from "./names/rules";
import { subjects } from "./platforms";
import { resource } from "./resource";

describe("the names of the platform's resources", function () {
  this.timeout(60_000);

  it("fit AWS's rules in every configuration at hand", async () => {
    const all = await subjects();
    assert.deepEqual(
      all.flatMap(({ what, resources }) => nameFaults(resources).map((fault) => `${what}: ${fault}`)),
      [],
    );
  });

  it("fit for the longest stack's name that is let through, and then for the longest names within it", async () => {
    const stack = longestStack(everyKey());
    assert.ok(stack.length > 10, stack);
    assert.deepEqual(nameFaults(await registered(withLongestNames(everyKey(), stack), stack, asAws)), []);
  });

  it("fit for the longest names that a user may choose", async () => {
    const config = withLongestNames(everyKey(), "prod");
    for (const name of chosenNames(config)) assert.ok(name.length >= 20, name);
    assert.deepEqual(nameFaults(await registered(config, "prod", asAws)), []);
  });

  for (const stack of ["Team_A.feature-1", "2026", "prod-"])
    it(`fit for a stack called ${stack}`, async () => {
      assert.deepEqual(nameFaults(await registered(everyKey(), stack, asAws)), []);
    });

  it("are the same in every run, and stay when another service comes", async () => {
    const before = (await subjects()).find(({ what }) => what === "every key")?.resources ?? [];
    assert.ok(before.length > 100);
    const another = { image: "ghcr.io/example/another:1", scale: { min: 1, max: 2, on: { cpu: "70%" } } };
    const after = namesOf(await registered(edited(everyKey(), ["headroom:services", "another"], another), "prod", asAws));
    assert.deepEqual(
      namesOf(before).filter((name) => !after.includes(name)),
      [],
    );
  });
});

describe("the check of names", () => {
  const queue = (name?: string): readonly Registered[] => [resource("aws:sqs/queue:Queue", "jobs", name === undefined ? {} : { name })];

  it("finds a name that is too long or has a character that is not allowed", () => {
    assert.deepEqual(nameFaults(queue("jobs")), []);
    assert.deepEqual(nameFaults(queue("j".repeat(81))), [
      `aws:sqs/queue:Queue::jobs name "${"j".repeat(81)}" has 81 characters; 80 are allowed (SQS, CreateQueue)`,
    ]);
    assert.deepEqual(nameFaults(queue("jo bs")), [
      'aws:sqs/queue:Queue::jobs name "jo bs" does not match /^[A-Za-z0-9_-]+(?:\\.fifo)?$/ (SQS, CreateQueue)',
    ]);
  });

  it("judges the name that the provider would make up", () => {
    assert.match(nameFaults([resource("aws:lb/targetGroup:TargetGroup", "t".repeat(25), {})]).join(), /has 33 characters; 32 are allowed/);
  });
});

/** Every physical name, with the resource that it belongs to. */
const namesOf = (resources: readonly Registered[]): readonly string[] =>
  resources.flatMap(({ type, name, inputs }) => [
    `${type} ${name}`,
    ...(nameRules[type] ?? []).flatMap(({ property }) => {
      const given = inputs[property];
      return typeof given === "string" ? [`${type} ${name} ${property} ${given}`] : [];
    }),
  ]);
