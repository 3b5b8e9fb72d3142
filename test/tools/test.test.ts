import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

/** Runs a few lines beside the runner's modules and answers what they print as JSON. */
function answer<T>(lines: string): T {
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", lines], { encoding: "utf8" })) as T;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly { file: string; title: string; reason: string }[];
  readonly output: string;
}
const runTests = (...files: string[]): Outcome =>
  answer(`import { tests } from "./tools/test/steps.mjs"; console.log(JSON.stringify(await tests(${JSON.stringify(files)})));`);

const mixed = "test/tools/samples/mixed.sample.ts";
const broken = "test/tools/samples/broken.sample.ts";

describe("npm test", () => {
  it("counts what passed and failed, and names what was left out with the reason", () => {
    const { passed, failed, skipped, output } = runTests(mixed);
    assert.deepEqual({ passed, failed }, { passed: 1, failed: 1 });
    assert.deepEqual(skipped, [
      { file: mixed, title: "a sample is left out", reason: "no moon tonight" },
      { file: mixed, title: "a block is left out whole", reason: "no engine" },
      { file: mixed, title: "a block to its last test", reason: "no engine" },
    ]);
    assert.match(output, /1\) a sample\n\s+fails:/);
  });

  it("counts a file that does not load as a failure and shows why", () => {
    const { passed, failed, output } = runTests(broken);
    assert.deepEqual({ passed, failed }, { passed: 0, failed: 1 });
    assert.match(output, /this file does not load/);
  });

  const outcomes = [
    { name: "lint", seconds: 2, passed: 1, failed: 0, skipped: [], slowest: [], output: "" },
    {
      name: "tests",
      seconds: 9,
      passed: 7,
      failed: 1,
      skipped: [{ file: "test/a.test.ts", title: "a runs", reason: "no engine" }],
      slowest: [
        { file: "test/b.test.ts", title: "b runs", seconds: 6.04 },
        { file: "test/b.test.ts", title: "b walks", seconds: 4.9 },
      ],
      output: "",
    },
  ];
  const summary = (skipsFail: boolean): string =>
    answer(
      `import { summary } from "./tools/test/print.mjs"; console.log(JSON.stringify(summary(${JSON.stringify(outcomes)}, ${skipsFail})));`,
    );

  it("ends with the totals in one line", () => {
    assert.equal(
      summary(false),
      "\nSlow:\n  test/b.test.ts: b runs (6.0 s)\n\n\nSkipped:\n  test/a.test.ts: a runs (no engine)\n\n8 passed, 1 failed, 1 skipped\n",
    );
  });

  it("counts what was left out as failed in CI", () => {
    assert.equal(
      summary(true),
      "\nSlow:\n  test/b.test.ts: b runs (6.0 s)\n\n\nSkipped, which CI does not accept:\n  test/a.test.ts: a runs (no engine)\n\n8 passed, 2 failed, 1 skipped\n",
    );
  });

  it("takes folders and files, and all tests without a wish", () => {
    const files = (wished: readonly string[]): string[] =>
      answer(
        `import { testFiles } from "./tools/test/files.mjs"; console.log(JSON.stringify(await testFiles(${JSON.stringify(wished)})));`,
      );
    assert.deepEqual(files([mixed]), [mixed]);
    const below = files(["test/tools"]);
    assert.ok(below.includes("test/tools/test.test.ts"));
    assert.deepEqual(
      below.filter((file) => !/^test\/tools\/.*\.test\.ts$/.test(file)),
      [],
    );
    assert.ok(files([]).includes("test/lint.test.ts"));
  });
});
