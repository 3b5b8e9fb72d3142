import type { ResourceRef, ScalingModel } from "../model";

export type Level = "mandatory" | "advisory" | "disabled";

/** Numbers, words and switches that a user may set for a rule. */
export type ParameterValue = number | string | boolean;
export type Parameters = Readonly<Record<string, ParameterValue>>;

/**
 * One question about a model. Pure: no clock, no files, no SDK. The id is the name of its file in `rules/`,
 * of its test and of its page in `docs/rules/`.
 */
export interface Rule<P extends Parameters = Parameters> {
  readonly id: string;
  /** One sentence: what it rejects. */
  readonly title: string;
  readonly level: Exclude<Level, "disabled">;
  /** Resource kinds, in words, that it looks at: what "not applicable" means. */
  readonly appliesTo: string;
  /** Parameters with their defaults; a parameter's documentation stands on the rule's page. */
  readonly parameters: P;
  /** One judgement for each subject; none means that the rule is not applicable. */
  judge(model: ScalingModel, parameters: P): readonly Judgement[];
}

export type Judgement =
  | { readonly verdict: "pass"; readonly subject: Subject }
  | { readonly verdict: "fail"; readonly subject: Subject; readonly actual: string; readonly allowed: string; readonly fix: string }
  | { readonly verdict: "unknown"; readonly subject: Subject; readonly reason: string };

/** Who a judgement is about. */
export interface Subject {
  readonly name: string;
  readonly at: ResourceRef | "stack";
}

/** What a rule found wrong with one subject. */
export interface Finding {
  readonly rule: string;
  readonly level: Exclude<Level, "disabled">;
  readonly subject: Subject;
  readonly actual: string;
  readonly allowed: string;
  readonly fix: string;
}

/** `worker: scale-in cooldown is 120 s; at least 300 s is required. <fix>`: the same sentences in the CLI and in the pack. */
export const sentence = (f: Pick<Finding, "subject" | "actual" | "allowed" | "fix">): string =>
  `${f.subject.name}: ${f.actual}; ${f.allowed}. ${f.fix}`;

/** `worker: its maximum is computed on deployment.`: what is said of a subject that may be right or wrong. */
export const doubtSentence = (doubt: Doubt, weight: "mandatory" | "advisory"): string =>
  `${doubt.subject.name}: ${doubt.reason}.${weight === "mandatory" ? ` ${mustBeDecided}` : ""}`;

/** Said with a doubt that weighs as much as a finding. */
export const mustBeDecided = "In prod a mandatory rule must be decided: this counts as a violation.";

/** A rule's answer for a whole stack. */
export type Verdict =
  | { readonly verdict: "pass"; readonly subjects: number }
  | { readonly verdict: "fail"; readonly findings: readonly Finding[]; readonly unknowns: readonly Doubt[] }
  | { readonly verdict: "notApplicable"; readonly reason: string }
  | { readonly verdict: "unknown"; readonly unknowns: readonly Doubt[] };

export interface Doubt {
  readonly subject: Subject;
  readonly reason: string;
}

export interface RuleResult {
  readonly rule: Rule;
  readonly level: Exclude<Level, "disabled">;
  readonly verdict: Verdict;
}
