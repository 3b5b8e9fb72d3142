import { limits } from "../limits";
import type { Segments } from "../problems";
import { at, entriesOf, numberAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

/** What a function may use at once, by its own limit and by the account's. */
export const concurrency = (raw: Raw): readonly Said[] => [
  ...entriesOf(raw.functions).flatMap(([name, value]) => [
    ...withinReserved(value, ["functions", name]),
    ...readiness(value, ["functions", name, "provisioned"]),
  ]),
  ...withinAccount(raw),
];

/** Lambda refuses more than is reserved, be it kept ready or called by a queue. */
function withinReserved(fn: unknown, way: Segments): readonly Said[] {
  const reserved = numberAt(fn, ["reserved"]);
  if (reserved === undefined) return [];
  return waysToUse(fn).flatMap((inner): readonly Said[] => {
    const used = numberAt(fn, inner);
    if (used === undefined || used <= reserved) return [];
    return [{ segments: [...way, ...inner], says: `is ${used}; write at most ${reserved}, which is reserved, or reserve more` }];
  });
}

const waysToUse = (fn: unknown): readonly Segments[] => [
  ["consumes", "maxConcurrency"],
  ["provisioned", "max"],
  ...scheduleOf(fn).flatMap((_, i): readonly Segments[] => ["min", "max"].map((limit) => ["provisioned", "schedule", i, limit])),
];

const scheduleOf = (fn: unknown): readonly unknown[] => {
  const entries = at(fn, ["provisioned", "schedule"]);
  return Array.isArray(entries) ? Array.from<unknown>(entries) : [];
};

/** Nothing measures what is not there: from 0, only a schedule makes environments ready. */
function readiness(fn: unknown, way: Segments): readonly Said[] {
  const min = numberAt(fn, ["provisioned", "min"]);
  const max = numberAt(fn, ["provisioned", "max"]);
  if (min === undefined || max === undefined) return [];
  if (max < min) return [{ segments: [...way, "max"], says: `is ${max}; write at least ${min}, which is min` }];
  const raised = scheduleOf(fn).some((entry) => (numberAt(entry, ["min"]) ?? 0) > 0);
  if (min > 0 || max === 0 || raised) return [];
  return [
    {
      segments: [...way, "min"],
      says: "is 0, and an alias without provisioned concurrency has no utilization that could raise it; write at least 1, a schedule with a min, or max: 0",
    },
  ];
}

/** What is reserved or kept ready is taken from the account, which must keep 100 for everybody else. */
function withinAccount(raw: Raw): readonly Said[] {
  const account = numberAt(raw, ["account", "concurrency"]) ?? 1_000;
  const taken = entriesOf(raw.functions)
    .map(([name, value]) => ({ name, takes: numberAt(value, ["reserved"]) ?? readyAtMost(value) }))
    .filter(({ takes }) => takes > 0);
  const sum = taken.reduce((total, { takes }) => total + takes, 0);
  const allowed = Math.max(0, account - limits.unreserved);
  if (sum <= allowed) return [];
  const terms = taken.map(({ name, takes }) => `${name} ${takes}`).join(" + ");
  return [
    {
      segments: ["functions"],
      says: `takes ${terms} = ${sum} of the account's ${account} calls at once, of which ${limits.unreserved} must stay unreserved; take at most ${allowed}, or write what AWS allows in headroom:account.concurrency`,
    },
  ];
}

const readyAtMost = (fn: unknown): number =>
  Math.max(
    numberAt(fn, ["provisioned", "max"]) ?? 0,
    ...scheduleOf(fn).map((entry) => numberAt(entry, ["max"]) ?? numberAt(entry, ["min"]) ?? 0),
  );
