import type { Segments } from "../problems";
import { at, isMapping, numberAt } from "../raw";
import { RAISED } from "../sections/traffic";
import type { Said } from "../sentences";

export function bounds(service: unknown, way: Segments): readonly Said[] {
  const min = numberAt(service, ["scale", "min"]);
  const max = numberAt(service, ["scale", "max"]);
  return [
    ...(min !== undefined && max !== undefined && max < min
      ? [{ segments: [...way, "max"], says: `is ${max}; write at least ${min}, which is min` }]
      : []),
    ...(min === 0 ? startsFromNothing(service, way) : []),
  ];
}

/** Floors that fall while the traffic rises, or that lie outside min and max. */
export function floors(service: unknown, way: Segments): readonly Said[] {
  const max = numberAt(service, ["scale", "max"]);
  const written = RAISED.flatMap((level) => {
    const floor = numberAt(service, ["scale", "floors", level]);
    return floor === undefined ? [] : [{ level: `floors.${level}`, segments: [...way, "floors", level], floor }];
  });
  const min = numberAt(service, ["scale", "min"]);
  const rising = min === undefined ? written : [{ level: "min", segments: way, floor: min }, ...written];
  return [
    ...rising.slice(1).flatMap(({ segments, floor }, i): readonly Said[] => {
      const below = rising[i];
      return below === undefined || floor >= below.floor
        ? []
        : [{ segments, says: `is ${floor}; write at least ${below.floor}, which is ${below.level}` }];
    }),
    ...written.flatMap(({ segments, floor }): readonly Said[] =>
      max === undefined || floor <= max ? [] : [{ segments, says: `is ${floor}; write at most ${max}, which is max` }],
    ),
  ];
}

/** CPU, memory and requests give no data while no task runs, so nothing would ever start the first one again. */
function startsFromNothing(service: unknown, way: Segments): readonly Said[] {
  const on = at(service, ["scale", "on"]);
  const onlyBacklog = isMapping(on) && Object.keys(on).every((metric) => metric === "backlogPerTask");
  if (onlyBacklog && at(service, ["http"]) === undefined) return [];
  return [
    {
      segments: [...way, "min"],
      says: "is 0; write at least 1, because only a service that scales on backlogPerTask alone can start from none",
    },
  ];
}

export function metrics(service: unknown, way: Segments): readonly Said[] {
  const on = at(service, ["scale", "on"]);
  if (!isMapping(on)) return [];
  const needs = (metric: string, key: string): readonly Said[] =>
    on[metric] !== undefined && at(service, [key]) === undefined
      ? [{ segments: [...way, metric], says: `needs ${key} of the same service, which is missing` }]
      : [];
  const none = Object.keys(on).length === 0;
  return [
    ...(none ? [{ segments: way, says: "is empty; write one or more of cpu, memory, requestsPerTask and backlogPerTask" }] : []),
    ...needs("requestsPerTask", "http"),
    ...needs("backlogPerTask", "consumes"),
  ];
}
