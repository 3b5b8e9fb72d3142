import { known, unknown } from "../maybe";
import type { Resource, ResourceGraph, Urn } from "../resource-graph";
import type { ValueMap } from "../value";
import { unknownSentinel } from "../wire";
import { bareMap } from "./bare-map";
import { textOf } from "./default-providers";
import { graphOf } from "./graph-of";

/** What `@pulumi/policy` hands to a policy about one resource: `ResourceValidationArgs`, as far as it is read here. */
export interface PolicyResourceArgs {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly props: object;
}

/** One resource of `StackValidationArgs`, as far as it is read here. */
export interface PolicyStackResource extends PolicyResourceArgs {
  readonly opts: {
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
    readonly parent?: string;
  };
  readonly provider?: { readonly urn: string };
  readonly dependencies: readonly { readonly urn: string }[];
  readonly propertyDependencies: Readonly<Record<string, readonly { readonly urn: string }[]>>;
}

export interface PolicyStackArgs {
  readonly resources: readonly PolicyStackResource[];
}

/**
 * Makes the graph of what the engine shows to a policy pack that `policies/decoding.ts` decodes for. A stack policy sees each resource's outputs only, a resource
 * policy its inputs only, so the source gathers the inputs one by one and joins them when the stack is judged.
 *
 * The engine calls every resource policy before the stack policies of the same preview or update.
 */
export class PolicyPackSource {
  readonly #inputs = new Map<Urn, ValueMap>();
  readonly #graphs = new WeakMap<object, ResourceGraph>();

  /** Keeps one resource's inputs: call it from `validateResource`. */
  collectInputs(args: PolicyResourceArgs): void {
    this.#inputs.set(args.urn, properties(args.props));
  }

  /** The whole stack: call it from `validateStack`. The stack policies of one request share one graph. */
  graph(args: PolicyStackArgs): ResourceGraph {
    // The decoder of policies/decoding.ts answers with the same properties for every policy of one request.
    const key = args.resources[0]?.props;
    const graph = (key && this.#graphs.get(key)) ?? graphFromPolicyPack(args, this.#inputs);
    if (key) this.#graphs.set(key, graph);
    return graph;
  }
}

/**
 * @param inputs of each resource, by URN, in the order in which they were registered. The arguments alone are in no order
 * and carry outputs: these stand for the inputs of a resource that has none here.
 */
export function graphFromPolicyPack(args: PolicyStackArgs, inputs: ReadonlyMap<Urn, ValueMap> = new Map()): ResourceGraph {
  const order = new Map([...inputs.keys()].map((urn, index) => [urn, index]));
  const place = ({ urn }: PolicyStackResource): number => order.get(urn) ?? order.size;
  const ordered = [...args.resources].sort((a, b) => place(a) - place(b) || (a.urn < b.urn ? -1 : 1));
  return graphOf(
    "policy pack",
    ordered.map((resource) => readResource(resource, inputs.get(resource.urn))),
  );
}

function readResource(resource: PolicyStackResource, inputs: ValueMap | undefined): Resource {
  const outputs = properties(resource.props);
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.name,
    custom: isCustom(resource),
    remote: false,
    external: false,
    parent: resource.opts.parent === "" ? undefined : resource.opts.parent,
    id: textOf(outputs["id"]),
    inputs: inputs ?? outputs,
    outputs: known(outputs),
    dependencies: urnsOf(resource.dependencies),
    propertyDependencies: known(propertyDependencies(resource)),
    ignoreChanges: known([...resource.opts.ignoreChanges]),
    protect: known(resource.opts.protect),
    // The engine leaves the list empty.
    aliases: unknown("not in this source"),
    provider: resource.provider && `${resource.provider.urn}::${unknownSentinel}`,
    position: unknown("not in this source"),
  };
}

/** The arguments do not say it, but every custom resource has a provider and no component has; a provider itself has none. */
const isCustom = ({ provider, type }: PolicyStackResource): boolean => provider !== undefined || type.startsWith("pulumi:providers:");

const urnsOf = (resources: readonly { readonly urn: string }[]): readonly Urn[] => resources.map(({ urn }) => urn);

function propertyDependencies(resource: PolicyStackResource): Readonly<Record<string, readonly Urn[]>> {
  const map = bareMap<readonly Urn[]>();
  for (const [property, resources] of Object.entries(resource.propertyDependencies)) {
    if (resources.length > 0) map[property] = urnsOf(resources);
  }
  return map;
}

/**
 * @throws when the properties are the SDK's own: those show a secret's plain text, which must never enter a graph.
 */
function properties(props: object): ValueMap {
  if (Object.getPrototypeOf(props) !== null)
    throw new Error("Install the decoder of policies/decoding.ts before a policy reads resources.");
  return props as ValueMap;
}
