import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./run.mjs";

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {number} seconds
 * @property {number} passed A step that is not the tests counts as one.
 * @property {number} failed
 * @property {{ file: string, title: string, reason: string }[]} skipped
 * @property {{ file: string, title: string, seconds: number }[]} slowest
 * @property {string} output What to show when it failed.
 */

/** Seconds that a check may take. */
const checkLimit = 300;
/** Seconds that all tests may take; the engine's, which only CI runs, take most of it. */
const testLimit = 1500;

/** @returns {Promise<Outcome>} */
async function check(name, args) {
  const { ok, output, seconds } = await run(args, checkLimit);
  return { name, seconds, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [], slowest: [], output };
}

export const format = () => check("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]);
export const lint = () => check("lint", ["node_modules/eslint/bin/eslint.js", "--max-warnings", "0", "."]);
export const types = () => check("types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."]);
export const build = () => check("build", ["tools/build.mjs"]);

/**
 * @param {readonly string[]} files
 * @returns {Promise<Outcome>}
 */
export async function tests(files) {
  const folder = await mkdtemp(join(tmpdir(), "headroom-test-"));
  try {
    const counts = join(folder, "counts.json");
    const mocha = ["node_modules/mocha/bin/mocha.js", "--forbid-only", "--reporter", "tools/test/reporter.cjs"];
    const { ok, output, seconds } = await run([...mocha, "--reporter-option", `output=${counts}`, ...files], testLimit);
    return { name: "tests", seconds, output, ...verdict(ok, await counted(counts)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the reporter counted; nothing when mocha did not reach its end. */
async function counted(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return { passed: 0, failed: 0, skipped: [], slowest: [] };
    throw error;
  }
}

/** A run that fails without a failed test (a file that does not load) has one failure all the same. */
const verdict = (ok, counts) => ({ ...counts, failed: ok ? counts.failed : Math.max(1, counts.failed) });
