import type { Segments } from "../problems";
import { at, isMapping, numberAt } from "../raw";
import type { Raw } from "../raw";
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

/** The clock, too, may leave a service without a task only if something starts it again. */
export function scheduledMinimum(service: unknown, way: Segments): readonly Said[] {
  const entries = at(service, ["scale", "schedule"]);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown, i) =>
    numberAt(entry, ["min"]) === 0 ? startsFromNothing(service, [...way, "schedule", i]) : [],
  );
}

/** CPU, memory and requests give no data while no task runs, so nothing would ever start the first one again. A queue does. */
function startsFromNothing(service: unknown, way: Segments): readonly Said[] {
  const on = at(service, ["scale", "on"]);
  const steps = at(service, ["scale", "steps"]);
  const measures = isMapping(on) ? Object.keys(on) : [];
  const onlyBacklog = measures.length > 0 && measures.every((metric) => metric === "backlogPerTask");
  const onlySteps = measures.length === 0 && isMapping(steps) && at(steps, ["on", "namespace"]) === undefined;
  if ((onlyBacklog || onlySteps) && at(service, ["http"]) === undefined) return [];
  return [
    {
      segments: [...way, "min"],
      says: "is 0; write at least 1, because only a service that scales on a queue alone can start from none",
    },
  ];
}

export function metrics(service: unknown, way: Segments): readonly Said[] {
  const on = at(service, ["scale", "on"]);
  if (on !== undefined && !isMapping(on)) return [];
  const measures: Raw = on ?? {};
  const needs = (metric: string, key: string): readonly Said[] =>
    measures[metric] !== undefined && at(service, [key]) === undefined
      ? [{ segments: [...way, metric], says: `needs ${key} of the same service, which is missing` }]
      : [];
  const none = Object.keys(measures).length === 0 && isMapping(at(service, ["scale"])) && at(service, ["scale", "steps"]) === undefined;
  const choice = "write one or more of cpu, memory, requestsPerTask and backlogPerTask, or steps beside it";
  return [
    ...(none ? [{ segments: way, says: `is ${on === undefined ? "missing" : "empty"}; ${choice}` }] : []),
    ...needs("requestsPerTask", "http"),
    ...needs("backlogPerTask", "consumes"),
  ];
}

/** What is measured more often has to be something that moves the count. */
export function resolution(service: unknown, way: Segments): readonly Said[] {
  const on = at(service, ["scale", "on"]);
  if (at(service, ["scale", "resolution"]) !== "20 seconds" || at(on, ["cpu"]) !== undefined || at(on, ["memory"]) !== undefined) return [];
  return [
    {
      segments: [...way, "resolution"],
      says: 'is "20 seconds", which is for cpu and memory, and neither moves this service; remove it',
    },
  ];
}
