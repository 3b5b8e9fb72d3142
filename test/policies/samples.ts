import assert from "node:assert/strict";

import type { ScalingModel } from "../../model";
import { judgeBy } from "../../policies/judge";
import { doubtSentence, sentence, type Rule, type Verdict } from "../../policies/rule";
import type { RuleSetting } from "../../policies/settings";

/** A model and everything that the rule has to say about it, word for word. */
export interface Sample {
  readonly name: string;
  readonly model: ScalingModel;
  readonly setting?: RuleSetting;
  readonly verdict: Verdict["verdict"];
  /** Findings first, then doubts. None for a pass or where the rule does not apply. */
  readonly says?: readonly string[];
}

/** One test for each sample; every rule has one of each verdict, which the completeness test counts. */
export function describeSamples(rule: Rule, samples: readonly Sample[]): void {
  describe(`${rule.id}: samples`, () => {
    for (const sample of samples)
      it(`${sample.verdict}: ${sample.name}`, () => {
        const verdict = judgeBy(rule, sample.model, { [rule.id]: sample.setting ?? {} })?.verdict;
        assert.deepEqual(
          { verdict: verdict?.verdict, says: verdict && saidBy(verdict) },
          { verdict: sample.verdict, says: sample.says ?? [] },
        );
      });
  });
}

function saidBy(verdict: Verdict): string[] {
  switch (verdict.verdict) {
    case "pass":
    case "notApplicable":
      return [];
    case "fail":
      return [...verdict.findings.map(sentence), ...verdict.unknowns.map((doubt) => doubtSentence(doubt, "advisory"))];
    case "unknown":
      return verdict.unknowns.map((doubt) => doubtSentence(doubt, "advisory"));
    default:
      return verdict satisfies never;
  }
}
