import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Rule } from "../../policies/rule";
import { rules } from "../../policies/rules";

const root = join(__dirname, "../..");
const named = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(ending) && file !== `index${ending}`)
    .map((file) => file.slice(0, -ending.length));

const places = [
  ["policies/rules", ".ts"],
  ["test/policies/rules", ".test.ts"],
  ["docs/rules", ".md"],
] as const;

/** Headings of a page, in this order. */
const spine = ["What it rejects", "Why", "Example", "How to fix it", "Parameters", "When to suppress it"];

/** A page of a rule says its id, level and title as the rule does. */
function missingFromPage(rule: Rule): string[] {
  const page = readFileSync(join(root, "docs/rules", `${rule.id}.md`), "utf8");
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  return [
    ...(page.startsWith(`# ${rule.id}\n\n${rule.title}.\n\n`) ? [] : [`begins with "# ${rule.id}" and the rule's title`]),
    ...(page.includes(`Level: ${rule.level}. Looks at: ${rule.appliesTo}.`) ? [] : ["states level and subject"]),
    ...(headings.join() === spine.join() ? [] : [`has the headings ${spine.join(", ")}`]),
    ...Object.keys(rule.parameters)
      .filter((name) => !page.includes(`\`${name}\``))
      .map((name) => `documents the parameter ${name}`),
  ];
}

/** Each of the four answers, at least once. */
function missingSamples(rule: Rule): string[] {
  const test = readFileSync(join(root, "test/policies/rules", `${rule.id}.test.ts`), "utf8");
  return ["pass", "fail", "notApplicable", "unknown"].filter((verdict) => !test.includes(`verdict: "${verdict}"`));
}

describe("every rule is complete", () => {
  const ids = rules.map((rule) => rule.id);

  for (const [folder, ending] of places)
    it(`${folder} has one file for each rule, and no other`, () => {
      assert.deepEqual(named(folder, ending).sort(), [...ids].sort());
    });

  it("the index is in the order of the alphabet, and no id is there twice", () => {
    assert.deepEqual(ids, [...new Set(ids)].sort());
  });

  it("each file exports the rule of its name", () => {
    for (const id of ids) {
      const file = join(root, "policies/rules", `${id}.ts`);
      assert.ok(existsSync(file) && readFileSync(file, "utf8").includes(`id: "${id}"`), `${file} defines the rule ${id}`);
    }
  });

  for (const rule of rules) {
    it(`${rule.id} has a page with the fixed spine`, () => assert.deepEqual(missingFromPage(rule), []));
    it(`${rule.id} has a sample of each verdict`, () => assert.deepEqual(missingSamples(rule), []));
  }
});
