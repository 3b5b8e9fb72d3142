import { known, unknown, type Maybe } from "../graph/maybe";
import type { Resource, ResourceGraph, Urn } from "../graph/resource-graph";
import { locationFinder, type Location } from "./locations";
import { inputsOf, stringAt, valueAt } from "./properties";
import { identifyingProperties } from "./physical-names";
import type { ComponentRef, ResourceRef } from "./scaling-model";

/** A graph made ready for look-ups, each in constant time. A URN that occurs twice counts once, where it comes first. */
export interface GraphIndex {
  readonly resources: readonly Resource[];
  readonly byUrn: ReadonlyMap<Urn, Resource>;
  ofTypes(types: readonly string[]): readonly Resource[];
  childrenOf(urn: Urn): readonly Resource[];
  /** The resources of a type that are known to be called so: by name, id or ARN. */
  named(type: string, text: string): readonly Resource[];
  /** The region and account that the resource is in, as far as the program says. */
  locationOf(resource: Resource): Location;
  /** The component that says which configuration made the resource, if any encloses it. */
  ref(resource: Resource): ResourceRef;
  /** What is derived from the whole graph, derived once for each key. */
  once<T>(key: object, derive: () => T): T;
}

export function indexOf(graph: ResourceGraph): GraphIndex {
  const byUrn = new Map<Urn, Resource>();
  for (const resource of graph.resources) if (!byUrn.has(resource.urn)) byUrn.set(resource.urn, resource);
  const resources = [...byUrn.values()];
  const byType = groupBy(resources, (r) => [r.type]);
  const byParent = groupBy(resources, (r) => (r.parent === undefined ? [] : [r.parent]));
  const byName = groupBy(resources, (r) => identifiersOf(r).map((text) => nameKey(r.type, text)));
  const componentOf = componentFinder(byUrn);
  const derived = new Map<object, unknown>();
  return {
    once: <T>(key: object, derive: () => T): T => {
      if (!derived.has(key)) derived.set(key, derive());
      return derived.get(key) as T;
    },
    resources,
    byUrn,
    ofTypes: (types) => types.flatMap((type) => byType.get(type) ?? []),
    childrenOf: (urn) => byParent.get(urn) ?? [],
    named: (type, text) => byName.get(nameKey(type, text)) ?? [],
    locationOf: locationFinder(graph, byUrn),
    ref: (resource) => ({
      urn: resource.urn,
      type: resource.type,
      name: resource.name,
      position: resource.position,
      component: resource.parent === undefined ? undefined : componentOf(resource.parent),
    }),
  };
}

/** The name that the provider knows a resource by; generated names are unknown until it is deployed. */
export function physicalName(resource: Resource): Maybe<string> {
  const property = identifyingProperties(resource.type)[0];
  if (property === undefined) return unknown("not in this source");
  return stringAt(inputsOf(resource), property) ?? stringAt(resource.outputs, property) ?? unknown("computed on deployment");
}

/** Every text that is known to name the resource: its name, id and ARN, as written or as deployed. */
export function identifiersOf(resource: Resource): readonly string[] {
  const texts = new Set<string>();
  if (resource.id.known) texts.add(resource.id.value);
  for (const property of identifyingProperties(resource.type))
    for (const found of [valueAt(inputsOf(resource), property), valueAt(resource.outputs, property)])
      if (found?.known && typeof found.value === "string") texts.add(found.value);
  return [...texts];
}

const nameKey = (type: string, text: string): string => `${type}\n${text}`;

/** Items under each of their keys, in order. */
export function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  return groups;
}

/** Walks up the parents, remembering every answer on the way; a cycle of parents has no component. */
function componentFinder(byUrn: ReadonlyMap<Urn, Resource>): (urn: Urn) => ComponentRef | undefined {
  const answers = new Map<Urn, ComponentRef | undefined>();
  return (start) => {
    const walked = new Set<Urn>();
    let answer: ComponentRef | undefined;
    for (let urn: Urn | undefined = start; urn !== undefined && !walked.has(urn);) {
      if (answers.has(urn)) {
        answer = answers.get(urn);
        break;
      }
      walked.add(urn);
      const resource = byUrn.get(urn);
      answer = resource && asComponent(resource);
      if (answer !== undefined) break;
      urn = resource?.parent;
    }
    for (const urn of walked) answers.set(urn, answer);
    return answer;
  };
}

function asComponent(resource: Resource): ComponentRef | undefined {
  if (resource.custom) return undefined;
  const path = valueAt(known(resource.inputs), "configPath");
  if (!path?.known || typeof path.value !== "string") return undefined;
  return { urn: resource.urn, type: resource.type, name: resource.name, configPath: path.value };
}
