import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const readme = readFileSync("README.md", "utf8");

/** The block of code after a comment that says what it shows. */
function block(comment: string): string {
  const [, after = ""] = readme.split(`<!-- ${comment}; test/readme.test.ts compares them -->`);
  return /^\n*```\n([\s\S]*?)\n```/.exec(after)?.[1] ?? "";
}

/** Seconds differ from run to run. */
const timeless = (text: string): string => text.replace(/· \d+\.\d s$/m, "· N s").trimEnd();

const command = "node dist/headroom.js preview --stack dev";
const preview = (...more: string[]) => spawnSync(process.execPath, [...command.split(" ").slice(1), ...more], { encoding: "utf8" });

describe("README.md", function () {
  this.timeout(60_000);

  it("shows what npm run preview prints", () => {
    // npm run preview builds first; here the build has been made, and other tests are reading it.
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
    assert.equal(scripts["preview"], `npm run --silent build && ${command}`);
    const { status, stdout, stderr } = preview();
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.equal(timeless(stdout), timeless(block("the output of npm run preview")));
  });

  it("shows what it says of an unsafe limit", () => {
    const folder = mkdtempSync(join(tmpdir(), "headroom-readme-"));
    try {
      const file = join(folder, "Pulumi.dev.yaml");
      const edited = readFileSync("Pulumi.dev.yaml", "utf8").replace("scaleInCooldown: 5 minutes", "scaleInCooldown: 2 minutes");
      writeFileSync(file, edited);
      const { status, stdout } = preview("--config-file", file);
      assert.equal(status, 1);
      assert.equal(stdout.slice(stdout.indexOf(" FAIL")).trimEnd().replaceAll(`${folder}/`, ""), block("the end of its output"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
