import { chain, known, unknown, type Maybe } from "../../graph/maybe";
import type { Resource, Urn } from "../../graph/resource-graph";
import { dimensionNamed } from "../dimensions";
import type { GraphIndex } from "../index-of-graph";
import type { Place } from "../places";
import { inputsOf, numberAt, setting } from "../properties";
import { urnOf } from "../readers/reader";
import type { Metric, Owner, ScalableUnit, Scalable, Unresolved } from "../scaling-model";
import { ecsServiceOwner, initialCountWithout } from "./ecs-service";

/** What scales at a place, and what its unit is. A service that is not in the graph is an owner of kind "other". */
export function ownerAt(
  place: Place,
  metrics: readonly Metric[],
  index: GraphIndex,
): { owner: Owner; unit: ScalableUnit; unresolved: readonly Unresolved[] } {
  const dimension = place.dimension.known ? dimensionNamed(place.dimension.value) : undefined;
  const unit = dimension?.unit ?? "capacity unit";
  const partner: Maybe<Urn> = urnOf(place.partner);
  const other: Owner = { kind: "other", namespace: place.namespace, dimension: place.dimension };
  const kind = dimension?.owner ?? "other";
  switch (kind) {
    case "ecs service":
      return place.partner.found === undefined
        ? { owner: other, unit, unresolved: [] }
        : { ...ecsServiceOwner(place.partner.found, metrics, index), unit };
    case "provisioned concurrency":
      return { owner: { kind, fn: partner, qualifier: place.part ?? unknown("not in this source") }, unit, unresolved: [] };
    case "aurora readers":
    case "read replicas":
      return { owner: { kind, database: partner }, unit, unresolved: [] };
    case "cache replicas":
    case "cache shards":
      return { owner: { kind, cache: partner }, unit, unresolved: [] };
    case "table capacity":
      return {
        owner: { kind, table: partner, index: place.part, dimension: place.dimension.known ? place.dimension.value : "" },
        unit,
        unresolved: [],
      };
    case "aurora capacity":
    case "kubernetes workload":
    case "node group":
    case "other":
      return { owner: other, unit, unresolved: [] };
    default:
      return kind satisfies never;
  }
}

/** The count that the program asks for at first, and whether it leaves it to the autoscaler from then on. */
export function initialAt(place: Place): Pick<Scalable, "initial" | "initialIgnored"> {
  const property = place.dimension.known ? dimensionNamed(place.dimension.value)?.initial : undefined;
  const owner = place.partner.found;
  if (property === undefined || owner === undefined)
    return { initial: { value: unknown("not in this source"), given: false }, initialIgnored: unknown("not in this source") };
  return {
    initial: setting(
      numberAt(inputsOf(owner), property),
      property === "desiredCount" ? known(initialCountWithout(owner.type)) : unknown("not in this source"),
    ),
    initialIgnored: ignores(owner, property),
  };
}

/** A remote component hides what its inner resource ignores. */
function ignores(owner: Resource, property: string): Maybe<boolean> {
  if (!owner.custom) return unknown("not in this source");
  return chain(owner.ignoreChanges, (list) => known(list.includes(property) || list.includes("*")));
}
