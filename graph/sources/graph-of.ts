import { unknown, type Maybe } from "../maybe";
import type { Resource, ResourceGraph, Source, Urn } from "../resource-graph";
import { parseUrn, stackType } from "../urn";
import { defaultRegion, explicitProvider, isDefaultProvider } from "./default-providers";

/** What a source knows about the stack beside its resources. */
export interface StackFacts {
  /** `aws:region` of the stack's configuration, where the source has it. */
  readonly region?: Maybe<string>;
}

/**
 * Joins resources into the graph of their stack, which their URNs name. Default providers are left out, and so is a second
 * resource of the same URN.
 */
export function graphOf(source: Source, resources: readonly Resource[], { region }: StackFacts = {}): ResourceGraph {
  const unique = firstOfEach(resources);
  const root = unique.find(({ type }) => type === stackType);
  const named = parseUrn((root ?? unique[0])?.urn ?? "");
  return {
    source,
    project: named?.project ?? "",
    stack: named?.stack ?? "",
    resources: unique.filter(({ urn }) => !isDefaultProvider(urn)).map(withExplicitProvider),
    region: region ?? defaultRegion(unique),
    outputs: root ? root.outputs : unknown("not in this source"),
  };
}

function firstOfEach(resources: readonly Resource[]): readonly Resource[] {
  const byUrn = new Map<Urn, Resource>();
  for (const resource of resources) if (!byUrn.has(resource.urn)) byUrn.set(resource.urn, resource);
  return [...byUrn.values()];
}

const withExplicitProvider = (resource: Resource): Resource => ({ ...resource, provider: explicitProvider(resource.provider) });
