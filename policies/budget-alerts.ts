import { allOf, anyOf, ask, both, chain, map, unknown, type Answer, type Maybe } from "../graph";
import type { Budget, BudgetAlert } from "../model";
import { doubt, settingGaps, type Gap } from "./budget-gaps";

interface Required {
  readonly name: string;
  /** Is this the alert that is asked for? */
  matches(alert: BudgetAlert, budget: Budget): Maybe<boolean>;
  /** What is said instead where the alert is there but of no use; undefined where it is not there. */
  useless?(alerts: readonly BudgetAlert[], budget: Budget): string | undefined;
}

/** An alert on less than a threshold tells of savings. */
const rises = ({ comparison }: BudgetAlert): Maybe<boolean> => map(comparison, (is) => is === "GREATER_THAN");

const actualAt = (percent: number): Required => ({
  name: `at ${percent} % of actual spend`,
  matches: (alert, budget) =>
    allOf([map(alert.on, (on) => on === "ACTUAL"), rises(alert), standsWhere(alert, budget, (at) => Math.abs(at - percent) < tolerance)]),
});

const isForecast = (alert: BudgetAlert): Maybe<boolean> => allOf([map(alert.on, (on) => on === "FORECASTED"), rises(alert)]);

const forecast: Required = {
  name: "on forecast spend",
  matches: (alert, budget) => allOf([isForecast(alert), standsWhere(alert, budget, (at) => at <= 100 + tolerance)]),
  useless: (alerts, budget) => {
    const [late] = alerts.filter((alert) => ask(isForecast(alert), (is) => is) === "yes");
    const percent = late && percentOf(late, budget);
    return percent === undefined ? undefined : `the alert on forecast spend waits for ${percent} % of the limit`;
  },
};

const required: readonly Required[] = [actualAt(50), actualAt(80), actualAt(100), forecast];

/** What this budget lacks: settings, and any of the four required alerts. */
export function gapsOf(budget: Budget): Gap[] {
  const { alerts } = budget;
  const settings = settingGaps(budget);
  if (!alerts.known) return [...settings, ...doubt("the list of its alerts", alerts)];
  return [...settings, ...required.flatMap((one) => gapOf(one, alerts.value, budget))];
}

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
  if (silent) return [{ kind: "silent", says: `nobody hears the alert ${one.name}` }];
  return [{ kind: "missing", says: one.useless?.(alerts, budget) ?? `there is no alert ${one.name}` }];
}

/** Percentage points within which a share in dollars counts as the one that is asked for. */
const tolerance = 0.01;

interface Share {
  readonly kind: BudgetAlert["thresholdKind"] extends Maybe<infer Kind> ? Kind : never;
  /** Percent of the limit. */
  readonly percent: Maybe<number>;
}

/** Where an alert stands, as its threshold may be written: in percent of the limit, or in dollars. */
const sharesOf = ({ threshold }: BudgetAlert, { limit }: Budget): readonly Share[] => [
  { kind: "PERCENTAGE", percent: threshold },
  {
    kind: "ABSOLUTE_VALUE",
    percent: chain(limit, (of) => (of > 0 ? map(threshold, (dollars) => (100 * dollars) / of) : unknown("malformed"))),
  },
];

const standsWhere = (alert: BudgetAlert, budget: Budget, test: (percent: number) => boolean): Maybe<boolean> =>
  anyOf(sharesOf(alert, budget).map(({ kind, percent }) => allOf([map(alert.thresholdKind, (is) => is === kind), map(percent, test)])));

/** Where it is known to stand, rounded; undefined where it is not. */
function percentOf(alert: BudgetAlert, budget: Budget): number | undefined {
  const share = sharesOf(alert, budget).find(({ kind }) => ask(alert.thresholdKind, (is) => is === kind) === "yes");
  return share?.percent.known ? Math.round(share.percent.value * 100) / 100 : undefined;
}
