import type { ScalingModel } from "../model";
import { sentence, type Doubt, type Finding, type Judgement, type Rule, type RuleResult, type Verdict } from "./rule";
import { rules } from "./rules";
import { checkRuleNames, settingOf, type Settings } from "./settings";

/** Asks every rule that is not disabled. Throws `SettingsError` on settings that fit no rule. */
export function judge(model: ScalingModel, settings: Settings = {}): RuleResult[] {
  checkRuleNames(rules, settings);
  return rules.flatMap((rule) => judgeBy(rule, model, settings) ?? []);
}

/** Asks one rule; undefined when the settings disable it. */
export function judgeBy(rule: Rule, model: ScalingModel, settings: Settings = {}): RuleResult | undefined {
  const { level, parameters } = settingOf(rule, settings);
  if (level === "disabled") return undefined;
  return { rule, level, verdict: verdictOf(rule, level, rule.judge(model, parameters)) };
}

function verdictOf(rule: Rule, level: Finding["level"], judgements: readonly Judgement[]): Verdict {
  const findings = saidOnce(judgements.flatMap((judgement) => findingOf(rule, level, judgement)));
  const unknowns = judgements.flatMap(doubtOf);
  if (findings.length > 0) return { verdict: "fail", findings, unknowns };
  if (unknowns.length > 0) return { verdict: "unknown", unknowns };
  if (judgements.length > 0) return { verdict: "pass", subjects: judgements.length };
  return { verdict: "notApplicable", reason: `this stack has no ${rule.appliesTo}` };
}

/** Three policies made from one line of configuration need one sentence, not three. */
function saidOnce(findings: readonly Finding[]): Finding[] {
  const bySentence = new Map<string, Finding>();
  for (const finding of findings) if (!bySentence.has(sentence(finding))) bySentence.set(sentence(finding), finding);
  return [...bySentence.values()];
}

function findingOf(rule: Rule, level: Finding["level"], judgement: Judgement): Finding[] {
  if (judgement.verdict !== "fail") return [];
  const { subject, actual, allowed, fix } = judgement;
  return [{ rule: rule.id, level, subject, actual, allowed, fix }];
}

function doubtOf(judgement: Judgement): Doubt[] {
  return judgement.verdict === "unknown" ? [{ subject: judgement.subject, reason: judgement.reason }] : [];
}
