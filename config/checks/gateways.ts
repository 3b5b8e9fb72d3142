import type { Segments } from "../problems";
import { at, entriesOf, isMapping, numberAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";
import { shardVariables } from "../shards";

/** What moves the tasks of a service, written for a gateway. It is no slip, so it is told apart from a key that nobody knows. */
export const scaledByLoad = (raw: Raw): readonly Said[] =>
  entriesOf(raw.gateways).flatMap(([gateway, value]) =>
    ["on", "steps", "schedule", "floors", "resolution"].flatMap((key): readonly Said[] => {
      const segments = ["gateways", gateway, "scale", key];
      return at(value, ["scale", key]) === undefined ? [] : [{ segments, says: BY_SHARDS }];
    }),
  );

const BY_SHARDS =
  "cannot move the tasks of a gateway, because a second task with the same shards is an outage; remove it: the number of tasks follows shards";

/** More shards than the most tasks can hold, and a maximum below the minimum. */
export function shardsThatFit(gateway: unknown, way: Segments): readonly Said[] {
  const [min, max] = [numberAt(gateway, ["scale", "min"]), numberAt(gateway, ["scale", "max"])];
  const shards = numberAt(gateway, ["shards"]);
  const perTask = at(gateway, ["shardsPerTask"]) === undefined ? 25 : numberAt(gateway, ["shardsPerTask"]);
  return [
    ...(min !== undefined && max !== undefined && max < min
      ? [{ segments: [...way, "scale", "max"], says: `is ${max}; write at least ${min}, which is min` }]
      : []),
    ...(max !== undefined && shards !== undefined && perTask !== undefined && perTask > 0 && shards > max * perTask
      ? [
          {
            segments: [...way, "shards"],
            says: `is ${shards}; write at most ${max * perTask}, which ${max === 1 ? "1 task" : `${max} tasks`} of ${perTask} can hold, or raise scale.max to ${Math.ceil(shards / perTask)}`,
          },
        ]
      : []),
  ];
}

export function imageOrTag(gateway: unknown, way: Segments): readonly Said[] {
  if (!isMapping(gateway)) return [];
  const [image, tag] = [gateway.image !== undefined, gateway.tag !== undefined];
  if (image && tag) return [{ segments: [...way, "image"], says: "stands beside tag; write one of the two" }];
  return image || tag
    ? []
    : [{ segments: [...way, "tag"], says: "is missing; write the tag of an image in the gateway's repository, or an image" }];
}

/** Variables that tell a task of its shards. */
export const ownVariables = (gateway: unknown, way: Segments): readonly Said[] =>
  ["environment", "secrets"].flatMap((kind) =>
    entriesOf(at(gateway, [kind])).flatMap(([name]): readonly Said[] =>
      Object.values<string>(shardVariables).includes(name)
        ? [{ segments: [...way, kind, name], says: "is set from the gateway's shards and log; choose another name" }]
        : [],
    ),
  );
