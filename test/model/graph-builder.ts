import { known, unknown, type Maybe, type Resource, type ResourceGraph, type Source, type Urn, type ValueMap } from "../../graph";

/** What a test says about a resource; the rest is as in a recording of a first preview. */
export interface Given {
  readonly parent?: Resource;
  readonly custom?: boolean;
  readonly remote?: boolean;
  readonly external?: boolean;
  readonly id?: string;
  readonly outputs?: ValueMap;
  /** Per property, the resources that it was made of. */
  readonly from?: Readonly<Record<string, readonly Resource[]>>;
  readonly propertyDependencies?: Maybe<Readonly<Record<string, readonly Urn[]>>>;
  /** The explicit provider. */
  readonly provider?: Resource;
  readonly ignoreChanges?: readonly string[] | Maybe<readonly string[]>;
}

/** A small graph, made by hand. */
export class GraphBuilder {
  private readonly resources: Resource[] = [];
  constructor(
    readonly stack = "dev",
    readonly source: Source = "recording",
  ) {}

  add(type: string, name: string, inputs: ValueMap = {}, given: Given = {}): Resource {
    const resource = resourceOf(this.stack, type, name, inputs, given);
    this.resources.push(resource);
    return resource;
  }

  component(type: string, name: string, inputs: ValueMap = {}, given: Given = {}): Resource {
    return this.add(type, name, inputs, { ...given, custom: false });
  }

  graph(): ResourceGraph {
    return graphOf(this.resources, this.stack, this.source);
  }
}

export const graphOf = (resources: readonly Resource[], stack = "dev", source: Source = "recording"): ResourceGraph => ({
  source,
  project: "example",
  stack,
  resources,
  region: known("us-east-1"),
  outputs: known({}),
});

function resourceOf(stack: string, type: string, name: string, inputs: ValueMap, given: Given): Resource {
  const { parent } = given;
  const parentTypes = parent === undefined ? "" : `${parent.urn.split("::")[2]}$`;
  const dependencies = Object.entries(given.from ?? {}).map(([property, list]) => [property, list.map((r) => r.urn)] as const);
  return {
    urn: `urn:pulumi:${stack}::example::${parentTypes}${type}::${name}`,
    type,
    name,
    custom: given.custom ?? !(given.remote ?? false),
    remote: given.remote ?? false,
    external: given.external ?? false,
    parent: parent?.urn,
    id: given.id === undefined ? unknown("computed on deployment") : known(given.id),
    inputs,
    outputs: given.outputs === undefined ? unknown("computed on deployment") : known(given.outputs),
    dependencies: [...new Set(dependencies.flatMap(([, urns]) => urns))],
    propertyDependencies: given.propertyDependencies ?? known(Object.fromEntries(dependencies)),
    ignoreChanges: isMaybe(given.ignoreChanges) ? given.ignoreChanges : known(given.ignoreChanges ?? []),
    protect: known(false),
    aliases: known([]),
    provider: given.provider && `${given.provider.urn}::id`,
    position: unknown("not in this source"),
  };
}

const isMaybe = <T>(value: T | Maybe<T> | undefined): value is Maybe<T> => typeof value === "object" && value !== null && "known" in value;
