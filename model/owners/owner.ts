import { unknown, type Maybe } from "../../graph/maybe";
import type { Urn } from "../../graph/resource-graph";
import { dimensionNamed } from "../dimensions";
import type { GraphIndex } from "../index-of-graph";
import type { Place } from "../places";
import { urnOf } from "../readers/reader";
import type { Metric, Owner, ScalableUnit, Unresolved } from "../scaling-model";
import { ecsServiceOwner } from "./ecs-service";

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
