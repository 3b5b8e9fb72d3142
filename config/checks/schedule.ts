import type { Segments } from "../problems";
import { at, numberAt } from "../raw";
import type { Said } from "../sentences";

/** Entries of a schedule that say nothing, or a maximum below its minimum. */
export function schedules(owner: unknown, way: Segments): readonly Said[] {
  return entriesOf(owner, way).flatMap(({ entry, segments, min, max }): readonly Said[] => {
    if (at(entry, ["at"]) !== undefined && at(entry, ["min"]) === undefined && at(entry, ["max"]) === undefined)
      return [{ segments, says: "changes nothing; write min, max or both" }];
    if (min !== undefined && max !== undefined && max < min)
      return [{ segments: [...segments, "max"], says: `is ${max}; write at least ${min}, which is min` }];
    return [];
  });
}

/** One limit alone that crosses whatever the other one can be, as it is written or as the clock moves it. */
export function crossings(owner: unknown, way: Segments): readonly Said[] {
  const entries = entriesOf(owner, way);
  const maxima = [numberAt(owner, ["max"]), ...entries.map(({ max }) => max)].filter((max) => max !== undefined);
  const minima = [numberAt(owner, ["min"]), ...entries.map(({ min }) => min)].filter((min) => min !== undefined);
  return entries.flatMap(({ segments, min, max }): readonly Said[] => {
    if (min !== undefined && max === undefined && maxima.length > 0 && min > Math.max(...maxima))
      return [
        { segments: [...segments, "min"], says: `is ${min}; write at most ${Math.max(...maxima)}, the highest max, or a max with it` },
      ];
    if (max !== undefined && min === undefined && minima.length > 0 && max < Math.min(...minima))
      return [
        { segments: [...segments, "max"], says: `is ${max}; write at least ${Math.min(...minima)}, the lowest min, or a min with it` },
      ];
    return [];
  });
}

function entriesOf(owner: unknown, way: Segments) {
  const entries = at(owner, ["schedule"]);
  return Array.isArray(entries)
    ? entries.map((entry: unknown, i) => ({
        entry,
        segments: [...way, "schedule", i],
        min: numberAt(entry, ["min"]),
        max: numberAt(entry, ["max"]),
      }))
    : [];
}
