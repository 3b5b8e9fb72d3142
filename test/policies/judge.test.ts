import assert from "node:assert/strict";

import { seconds } from "../../model";
import { judge, judgeBy } from "../../policies/judge";
import { rules } from "../../policies/rules";
import { scalableTargetBounds } from "../../policies/rules/scalable-target-bounds";
import { SettingsError } from "../../policies/settings";
import { budget, given, sampleModel, service, tracking } from "./sample-model";

const short = tracking("api-cpu", { scaleInCooldown: given(seconds(60)) });
const good = sampleModel({ scalables: [service("api")], budgets: [budget("monthly")] });
const bad = sampleModel({ scalables: [service("api", { policies: [short] })], budgets: [budget("monthly")] });
const verdicts = (results: ReturnType<typeof judge>) => Object.fromEntries(results.map(({ rule, verdict }) => [rule.id, verdict.verdict]));

describe("judge", () => {
  it("asks every rule", () => {
    assert.deepEqual(verdicts(judge(good)), Object.fromEntries(rules.map(({ id }) => [id, "pass"])));
  });

  it("counts the subjects that passed", () => {
    const result = judgeBy(scalableTargetBounds, sampleModel({ scalables: [service("api"), service("worker")] }));
    assert.deepEqual(result?.verdict, { verdict: "pass", subjects: 2 });
  });

  it("says why a rule does not apply", () => {
    assert.deepEqual(judgeBy(scalableTargetBounds, sampleModel())?.verdict, {
      verdict: "notApplicable",
      reason: "this stack has no scalable targets",
    });
  });

  it("leaves a disabled rule out", () => {
    const results = judge(bad, { "scale-in-cooldown-min": { level: "disabled" } });
    assert.ok(!("scale-in-cooldown-min" in verdicts(results)));
  });

  it("takes level and parameters from the settings", () => {
    const [result] = judge(bad, { "scale-in-cooldown-min": { level: "advisory", parameters: { minimum: 100 } } }).filter(
      ({ verdict }) => verdict.verdict === "fail",
    );
    assert.equal(result?.level, "advisory");
    assert.ok(result?.verdict.verdict === "fail");
    assert.equal(result.verdict.findings[0]?.level, "advisory");
    assert.equal(result.verdict.findings[0]?.allowed, "at least 100 s is required");
  });

  it("does not change the model", () => {
    const before = JSON.stringify(bad);
    judge(bad);
    assert.equal(JSON.stringify(bad), before);
  });

  const refused = (settings: Parameters<typeof judge>[1], message: string): void =>
    assert.throws(
      () => judge(good, settings),
      (error) => error instanceof SettingsError && error.message === message,
    );

  it("refuses settings that fit no rule", () => {
    refused({ "scale-in": {} }, `scale-in is no rule; the rules are ${rules.map(({ id }) => id).join(", ")}`);
    refused({ "scale-in-cooldown-min": { parameters: { min: 5 } } }, "scale-in-cooldown-min has no parameter min; it takes minimum");
    refused({ "scalable-target-bounds": { parameters: { min: 5 } } }, "scalable-target-bounds has no parameter min; it takes none");
    refused(
      { "scale-in-cooldown-min": { parameters: { constructor: 5 } } },
      "scale-in-cooldown-min has no parameter constructor; it takes minimum",
    );
    refused(
      { "scale-in-cooldown-min": { parameters: { minimum: "5 minutes" } } },
      'scale-in-cooldown-min: minimum is "5 minutes"; a number such as 300 is required',
    );
  });
});
