import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** `UPDATE_GOLDENS=1 npm test` writes the files anew; the difference is then read as code is. */
const updating = process.env["UPDATE_GOLDENS"] === "1";

/** What a user would see equals the file, to the last character. */
export function matchesGolden(file: string, text: string): void {
  if (updating) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"));
}
