const seconds = (value) => `${value.toFixed(1)} s`;
const isTests = (outcome) => outcome.name === "tests";

/** One line for a step that ended, and all that it printed when it failed. */
export function step(outcome) {
  const verdict = outcome.failed > 0 ? "FAIL" : "ok";
  const counts = isTests(outcome) ? `  ${outcome.passed} passed` : "";
  const line = `${outcome.name.padEnd(8)} ${verdict.padEnd(4)} ${seconds(outcome.seconds).padStart(8)}${counts}\n`;
  return outcome.failed > 0 ? `${line}\n${outcome.output.trimEnd()}\n\n` : line;
}

/** The slowest tests, those that were left out with the reason, and the totals in the last line. */
export function summary(outcomes, skipsFail) {
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  const failed = total("failed") + (skipsFail ? skipped.length : 0);
  const slow = outcomes.flatMap((outcome) => outcome.slowest).filter((test) => test.seconds >= 5);
  return [
    ...section(
      "Slow:",
      slow.map((test) => `${test.file}: ${test.title} (${seconds(test.seconds)})`),
    ),
    ...section(
      skipsFail ? "Skipped, which CI does not accept:" : "Skipped:",
      skipped.map((test) => `${test.file}: ${test.title} (${test.reason})`),
    ),
    `${total("passed")} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}\n`,
  ].join("");
}

const section = (title, lines) => (lines.length > 0 ? [`\n${title}\n`, ...lines.map((line) => `  ${line}\n`), "\n"] : []);
