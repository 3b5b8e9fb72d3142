import type { Budget, ScalingModel, Stack } from "../../model";
import { gapsOf, isCostBudget, wrongUnit, type Gap } from "../budget-alerts";
import { placeOf, resourceName, setTo, stackFile } from "../fix";
import { fail, pass, unsure } from "../judgement";
import type { Judgement, Rule } from "../rule";
import { list } from "../words";

export const budgetAlarmsRequired: Rule<Record<never, never>> = {
  id: "budget-alarms-required",
  title: "Rejects a stack that scales without a budget that warns at 50, 80 and 100 % of what was spent and ahead of what will be",
  level: "mandatory",
  appliesTo: "capacity that scales",
  parameters: {},
  judge: (model) => (model.scalables.length === 0 ? [] : judgeBudgets(model)),
};

/** One complete budget is enough; a unit that AWS refuses is wrong on any. */
function judgeBudgets(model: ScalingModel): Judgement[] {
  const budgets = model.budgets.filter((budget) => isCostBudget(budget) !== "no");
  const refused = budgets.flatMap((budget) => judgeUnit(budget));
  if (refused.length > 0) return refused;
  const [best] = budgets.map((budget) => ({ budget, gaps: gapsOf(budget) })).sort((a, b) => weight(a.gaps) - weight(b.gaps));
  return [best === undefined ? noBudget(model) : judgeAlerts(model.stack, best.budget, best.gaps)];
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

function judgeAlerts(stack: Stack, budget: Budget, gaps: readonly Gap[]): Judgement {
  const certain = gaps.filter((gap) => gap.kind !== "doubt");
  const [doubt] = gaps.flatMap((gap) => (gap.kind === "doubt" ? [gap] : []));
  if (certain.length > 0)
    return fail(subjectOf(budget), {
      actual: list(certain.map((gap) => gap.says)),
      allowed: "an alert with a subscriber at 50, 80 and 100 % of actual and one on forecast spend are required",
      fix: fixOf(stack, budget, certain),
    });
  return doubt === undefined ? pass(subjectOf(budget)) : unsure(subjectOf(budget), doubt.says, doubt.why);
}

function noBudget({ stack, scalables }: ScalingModel): Judgement {
  const ours = scalables.some((scalable) => scalable.at.component?.configPath.startsWith("headroom:"));
  return fail(
    { name: stack.name, at: "stack" },
    {
      actual: `${scalables.length === 1 ? "1 capacity scales" : `${scalables.length} capacities scale`} and no cost budget watches what is spent`,
      allowed: "a budget in USD with alerts at 50, 80 and 100 % of actual and on forecast spend is required",
      fix: ours
        ? `Set headroom:budget.monthly and headroom:budget.notify in ${stackFile(stack)}.`
        : "Add an aws:budgets/budget:Budget of budgetType COST with these notifications.",
    },
  );
}

function fixOf(stack: Stack, budget: Budget, gaps: readonly Gap[]): string {
  return gaps.every((gap) => gap.kind === "silent")
    ? setTo(placeOf("subscribers", budget.at, stack), "one address or more")
    : `Add what is missing to notifications of ${resourceName(budget.at)}.`;
}

/** Certain gaps weigh more than any number of doubts. */
const weight = (gaps: readonly Gap[]): number => gaps.reduce((sum, gap) => sum + (gap.kind === "doubt" ? 1 : 100), 0);

const subjectOf = (budget: Budget) => ({ name: budget.name, at: budget.at });
