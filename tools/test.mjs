// `npm test`: formatting, lint, types, build and tests. Nothing stops at the first failure.
// `npm test -- test/model test/cli/preview.test.ts` builds and runs these tests only.
// With CI=true a test that is left out is a failure.
import { testFiles } from "./test/files.mjs";
import { step, summary } from "./test/print.mjs";
import { build, format, lint, tests, types } from "./test/steps.mjs";

const wished = process.argv.slice(2);
const skipsFail = process.env.CI === "true";

const files = await testFiles(wished);
const outcomes = (await Promise.all([inTurn([build, () => tests(files)]), inTurn(wished.length > 0 ? [] : [format, lint, types])])).flat();

process.stdout.write(summary(outcomes, skipsFail));
const failed = outcomes.some((outcome) => outcome.failed > 0 || outcome.passed === 0 || (skipsFail && outcome.skipped.length > 0));
process.exitCode = failed ? 1 : 0;

/** One lane: two of them keep two cores busy. */
async function inTurn(steps) {
  const done = [];
  for (const start of steps) {
    const outcome = await start();
    process.stdout.write(step(outcome));
    done.push(outcome);
  }
  return done;
}
