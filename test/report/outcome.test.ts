import assert from "node:assert/strict";
import { known } from "../../graph";
import type { Tier } from "../../model";
import type { RuleResult } from "../../policies/rule";
import { buildReport } from "../../report";
import { outcomeText } from "../../report/words";
import { failed, modelOf, passed, ref, resultOf } from "./models";

const doubted = (level: "mandatory" | "advisory"): RuleResult =>
  resultOf("a-rule", { verdict: "unknown", unknowns: [{ subject: { name: "api", at: ref("api") }, reason: "nobody knows" }] }, level);

describe("the outcome", () => {
  const cases: readonly (readonly [string, Tier, readonly RuleResult[], 0 | 1, string])[] = [
    ["all rules pass", "prod", [passed("a")], 0, "No findings"],
    ["one mandatory finding", "dev", [failed("a", "api")], 1, "1 mandatory finding"],
    ["advisory findings only", "prod", [failed("a", "api", "advisory"), failed("b", "api", "advisory")], 0, "2 advisory findings"],
    ["a doubt outside prod", "staging", [doubted("mandatory")], 0, "No findings, 1 answer unknown"],
    ["a doubt in prod", "prod", [doubted("mandatory")], 1, "1 mandatory answer unknown, which prod does not accept"],
    ["an advisory doubt in prod", "prod", [doubted("advisory")], 0, "No findings, 1 answer unknown"],
    [
      "everything at once",
      "prod",
      [failed("a", "api"), doubted("mandatory"), failed("b", "api", "advisory")],
      1,
      "1 mandatory finding, 1 mandatory answer unknown, which prod does not accept, 1 advisory finding",
    ],
  ];
  for (const [title, tier, results, exitCode, text] of cases) {
    it(`of ${title} is "${text}"`, () => {
      const model = modelOf([], {
        stack: { project: "p", name: "s", file: "Pulumi.s.yaml", tier, region: known("us-east-1"), resources: 1 },
      });
      const report = buildReport({ model, results, source: { kind: "recording", file: null }, seconds: 0 });
      assert.equal(report.outcome.exitCode, exitCode);
      assert.equal(outcomeText(report), text);
    });
  }
});
