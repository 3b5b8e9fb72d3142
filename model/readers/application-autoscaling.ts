import { known, unknown, type Maybe } from "../../graph/maybe";
import type { Resource } from "../../graph/resource-graph";
import { physicalName, type GraphIndex } from "../index-of-graph";
import { initialAt } from "../owners/initial";
import { ownerAt } from "../owners/owner";
import { placeFinder, type Place } from "../places";
import { readPolicy } from "../policies";
import { inputsOf, numberAt, requiredInput, stringAt, withDefault } from "../properties";
import { types } from "../resource-types";
import { scalableName } from "../scalable-names";
import type { Bounds, Metric, Registration, ResourceRef, Scalable, ScalingPolicy, ScheduledAction, Unresolved } from "../scaling-model";
import { unresolved, type Reader } from "./reader";

/**
 * Everything that Application Auto Scaling scales: targets, policies and scheduled actions that are about the same
 * dimension of the same resource make one scalable. What finds no resource makes one all the same.
 */
export const applicationAutoscaling: Reader = (_graph, index) => {
  const placeOf = placeFinder(index);
  const groups = new Map<string, Group>();
  for (const resource of index.ofTypes([...types.target, ...types.policy, ...types.scheduledAction])) {
    const place = placeOf(resource);
    const group = groups.get(place.key);
    if (group === undefined) groups.set(place.key, { members: [{ resource, place }] });
    else group.members.push({ resource, place });
  }
  const read = [...groups.values()].map((group) => readGroup(group, index));
  return { scalables: read.map((r) => r.scalable), unresolved: read.flatMap((r) => r.unresolved) };
};

interface Group {
  readonly members: Member[];
}
interface Member {
  readonly resource: Resource;
  readonly place: Place;
}

function readGroup(group: Group, index: GraphIndex): { readonly scalable: Scalable; readonly unresolved: readonly Unresolved[] } {
  const members = [...group.members].sort((a, b) => compare(a.resource.urn, b.resource.urn));
  const targets = ofTypes(members, types.target);
  const policies = ofTypes(members, types.policy).map(({ resource, place }) => readPolicy(resource, place.namespace, index));
  const schedules = ofTypes(members, types.scheduledAction).map(({ resource }) => readScheduledAction(resource, index));
  const registrations = targets.map((target) => registration(target, index));
  const head = mostTelling(targets.length > 0 ? targets : members);
  const {
    owner,
    unit,
    unresolved: ofOwner,
  } = ownerAt(
    head.place,
    policies.flatMap((p) => metricsOf(p.policy)),
    index,
  );
  const at = index.ref(head.place.partner.found ?? head.resource);
  const bounds: Bounds = { min: agreed(registrations, "min"), max: agreed(registrations, "max") };
  return {
    scalable: {
      id: idOf(head, at),
      name: scalableName(at),
      at,
      unit,
      owner,
      registrations,
      bounds,
      ...initialAt(head.place, bounds, index),
      policies: policies.map((p) => p.policy),
      schedules,
    },
    unresolved: [...members.flatMap((member) => lost(member, index)), ...policies.flatMap((p) => p.unresolved), ...ofOwner],
  };
}

/** The member that knows most of where it is; the first of equals. */
function mostTelling(members: readonly Member[]): Member {
  const score = ({ place }: Member): number =>
    (place.partner.found === undefined ? 0 : 4) + (place.dimension.known ? 2 : 0) + (place.resourceId.known ? 1 : 0);
  return members.reduce((best, member) => (score(member) > score(best) ? member : best));
}

function registration({ resource, place }: Member, index: GraphIndex): Registration {
  return {
    at: index.ref(resource),
    bounds: { min: requiredInput(resource, "minCapacity", numberAt), max: requiredInput(resource, "maxCapacity", numberAt) },
    namespace: place.namespace,
    dimension: place.dimension,
    resourceId: place.resourceId,
    location: place.shared ? unknown("ambiguous") : known(place.location.key),
  };
}

/** The bound of all registrations; ambiguous where they differ, unknown where nobody registers. */
function agreed(registrations: readonly Registration[], side: keyof Bounds): Maybe<number> {
  const [first, ...others] = registrations.map((r) => r.bounds[side]);
  if (first === undefined) return unknown("not in this source");
  const same = others.every((other) => first.known && other.known && other.value === first.value);
  return same ? first : unknown("ambiguous");
}

function readScheduledAction(resource: Resource, index: GraphIndex): ScheduledAction {
  const inputs = inputsOf(resource);
  const name = physicalName(resource);
  return {
    at: index.ref(resource),
    name: name.known ? name.value : resource.name,
    schedule: requiredInput(resource, "schedule", stringAt),
    timezone: withDefault(stringAt(inputs, "timezone"), "UTC"),
    min: numberAt(inputs, ["scalableTargetAction", "minCapacity"]) ?? "unchanged",
    max: numberAt(inputs, ["scalableTargetAction", "maxCapacity"]) ?? "unchanged",
    start: stringAt(inputs, "startTime"),
    end: stringAt(inputs, "endTime"),
  };
}

const metricsOf = (policy: ScalingPolicy): readonly Metric[] => (policy.kind === "targetTracking" ? [policy.metric] : []);

const lost = ({ resource, place }: Member, index: GraphIndex): readonly Unresolved[] =>
  unresolved(resource, "resourceId", place.partner, known(place.resourceId), index);

/** The owner's URN, with the dimension where it may have several; the URN of what registers an unknown owner. */
function idOf({ place }: Member, at: ResourceRef): string {
  const part = place.part?.known ? `/${place.part.value}` : "";
  return place.partner.found !== undefined && place.dimension.known ? `${at.urn}${part}#${place.dimension.value}` : at.urn;
}

const ofTypes = (members: readonly Member[], list: readonly string[]): readonly Member[] =>
  members.filter((m) => list.includes(m.resource.type));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
