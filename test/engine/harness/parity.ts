import type { Resource, ResourceGraph } from "../../../graph";

/** One graph by URN and field, so that a difference reads as a difference. What belongs to the whole stack stands under "stack". */
export type Lines = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * The graph without what is no order or no fact: lists of dependencies are sets, a property that depends on nothing is not
 * listed, the id of a provider is not known in a preview.
 */
export function comparable(graph: ResourceGraph): Lines {
  const { project, stack, region, outputs } = graph;
  return inOrder({
    stack: plain({ project, stack, region, outputs }),
    ...Object.fromEntries(graph.resources.map((resource) => [resource.urn, fields(resource)])),
  });
}

function fields(resource: Resource): Record<string, unknown> {
  const { type, name, custom, parent, inputs, dependencies, propertyDependencies, ignoreChanges, protect, aliases, provider } = resource;
  return plain({
    type,
    name,
    custom,
    parent: parent ?? null,
    inputs,
    dependencies: sorted(dependencies),
    propertyDependencies: propertyDependencies.known ? setsOf(propertyDependencies.value) : propertyDependencies,
    ignoreChanges,
    protect,
    aliases,
    provider: provider?.slice(0, provider.lastIndexOf("::")) ?? null,
  });
}

const setsOf = (lists: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(lists).filter(([, urns]) => urns.length > 0).map(([property, urns]) => [property, sorted(urns)]));

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** Unknowns, secrets and assets as they print, and every object with its keys in order. */
const plain = (value: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (isObject(inner) ? inOrder(inner) : inner)));

const inOrder = <T>(object: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !("toJSON" in value);
