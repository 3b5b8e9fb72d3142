import type { Budget, ResourceRef, ScalingModel, Stack } from "../../model";
import { gapsOf, isCostBudget, wrongUnit } from "../budget-alerts";
import type { AlertGap, Gap, WrongSetting } from "../budget-gaps";
import { placeOf, resourceName, setTo } from "../fix";
import { fail, pass, undecided } from "../judgement";
import type { Judgement, Rule } from "../rule";
import { list } from "../words";

export const budgetAlarmsRequired: Rule<Record<never, never>> = {
  id: "budget-alarms-required",
  title: "Rejects a stack that scales without a budget that warns at 50, 80 and 100 % of what was spent and ahead of what will be",
  level: "mandatory",
  appliesTo: "capacity that scales",
  parameters: {},
  judge: (model) => {
    if (model.scalables.length > 0) return judgeBudgets(model);
    return model.unread.length > 0 ? [judgeUnread(model)] : [];
  },
};

/** Where it is not known whether anything scales, only a budget that is in order decides. */
function judgeUnread(model: ScalingModel): Judgement {
  const judgements = judgeBudgets(model);
  const [good] = judgements;
  if (good !== undefined && judgements.every(({ verdict }) => verdict === "pass")) return good;
  return undecided(
    { name: model.stack.name, at: "stack" },
    `whether it needs a budget depends on ${someOf(model.unread)}, which may scale and which Headroom does not read`,
  );
}

/** The first few by name, and how many more there are. */
function someOf(resources: readonly ResourceRef[]): string {
  const named = resources.slice(0, 3).map(resourceName);
  return list(resources.length > named.length ? [...named, `${resources.length - named.length} more`] : named);
}

/** One complete budget is enough; a unit that AWS refuses is wrong on any. */
function judgeBudgets(model: ScalingModel): Judgement[] {
  const budgets = model.budgets.filter((budget) => isCostBudget(budget) !== "no");
  const refused = budgets.flatMap((budget) => judgeUnit(budget));
  if (refused.length > 0) return refused;
  const [best] = budgets.map((budget) => ({ budget, gaps: gapsOf(budget) })).sort((a, b) => weight(a.gaps) - weight(b.gaps));
  return best === undefined ? [noBudget(model)] : judgeGaps(model.stack, best.budget, best.gaps);
}

function judgeUnit(budget: Budget): Judgement[] {
  const unit = wrongUnit(budget);
  if (unit === undefined) return [];
  return [
    fail(subjectOf(budget), {
      actual: `its unit is ${unit}`,
      allowed: "USD is the only unit that AWS takes",
      fix: `Set limitUnit of ${resourceName(budget.at)} to USD and limitAmount to the amount in USD.`,
    }),
  ];
}

/** Each wrong setting is a finding, and so are all alerts together; a doubt counts only where nothing is certainly wrong. */
function judgeGaps(stack: Stack, budget: Budget, gaps: readonly Gap[]): Judgement[] {
  const subject = subjectOf(budget);
  const wrong = gaps.flatMap((gap) => (gap.kind === "wrong" ? [judgeSetting(stack, budget, gap)] : []));
  const alerts = gaps.flatMap((gap) => (gap.kind === "missing" || gap.kind === "silent" ? [gap] : []));
  const certain = [...wrong, ...(alerts.length > 0 ? [judgeAlerts(stack, budget, alerts)] : [])];
  if (certain.length > 0) return certain;
  const doubt = gaps.find((gap) => gap.kind === "doubt");
  return [doubt === undefined ? pass(subject) : undecided(subject, doubt.says)];
}

const judgeSetting = (stack: Stack, budget: Budget, { says, allowed, setting, value }: WrongSetting): Judgement =>
  fail(subjectOf(budget), { actual: says, allowed, fix: setTo(placeOf(setting, budget.at, stack), value) });

const judgeAlerts = (stack: Stack, budget: Budget, gaps: readonly AlertGap[]): Judgement =>
  fail(subjectOf(budget), {
    actual: list(gaps.map((gap) => gap.says)),
    allowed: "an alert with a subscriber at 50, 80 and 100 % of actual and one on forecast spend are required",
    fix: fixOf(stack, budget, gaps),
  });

function noBudget({ stack, scalables }: ScalingModel): Judgement {
  const ours = scalables.some((scalable) => scalable.at.component?.configPath.startsWith("headroom:"));
  return fail(
    { name: stack.name, at: "stack" },
    {
      actual: `${scalables.length === 1 ? "1 capacity scales" : `${scalables.length} capacities scale`} and no cost budget watches what is spent`,
      allowed: "a budget in USD with alerts at 50, 80 and 100 % of actual and on forecast spend is required",
      fix: ours
        ? `Set headroom:budget.monthly and headroom:budget.notify in ${stack.file}.`
        : "Add an aws:budgets/budget:Budget of budgetType COST with these notifications.",
    },
  );
}

function fixOf(stack: Stack, budget: Budget, gaps: readonly AlertGap[]): string {
  return gaps.every((gap) => gap.kind === "silent")
    ? setTo(placeOf("subscribers", budget.at, stack), "one address or more")
    : `Add what is missing to notifications of ${resourceName(budget.at)}.`;
}

/** Certain gaps weigh more than any number of doubts. */
const weight = (gaps: readonly Gap[]): number => gaps.reduce((sum, gap) => sum + (gap.kind === "doubt" ? 1 : 100), 0);

const subjectOf = (budget: Budget) => ({ name: budget.name, at: budget.at });
