import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pages } from "../../tools/reference/pages";
import { partsIn } from "../../tools/reference/parts";

const ROOT = join(__dirname, "../..");
const FOLDER = join(ROOT, "docs/components");

describe("docs/components", function () {
  this.timeout(20_000);

  it("is current: node tools/reference.mjs writes it", async () => {
    const current = await pages();
    assert.deepEqual(readdirSync(FOLDER).sort(), [...current.keys()].sort());
    for (const [file, text] of current) assert.equal(readFileSync(join(FOLDER, file), "utf8"), text, file);
  });

  it("describes every component, in its own words", async () => {
    const all = [...(await pages()).values()].join("\n");
    for (const { kind, doc } of partsIn(ROOT)) {
      assert.notEqual(doc, "", `${kind} has no doc comment`);
      assert.ok(all.includes(`Component \`headroom:components:${kind}\``), `${kind} is on no page`);
    }
  });

  it("says of every key what it means and what may be written", async () => {
    const rows = [...(await pages()).values()].flatMap((text) => text.split("\n")).filter((line) => /^\| `/.test(line));
    assert.ok(rows.length > 40);
    for (const row of rows) assert.ok(!/\|\s*\|/.test(row), row);
  });
});
