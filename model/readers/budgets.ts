import { known, map, unknown, type Maybe } from "../../graph/maybe";
import type { Resource } from "../../graph/resource-graph";
import type { Value } from "../../graph/value";
import { physicalName, type GraphIndex } from "../index-of-graph";
import {
  chainFound,
  inputsOf,
  listAt,
  mapsAt,
  numberAt,
  oneOf,
  required,
  requiredInput,
  stringAt,
  valueAt,
  type Found,
  type Properties,
} from "../properties";
import { types } from "../resource-types";
import type { Budget, BudgetAlert } from "../scaling-model";
import type { Reader } from "./reader";

/** Budgets. Property names: `@pulumi/aws` 7, `budgets.BudgetArgs`. */
export const budgets: Reader = (_graph, index) => ({ budgets: index.ofTypes(types.budget).map((budget) => readBudget(budget, index)) });

function readBudget(budget: Resource, index: GraphIndex): Budget {
  const inputs = inputsOf(budget);
  const name = physicalName(budget);
  return {
    id: budget.urn,
    name: name.known ? name.value : budget.name,
    at: index.ref(budget),
    budgetType: requiredInput(budget, "budgetType", stringAt),
    limit: numberAt(inputs, "limitAmount") ?? limitOfPlan(inputs) ?? requiredInput(budget, "limitAmount", numberAt),
    unit: stringAt(inputs, "limitUnit") ?? unitOfPlan(inputs) ?? requiredInput(budget, "limitUnit", stringAt),
    period: required(oneOf(requiredInput(budget, "timeUnit", stringAt), ["DAILY", "MONTHLY", "QUARTERLY", "ANNUALLY"])),
    end: endAt(inputs),
    filtered: isFiltered(inputs),
    alerts: map(mapsAt(inputs, "notifications") ?? known([]), (list) => list.map(readAlert)),
  };
}

function readAlert(notification: Properties): BudgetAlert {
  return {
    on: required(oneOf(stringAt(notification, "notificationType"), ["ACTUAL", "FORECASTED"])),
    comparison: required(oneOf(stringAt(notification, "comparisonOperator"), ["GREATER_THAN", "LESS_THAN", "EQUAL_TO"])),
    threshold: required(numberAt(notification, "threshold")),
    thresholdKind: required(oneOf(stringAt(notification, "thresholdType"), ["PERCENTAGE", "ABSOLUTE_VALUE"])),
    subscribers: atLeast([listAt(notification, "subscriberEmailAddresses"), listAt(notification, "subscriberSnsTopicArns")]),
  };
}

/** `2026-12-31_00:00`: such texts are in the order of the dates. */
const date = /^\d{4}-\d{2}-\d{2}_\d{2}:\d{2}$/;

const endAt = (inputs: Properties): Found<string> =>
  chainFound(stringAt(inputs, "timePeriodEnd"), (text) => (date.test(text) ? known(text) : unknown("malformed")));

/** How many there are in the lists that are known; unknown when those are empty and another list is not known. */
function atLeast(lists: readonly Found<readonly Maybe<Value>[]>[]): Maybe<number> {
  const count = lists.reduce((sum, list) => sum + (list?.known ? list.value.filter(isSomebody).length : 0), 0);
  const lost = lists.find((list) => list !== undefined && !list.known);
  return count === 0 && lost !== undefined && !lost.known ? lost : known(count);
}

/** Anything but a blank text or nothing at all. */
const isSomebody = (subscriber: Maybe<Value>): boolean =>
  !subscriber.known || (typeof subscriber.value === "string" && subscriber.value.trim() !== "");

/** A budget without a fixed amount has planned ones, or one that AWS adjusts; undefined for one that has neither. */
function limitOfPlan(inputs: Properties): Found<number> {
  const amounts = mapsAt(inputs, "plannedLimits");
  if (amounts?.known === false) return amounts;
  if (amounts !== undefined && amounts.value.length > 0) return lowest(amounts.value.map((limit) => required(numberAt(limit, "amount"))));
  return valueAt(inputs, "autoAdjustData") === undefined ? undefined : unknown("computed on deployment");
}

function lowest(amounts: readonly Maybe<number>[]): Maybe<number> {
  return amounts.reduce((least, amount) => (!least.known || (amount.known && amount.value >= least.value) ? least : amount));
}

function unitOfPlan(inputs: Properties): Found<string> {
  const limits = mapsAt(inputs, "plannedLimits");
  if (limits?.known === false) return limits;
  const [first] = limits?.value ?? [];
  if (first !== undefined) return required(stringAt(first, "unit"));
  return valueAt(inputs, "autoAdjustData") === undefined ? undefined : unknown("computed on deployment");
}

function isFiltered(inputs: Properties): Maybe<boolean> {
  const filters = listAt(inputs, "costFilters");
  const expression = valueAt(inputs, "filterExpression");
  if (filters?.known === false) return filters;
  if (expression?.known === false) return expression;
  return known(expression !== undefined || (filters !== undefined && filters.value.length > 0));
}
