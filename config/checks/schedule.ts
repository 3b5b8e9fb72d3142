import type { Segments } from "../problems";
import { at, numberAt } from "../raw";
import type { Said } from "../sentences";

/** Entries of a schedule that say nothing, or a maximum below its minimum. */
export function schedules(owner: unknown, way: Segments): readonly Said[] {
  const entries = at(owner, ["schedule"]);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown, i): readonly Said[] => {
    const segments = [...way, "schedule", i];
    const [min, max] = [numberAt(entry, ["min"]), numberAt(entry, ["max"])];
    if (at(entry, ["at"]) !== undefined && at(entry, ["min"]) === undefined && at(entry, ["max"]) === undefined)
      return [{ segments, says: "changes nothing; write min, max or both" }];
    if (min !== undefined && max !== undefined && max < min)
      return [{ segments: [...segments, "max"], says: `is ${max}; write at least ${min}, which is min` }];
    return [];
  });
}
