import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../policies/rules";
import { build, headroom } from "./headroom";

describe("headroom explain", () => {
  before(build);

  it("lists every rule with its level and its title", async () => {
    const { code, stdout } = await headroom(["explain"]);
    assert.equal(code, 0);
    assert.equal(stdout, rules.map(({ id, level, title }) => `${id}  ${level}\n  ${title}\n`).join("\n"));
  });

  for (const { id, title, level, appliesTo, parameters } of rules) {
    const page = readFileSync(join(__dirname, `../../docs/rules/${id}.md`), "utf8");

    it(`shows the page of ${id}`, async () => {
      assert.deepEqual(await headroom(["explain", id, "--markdown"]), { code: 0, stdout: page, stderr: "" });
      const { stdout } = await headroom(["explain", id, "--json"]);
      assert.deepEqual(JSON.parse(stdout), { version: 1, rule: { id, title, level, appliesTo, parameters, page } });
    });
  }
});
