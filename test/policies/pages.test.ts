import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { record } from "../../graph/recorder";
import { readModel } from "../../model";
import { judge } from "../../policies/judge";
import type { RuleResult } from "../../policies/rule";
import { rules } from "../../policies/rules";

const root = join(__dirname, "../..");

/** The first block of each language below the heading "Example". */
function exampleOf(id: string): { program: string; output: string } {
  const page = readFileSync(join(root, "docs/rules", `${id}.md`), "utf8");
  const example = page.slice(page.indexOf("\n## Example\n"));
  const block = (language: string): string =>
    example.match(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\`\n`))?.[1] ?? assert.fail(`${id} has no example`);
  return { program: block("typescript"), output: block("text") };
}

const imports = /^import .*;\n/gm;

/** All examples as one program, so that one recording serves every page. Each is made to break its own rule only. */
function programOf(examples: readonly string[]): string {
  const imported = new Set(examples.flatMap((example) => example.match(imports) ?? []));
  return [...imported, ...examples.map((example) => `{\n${example.replace(imports, "")}}\n`)].join("");
}

function outputOf({ rule, level, verdict }: RuleResult): string {
  if (verdict.verdict !== "fail") return verdict.verdict;
  return verdict.findings
    .map(({ subject, actual, allowed, fix }) => `FAIL  ${rule.id}  ${level}\n  ${subject.name}: ${actual}; ${allowed}.\n  ${fix}\n`)
    .join("\n");
}

describe("the rules' pages", () => {
  let folder: string;
  let results: readonly RuleResult[];

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), "headroom-pages-"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "Pulumi.yaml"), "name: pages\nruntime: nodejs\n");
    writeFileSync(join(folder, "index.ts"), programOf(rules.map(({ id }) => exampleOf(id).program)));
    const { graph } = await record({ program: folder, stack: "dev" });
    results = judge(readModel(graph));
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const rule of rules)
    it(`${rule.id} shows what the rule says of its example`, () => {
      const result = results.find((each) => each.rule === rule);
      assert.equal(result && outputOf(result), exampleOf(rule.id).output);
    });
});
