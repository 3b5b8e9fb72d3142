import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `UPDATE_GOLDENS=1 npm test` writes the files anew; the difference is then read as code is. */
const updating = process.env["UPDATE_GOLDENS"] === "1";

/** What a user would see equals the file, to the last character. */
export function matchesGolden(name: string, text: string): void {
  const file = join(__dirname, "goldens", name);
  if (updating) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"));
}
