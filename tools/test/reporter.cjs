// Mocha's reporter for `npm test`: the failures as mocha prints them, and everything counted in a file for the runner.
const { writeFileSync } = require("node:fs");
const { relative } = require("node:path");
const { reporters, Runner } = require("mocha");

const { EVENT_TEST_PASS, EVENT_TEST_PENDING, EVENT_RUN_END } = Runner.constants;

class Counting extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const counts = { passed: 0, failed: 0, skipped: [], slowest: [] };
    runner.on(EVENT_TEST_PASS, (test) => {
      counts.passed += 1;
      counts.slowest.push({ ...named(test), seconds: test.duration / 1000 });
    });
    runner.on(EVENT_TEST_PENDING, (test) => counts.skipped.push({ ...named(test), reason: reason(test) }));
    runner.on(EVENT_RUN_END, () => {
      if (this.failures.length > 0) reporters.Base.list(this.failures);
      const slowest = counts.slowest.sort((a, b) => b.seconds - a.seconds).slice(0, 5);
      writeFileSync(options.reporterOptions.output, JSON.stringify({ ...counts, failed: this.failures.length, slowest }));
    });
  }
}

const named = (test) => ({ file: relative(process.cwd(), test.file ?? ""), title: test.fullTitle() });

/** The reason that test/skip.ts left with the test or with a block around it. */
function reason(test) {
  for (let at = test; at; at = at.parent) if (at.skipReason) return at.skipReason;
  return "no reason given";
}

module.exports = Counting;
