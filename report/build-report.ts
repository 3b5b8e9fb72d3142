import type { Source } from "../graph";
import type { Scalable, ScalingModel, Tier, Unresolved } from "../model";
import { weightOfDoubt } from "../policies/enforcement";
import type { Doubt, Finding, RuleResult } from "../policies/rule";
import { cooldownOf } from "./cooldowns";
import { movesOn } from "./moves-on";
import { place, quantity, subjectPlace } from "./place";
import type { Counts, FindingRow, Outcome, Report, RuleRow, ScalableRow, UndecidedRow, UnreadRow, UnresolvedRow } from "./report";
import { kindOf } from "./scalable-kinds";
import type { Alarms } from "./step-texts";

export interface ReportInput {
  readonly model: ScalingModel;
  readonly results: readonly RuleResult[];
  readonly source: { readonly kind: Source; readonly file: string | null };
  /** Wall time of the command so far; the caller's clock, because a report has none. */
  readonly seconds: number;
}

/** Everything that is shown of one judged stack, in the stack's own order. */
export function buildReport({ model, results, source, seconds }: ReportInput): Report {
  const { project, name, tier, region, resources } = model.stack;
  const alarms = new Map(model.alarms.map((alarm) => [alarm.id, alarm]));
  const findings = results.flatMap(findingsOf).map(findingRow);
  const undecided = results.flatMap((result) => doubtsOf(result).map((doubt) => undecidedRow(result, doubt, tier)));
  return {
    version: 1,
    stack: { project, name, tier, region: quantity(region), resources },
    source,
    seconds,
    scalables: model.scalables.map((scalable) => scalableRow(scalable, alarms)),
    rules: results.map(ruleRow),
    counts: countsOf(results),
    findings,
    undecided,
    unresolved: model.unresolved.filter((each) => !isUnread(each)).map(unresolvedRow),
    unread: model.unresolved.filter(isUnread).map(unreadRow),
    outcome: outcomeOf(findings, undecided),
  };
}

const scalableRow = (scalable: Scalable, alarms: Alarms): ScalableRow => ({
  id: scalable.id,
  name: scalable.name,
  kind: kindOf(scalable.owner),
  unit: scalable.unit,
  now: quantity(scalable.initial.value),
  min: quantity(scalable.bounds.min),
  max: quantity(scalable.bounds.max),
  movesOn: movesOn(scalable, alarms),
  cooldown: cooldownOf(scalable),
  at: place(scalable.at),
});

const ruleRow = ({ rule, level, verdict }: RuleResult): RuleRow => ({
  id: rule.id,
  title: rule.title,
  level,
  verdict: verdict.verdict,
  parameters: rule.parameters,
  reason: verdict.verdict === "notApplicable" ? verdict.reason : null,
});

function countsOf(results: readonly RuleResult[]): Counts {
  const of = (verdict: RuleResult["verdict"]["verdict"]): number => results.filter((result) => result.verdict.verdict === verdict).length;
  return { total: results.length, pass: of("pass"), notApplicable: of("notApplicable"), unknown: of("unknown"), fail: of("fail") };
}

const findingsOf = ({ verdict }: RuleResult): readonly Finding[] => (verdict.verdict === "fail" ? verdict.findings : []);

const doubtsOf = ({ verdict }: RuleResult): readonly Doubt[] =>
  verdict.verdict === "fail" || verdict.verdict === "unknown" ? verdict.unknowns : [];

const findingRow = ({ rule, level, subject, actual, allowed, fix }: Finding): FindingRow => ({
  rule,
  level,
  subject: subject.name,
  actual,
  allowed,
  fix,
  at: subjectPlace(subject),
});

const undecidedRow = ({ rule, level }: RuleResult, { subject, reason }: Doubt, tier: Tier): UndecidedRow => ({
  rule: rule.id,
  level,
  subject: subject.name,
  reason,
  blocks: weightOfDoubt(level, tier, "by tier") === "mandatory",
  at: subjectPlace(subject),
});

const unresolvedRow = ({ at, property, why, looked }: Unresolved): UnresolvedRow => ({
  resource: at.name,
  property,
  why,
  looked,
  at: place(at),
});

/** Of these there is no partner to look for: the model says of what it does not read. */
const isUnread = ({ why }: Unresolved): boolean => why === "not read yet" || why === "made by its provider";

const unreadRow = ({ at, looked, why }: Unresolved): UnreadRow => ({ resource: at.name, type: at.type, looked, why, at: place(at) });

function outcomeOf(findings: readonly FindingRow[], undecided: readonly UndecidedRow[]): Outcome {
  const mandatory = findings.filter(({ level }) => level === "mandatory").length;
  const blocked = undecided.filter(({ blocks }) => blocks).length;
  return { mandatory, advisory: findings.length - mandatory, blocked, exitCode: mandatory + blocked > 0 ? 1 : 0 };
}
