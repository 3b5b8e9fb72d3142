import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Seconds differ from run to run, and on a slow machine in their width. */
const timeless = (text: string): string => text.replace(/· \d+\.\d s$/m, "· N s").trim();

/** The first block of code after the marker. */
function picture(): string {
  const [, after = ""] = readFileSync("README.md", "utf8").split(
    "<!-- the output of npm run preview; test/readme.test.ts compares them -->",
  );
  return /```\n([\s\S]*?)```/.exec(after)?.[1] ?? "";
}

describe("README.md", () => {
  it("shows what npm run preview prints", function () {
    this.timeout(60_000);
    // npm run preview builds first; here the build has been made, and other tests are reading it.
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
    const command = "node dist/headroom.js preview --stack dev";
    assert.equal(scripts["preview"], `npm run --silent build && ${command}`);
    const { status, stdout, stderr } = spawnSync(process.execPath, command.split(" ").slice(1), { encoding: "utf8" });
    assert.equal(stderr, "");
    assert.equal(timeless(stdout), timeless(picture()));
    assert.equal(status, 0);
  });
});
