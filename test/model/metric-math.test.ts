import assert from "node:assert/strict";
import fc from "fast-check";
import { measureOf, type Measure } from "../../model/metric-math";

const ids: Readonly<Record<string, Measure>> = { m: "messages", n: "messages", t: "tasks", cpu: "other" };
const measure = (expression: string): Measure => measureOf(expression, (id) => ids[id] ?? "other");

describe("metric math", () => {
  const examples: readonly (readonly [string, Measure])[] = [
    ["m / t", "messages per task"],
    ["m/t", "messages per task"],
    ["(m + n) / t", "messages per task"],
    ["m / MAX([t, 1])", "messages per task"],
    ["m / IF(t > 0, t, 1)", "messages per task"],
    ["IF(t > 0, m / t, m)", "messages per task"],
    ["IF(t == 0, m, m / t)", "messages per task"],
    ["IF((FILL(cpu, 0) * t < 70 * (t - 1)) AND (cpu < 3 OR t > 1), m, 10)", "messages"],
    ["IF(cpu AND, m, 10)", "other"],
    ["FILL(m, 0) / FILL(FILL(t, REPEAT), 1)", "messages per task"],
    ["CEIL(m / t)", "messages per task"],
    ["2 * m / t", "messages per task"],
    ["m / t / 60", "messages per task"],
    ["-m / -t", "messages per task"],
    ["m", "messages"],
    ["m + n", "messages"],
    ["m / 10", "messages"],
    ["SUM([m, n])", "messages"],
    ["t", "tasks"],
    ["1 + 2 * 3", "number"],
    ["m > 10", "number"],
    ["t / m", "other"],
    ["m / n", "other"],
    ["m * t", "other"],
    ["m + t", "other"],
    ["m ^ 2", "other"],
    ["m / cpu", "other"],
    ["cpu", "other"],
    ["RATE(m) / t", "other"],
    ["SEARCH('{AWS/SQS,QueueName}', 'Sum', 60)", "other"],
  ];
  for (const [expression, expected] of examples)
    it(`${expression} measures ${expected}`, () => assert.equal(measure(expression), expected));

  it("cannot follow what is not an expression", () => {
    for (const text of [
      "",
      " ",
      "m /",
      "/ t",
      "m t",
      "(m / t",
      "m / t)",
      "m / [t",
      "m ; t",
      "m $ t",
      "IF(",
      "IF()",
      "FILL(,)",
      "'",
      "[]",
      "()",
    ])
      assert.equal(measure(text), "other", text);
  });

  it("never throws, however deep or long", () => {
    for (const text of ["(".repeat(2000), "-".repeat(2000), "IF(".repeat(600), "[".repeat(2000), "m+".repeat(1000), "m".repeat(100_000)])
      assert.equal(measure(text), "other");
    const word = fc.constantFrom("m", "t", "(", ")", "[", "]", "/", "+", "-", ",", "IF", "FILL", "0", " ", ">", "'");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        measure(words.join(""));
      }),
    );
  });
});
