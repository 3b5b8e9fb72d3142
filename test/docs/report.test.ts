import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exitCodes } from "../../cli/failure";

const page = readFileSync("docs/report.md", "utf8");
const goldens = "test/report/goldens";

/** Every key below a value, but for those that a rule names itself. */
function keys(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keys);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, below]) => [key, ...(key === "parameters" ? [] : keys(below))]);
}

describe("docs/report.md", () => {
  for (const name of readdirSync(goldens).filter((each) => each.endsWith(".json")))
    it(`documents every field of ${name}`, () => {
      const used = new Set(keys(JSON.parse(readFileSync(join(goldens, name), "utf8"))));
      const undocumented = [...used].filter((key) => !page.includes(`\`${key}\``) && !page.includes(`"${key}"`));
      assert.deepEqual(undocumented, []);
    });
});

describe("docs/cli.md", () => {
  const cli = readFileSync("docs/cli.md", "utf8");

  for (const [kind, code] of Object.entries(exitCodes))
    it(`documents exit code ${code}, ${kind}`, () => assert.match(cli, new RegExp(`^\\| ${code} +\\|`, "m")));
});
