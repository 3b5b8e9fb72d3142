import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * The test files that a user asked for by file or folder; all of them without a wish.
 *
 * @param {readonly string[]} wished
 * @returns {Promise<string[]>}
 */
export async function testFiles(wished) {
  const found = await Promise.all((wished.length > 0 ? wished : ["test"]).map(below));
  return [...new Set(found.flat())].sort();
}

async function below(path) {
  if ((await stat(path)).isFile()) return [path];
  const names = await readdir(path, { recursive: true });
  return names.filter((name) => name.endsWith(".test.ts") && !name.includes("node_modules")).map((name) => join(path, name));
}
