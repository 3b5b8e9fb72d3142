import { capacityRangeOf } from "../aurora-capacity";
import { isEngineName, majorOf } from "../database-engines";
import type { Segments } from "../problems";
import { at, entriesOf, numberAt, textAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

/** Capacities that Aurora Serverless v2 does not have, or that leave it nothing to scale. */
export function capacity(database: unknown, way: Segments): readonly Said[] {
  const [min, max] = [numberAt(database, ["capacity", "min"]), numberAt(database, ["capacity", "max"])];
  const [engine, version] = [textAt(database, ["engine"]), textAt(database, ["version"])];
  const segments = (key: string): Segments => [...way, "capacity", key];
  const range =
    isEngineName(engine) && version !== undefined && majorOf(engine, version) !== undefined ? capacityRangeOf(engine, version) : undefined;
  return [
    ...(min !== undefined && max !== undefined && max <= min
      ? [{ segments: segments("max"), says: `is ${max}; write more than ${min}, which is min: what cannot move is no serverless capacity` }]
      : []),
    ...(range !== undefined && min !== undefined && min < range.min
      ? [{ segments: segments("min"), says: `is ${min}; write at least ${range.min}, because ${engine} ${version} has no less` }]
      : []),
    ...(range !== undefined && max !== undefined && max > range.max
      ? [{ segments: segments("max"), says: `is ${max}; write at most ${range.max}, because ${engine} ${version} has no more` }]
      : []),
  ];
}

export function readers(database: unknown, way: Segments): readonly Said[] {
  const [min, max] = [numberAt(database, ["readers", "min"]), numberAt(database, ["readers", "max"])];
  if (min === undefined || max === undefined || max >= min) return [];
  return [{ segments: [...way, "readers", "max"], says: `is ${max}; write at least ${min}, which is min` }];
}

/** A pause that can never come. Whatever holds a connection open, or must not wait 15 seconds for the first one, is named. */
export function autoPause(raw: Raw, name: string, database: unknown): readonly Said[] {
  const written = at(database, ["autoPause"]) !== undefined;
  const min = numberAt(database, ["capacity", "min"]);
  const way = ["databases", name];
  if (!written)
    return min === 0 ? [{ segments: [...way, "autoPause"], says: "is missing; write it, or a minimum capacity of at least 0.5" }] : [];
  const reason = whatBlocks(raw, name, database, min);
  return reason === undefined ? [] : [{ segments: [...way, "autoPause"], says: `can never happen: ${reason}` }];
}

function whatBlocks(raw: Raw, name: string, database: unknown, min: number | undefined): string | undefined {
  if (min !== undefined && min > 0) return `capacity.min is ${min}; write 0, or remove it`;
  if (at(database, ["proxy"]) !== undefined) return "a proxy keeps connections open; remove one of the two";
  if (raw.tier === "prod")
    return "in the tier prod nobody may wait for a database to wake up; write a minimum of at least 0.5, and remove it";
  const holder = holdersOf(raw, name)[0];
  return holder === undefined ? undefined : `${holder} keeps connections open by its pool; write a pool of 0 there, or remove it`;
}

/** Services and functions that keep connections to a database open while they do nothing. */
const holdersOf = (raw: Raw, database: string): readonly string[] =>
  ["services", "functions"].flatMap((section) =>
    entriesOf(raw[section])
      .filter(([, value]) => (numberAt(value, ["connects", database, "pool"]) ?? 0) > 0)
      .map(([owner]) => `headroom:${section}.${owner}`),
  );
