import type { Maybe } from "../graph";
import type { Budget } from "../model";
import type { SettingName } from "./fix";
import { cannotTell } from "./judgement";

/** What a budget lacks: an alert, somebody who hears it, a setting that makes its alerts mean something, or the certainty of these. */
export type Gap = AlertGap | WrongSetting | { readonly kind: "doubt"; readonly says: string };
export interface AlertGap {
  readonly kind: "missing" | "silent";
  readonly says: string;
}
export interface WrongSetting {
  readonly kind: "wrong";
  readonly says: string;
  readonly allowed: string;
  readonly setting: SettingName;
  readonly value: string;
}

export const doubt = (what: string, value: Maybe<unknown>): Gap[] =>
  value.known ? [] : [{ kind: "doubt", says: cannotTell(what, value.why) }];

/** What keeps a budget from watching, whatever its alerts are. */
export const settingGaps = (budget: Budget): Gap[] => [
  ...doubt("what it measures", budget.budgetType),
  ...doubt("its unit", budget.unit),
  ...limitGaps(budget),
  ...periodGaps(budget),
  ...endGaps(budget),
];

/** A share of nothing is no amount, and a limit below zero is passed before anything is spent. */
function limitGaps({ limit }: Budget): Gap[] {
  const wrong = (is: string): Gap[] => [
    { kind: "wrong", says: `its limit is ${is}`, allowed: "an amount above 0 is required", setting: "limit", value: "the amount in USD" },
  ];
  if (!limit.known) return limit.why === "malformed" ? wrong("not a number") : doubt("its limit", limit);
  return limit.value > 0 ? [] : wrong(`${limit.value}`);
}

/** A day is over before anybody reads its alerts; half of a year's money may be gone in its first month. */
function periodGaps({ period }: Budget): Gap[] {
  if (!period.known) return doubt("its period", period);
  if (period.value === "MONTHLY") return [];
  return [{ kind: "wrong", says: `its period is ${period.value}`, allowed: "a month is required", setting: "period", value: "MONTHLY" }];
}

/** What AWS and the provider take for no end (API reference, `TimePeriod.End`, 2026-11). */
const never = "2087-06-15_00:00";

/** AWS deletes a budget when it ends. A rule has no clock, so any end but the last day there is may be past. */
function endGaps({ end }: Budget): Gap[] {
  if (end === undefined) return [];
  if (!end.known) return doubt("its end", end);
  return end.value >= never ? [] : [{ kind: "doubt", says: `it ends on ${end.value}, which may be past: rules do not look at the clock` }];
}
