import { allOf, anyOf, ask, both, map, type Answer, type Maybe, type Why } from "../graph";
import type { Budget, BudgetAlert } from "../model";

/** What a budget lacks: an alert, somebody who hears it, or the certainty that it is there. */
export type Gap =
  { readonly kind: "missing" | "silent"; readonly says: string } | { readonly kind: "doubt"; readonly says: string; readonly why: Why };

interface Required {
  readonly name: string;
  /** Is this the alert that is asked for? */
  matches(alert: BudgetAlert, budget: Budget): Maybe<boolean>;
}

/** An alert on less than a threshold tells of savings. */
const rises = ({ comparison }: BudgetAlert): Maybe<boolean> => map(comparison, (is) => is === "GREATER_THAN");

const actualAt = (percent: number): Required => ({
  name: `at ${percent} % of actual spend`,
  matches: (alert, budget) => allOf([map(alert.on, (on) => on === "ACTUAL"), rises(alert), isAt(alert, budget, percent)]),
});

const required: readonly Required[] = [
  actualAt(50),
  actualAt(80),
  actualAt(100),
  { name: "on forecast spend", matches: (alert) => allOf([map(alert.on, (on) => on === "FORECASTED"), rises(alert)]) },
];

/** What of the four required alerts this budget lacks. */
export function gapsOf(budget: Budget): Gap[] {
  const { alerts } = budget;
  const nature = [...doubt("what it measures", budget.budgetType), ...doubt("its unit", budget.unit)];
  if (!alerts.known) return [...nature, ...doubt("the list of its alerts", alerts)];
  return [...nature, ...required.flatMap((one) => gapOf(one, alerts.value, budget))];
}

const doubt = (says: string, value: Maybe<unknown>): Gap[] => (value.known ? [] : [{ kind: "doubt", says, why: value.why }]);

/** Only a cost budget guards money. */
export const isCostBudget = (budget: Budget): Answer => ask(budget.budgetType, (type) => type === "COST");

/** The unit of a cost budget, when AWS would refuse it. */
export function wrongUnit({ unit, budgetType }: Budget): string | undefined {
  const known = both(unit, budgetType, (currency) => currency);
  return known.known && known.value !== "USD" ? known.value : undefined;
}

function gapOf(one: Required, alerts: readonly BudgetAlert[], budget: Budget): Gap[] {
  const fitting = alerts.map((alert) => ({ fits: one.matches(alert, budget), heard: map(alert.subscribers, (count) => count > 0) }));
  const met = anyOf(fitting.map(({ fits, heard }) => allOf([fits, heard])));
  if (!met.known) return doubt(`the alert ${one.name}`, met);
  if (met.value) return [];
  const silent = fitting.some(({ fits }) => fits.known && fits.value);
  return [
    silent ? { kind: "silent", says: `nobody hears the alert ${one.name}` } : { kind: "missing", says: `there is no alert ${one.name}` },
  ];
}

/** In percent, or as the same share of the limit in dollars. */
function isAt({ threshold, thresholdKind }: BudgetAlert, { limit }: Budget, percent: number): Maybe<boolean> {
  const inPercent = [map(thresholdKind, (kind) => kind === "PERCENTAGE"), map(threshold, (at) => at === percent)];
  const share = both(threshold, limit, (at, of) => (100 * at) / of);
  const inDollars = [map(thresholdKind, (kind) => kind === "ABSOLUTE_VALUE"), map(share, (is) => Math.abs(is - percent) < 0.01)];
  return anyOf([allOf(inPercent), allOf(inDollars)]);
}
