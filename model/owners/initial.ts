import { chain, known, map, unknown, type Maybe } from "../../graph/maybe";
import type { Resource } from "../../graph/resource-graph";
import { dimensionNamed } from "../dimensions";
import type { GraphIndex } from "../index-of-graph";
import { membersOf } from "../members";
import type { Place } from "../places";
import { inputsOf, numberAt, setting } from "../properties";
import { provisionedIn } from "../provisioned";
import type { Bounds, Scalable } from "../scaling-model";
import { ecsDialect } from "./ecs-dialects";

/** The count that the program asks for at first, and whether it leaves it to the autoscaler from then on. */
export type Initial = Pick<Scalable, "initial" | "initialIgnored">;

export function initialAt(place: Place, bounds: Bounds, index: GraphIndex): Initial {
  const dimension = place.dimension.known ? dimensionNamed(place.dimension.value) : undefined;
  const owner = place.partner.found;
  if (dimension === undefined || owner === undefined) return untold;
  switch (dimension.owner) {
    case "ecs service":
      return taskCount(owner);
    case "provisioned concurrency":
      return provisionedCount(place, bounds, index);
    case "aurora readers":
      return readerCount(owner, index);
    default:
      return dimension.initial === undefined ? untold : countIn(owner, dimension.initial);
  }
}

const untold: Initial = { initial: { value: unknown("not in this source"), given: false }, initialIgnored: unknown("not in this source") };

function taskCount(service: Resource): Initial {
  const { initialCount, omittedCountIsKept } = ecsDialect(service.type);
  const count = numberAt(inputsOf(service), "desiredCount");
  return {
    initial: setting(count, known(initialCount)),
    initialIgnored: count === undefined && omittedCountIsKept ? known(true) : ignores(service, "desiredCount"),
  };
}

/** Where the program provisions none, Application Auto Scaling raises it to its minimum, and no deployment sets it back. */
function provisionedCount(place: Place, bounds: Bounds, index: GraphIndex): Initial {
  const { byPlace, anyLost } = provisionedIn(index);
  const [only, second] = byPlace.get(place.identity) ?? [];
  if (second !== undefined || anyLost || place.part?.known !== true) return ambiguous;
  if (only === undefined) return { initial: { value: bounds.min, given: false }, initialIgnored: known(true) };
  return countIn(only, "provisionedConcurrentExecutions");
}

const ambiguous: Initial = { initial: { value: unknown("ambiguous"), given: false }, initialIgnored: unknown("ambiguous") };

/** One of a cluster's instances writes. Readers that Aurora adds are instances of their own, which no deployment takes away. */
function readerCount(cluster: Resource, index: GraphIndex): Initial {
  const readers = chain(membersOf(cluster, index), (members) =>
    members.length === 0 ? unknown("not in this source") : known(members.length - 1),
  );
  return { initial: { value: readers, given: readers.known }, initialIgnored: map(readers, () => true) };
}

const countIn = (resource: Resource, property: string): Initial => ({
  initial: setting(numberAt(inputsOf(resource), property), unknown("not in this source")),
  initialIgnored: ignores(resource, property),
});

/** A remote component hides what its inner resource ignores. */
function ignores(resource: Resource, property: string): Maybe<boolean> {
  if (!resource.custom) return unknown("not in this source");
  return chain(resource.ignoreChanges, (list) => known(list.includes(property) || list.includes("*")));
}
