import { isDeepStrictEqual } from "node:util";
import { known, type Resource, type ResourceGraph } from "../../../graph";

/** What a source on the engine cannot show by its nature; taken away on both sides before they are compared. */
export interface Blindness {
  /** Fields of a resource that the source does not carry. */
  readonly fields: readonly string[];
  /** Does the source leave this input out? */
  readonly input: (name: string, value: unknown) => boolean;
  /** Does the source leave out dependencies on resources that it does not list? */
  readonly dangling: boolean;
}

/** `--save-plan`: an input that is null is no addition to nothing. */
export const planBlindness: Blindness = { fields: [], input: (_name, value) => value === null, dangling: false };

/** CrossGuard's arguments: no aliases, no properties that are internal to the engine, no resources that are only read. */
export const packBlindness: Blindness = { fields: ["aliases"], input: (name) => name.startsWith("__"), dangling: true };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Every difference between a recording and what the engine shows, as a line: none when they are equal resource by resource
 * and property by property. Lists of dependencies are sets, and the id of a provider is unknown in a preview. Resources
 * that are only read are in no plan and in no pack's arguments, and the children of a remote component are made by its
 * provider: both are left out, and so are dependencies on such children.
 */
export function differences(recorded: ResourceGraph, engine: ResourceGraph, blindness: Blindness): string[] {
  const [left, right] = [comparable(withoutReads(recorded), blindness), comparable(withoutRemoteChildren(engine, recorded), blindness)];
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((subject) => {
    const [mine, theirs] = [left.get(subject), right.get(subject)];
    if (mine === undefined) return [`${subject} is only on the engine`];
    if (theirs === undefined) return [`${subject} is only recorded`];
    return differentFields(subject, mine, theirs);
  });
}

function differentFields(subject: string, mine: Fields, theirs: Fields): string[] {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort();
  return names
    .filter((name) => !isDeepStrictEqual(mine[name], theirs[name]))
    .map((name) => `${subject} ${name}: ${text(mine[name])} recorded, ${text(theirs[name])} on the engine`);
}

const text = (value: unknown): string => JSON.stringify(value) ?? "nothing";

/** Of custom resources only what is read has an id in a recording: nothing else exists yet. */
const withoutReads = (graph: ResourceGraph): ResourceGraph => ({
  ...graph,
  resources: graph.resources.filter(({ custom, id }) => !(custom && id.known)),
});

function withoutRemoteChildren(graph: ResourceGraph, recorded: ResourceGraph): ResourceGraph {
  const parents = new Map(graph.resources.map(({ urn, parent }) => [urn, parent]));
  const remote = new Set(recorded.resources.filter((resource) => resource.remote).map(({ urn }) => urn));
  const isBelow = (urn: string | undefined): boolean => urn !== undefined && (remote.has(urn) || isBelow(parents.get(urn)));
  const isMade = (urn: string): boolean => isBelow(parents.get(urn));
  return {
    ...graph,
    resources: graph.resources.filter(({ urn }) => !isMade(urn)).map((resource) => withoutDependencies(resource, isMade)),
  };
}

function withoutDependencies(resource: Resource, on: (urn: string) => boolean): Resource {
  const others = (urns: readonly string[]): readonly string[] => urns.filter((urn) => !on(urn));
  const { dependencies, propertyDependencies } = resource;
  if (!propertyDependencies.known) return { ...resource, dependencies: others(dependencies) };
  const lists = Object.entries(propertyDependencies.value).map(([property, urns]) => [property, others(urns)]);
  return { ...resource, dependencies: others(dependencies), propertyDependencies: known(Object.fromEntries(lists)) };
}

function comparable(graph: ResourceGraph, blindness: Blindness): ReadonlyMap<string, Fields> {
  const { project, stack, outputs, region } = graph;
  const listed = new Set(graph.resources.map(({ urn }) => urn));
  const shown = (urns: readonly string[]): string[] => [...new Set(urns)].filter((urn) => !blindness.dangling || listed.has(urn)).sort();
  return new Map([
    ["stack", plain({ project, stack, outputs, region })],
    ...graph.resources.map((resource): [string, Fields] => [resource.urn, fieldsOf(resource, blindness, shown)]),
  ]);
}

function fieldsOf(resource: Resource, blindness: Blindness, shown: (urns: readonly string[]) => string[]): Fields {
  const { type, name, custom, parent, inputs, dependencies, propertyDependencies, ignoreChanges, protect, aliases, provider } = resource;
  const setsOf = ([property, urns]: [string, readonly string[]]): [string, unknown] => [`depends: ${property}`, shown(urns)];
  const nonEmpty = ([, urns]: [string, unknown]): boolean => Array.isArray(urns) && urns.length > 0;
  const fields = {
    ...{ type, name, custom, parent: parent ?? null, ignoreChanges, protect, aliases },
    dependencies: shown(dependencies),
    provider: provider?.slice(0, provider.lastIndexOf("::")) ?? null,
    ...Object.fromEntries(propertyDependencies.known ? Object.entries(propertyDependencies.value).map(setsOf).filter(nonEmpty) : []),
    ...Object.fromEntries(
      Object.entries(inputs).flatMap(([key, value]) => (blindness.input(key, value) ? [] : [[`inputs: ${key}`, value]])),
    ),
  };
  return plain(Object.fromEntries(Object.entries(fields).filter(([key]) => !blindness.fields.includes(key))));
}

/** Unknowns, secrets and assets as they print. */
const plain = (value: Fields): Fields => JSON.parse(JSON.stringify(value));
