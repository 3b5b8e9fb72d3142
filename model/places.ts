import { chain, known, unknown, type Maybe } from "../graph/maybe";
import type { Resource, Urn } from "../graph/resource-graph";
import { onlyDimensionOf } from "./dimensions";
import { aliasAmong, functionNamed, qualifierOf } from "./functions";
import { lambdaId, tableId } from "./id-formats";
import type { GraphIndex } from "./index-of-graph";
import { dependenciesOf, join, scalableResources, type Joined, type Missing, type Reference } from "./joins";
import { apart, type Location } from "./locations";
import { requiredInput, stringAt } from "./properties";
import { types } from "./resource-types";

/** Where a scalable target, policy or scheduled action belongs: which capacity of which resource it is about. */
export interface Place {
  /** The same for everything that is about the same capacity. */
  readonly key: string;
  /** The same for everything that is about the same resource, whichever of its dimensions. */
  readonly identity: string;
  readonly partner: Joined;
  readonly namespace: Maybe<string>;
  readonly dimension: Maybe<string>;
  readonly resourceId: Maybe<string>;
  /** Where it is: text means something there only. */
  readonly location: Location;
  /** Has it no partner, and does a target with the same text stand where it is unknown whether that is here? */
  readonly shared: boolean;
  /** Which part of the partner: a function's alias or version, a table's index. Undefined when it is the whole. */
  readonly part: Maybe<string> | undefined;
}

/** Finds places, each once. A policy that takes its `resourceId` from a target is where the target is. */
export function placeFinder(index: GraphIndex): (resource: Resource) => Place {
  const places = new Map<Urn, Place>();
  return (resource) => {
    for (const next of towardsTargets(resource, places, index).reverse()) {
      const targets = targetsOf(next, index);
      const target = targets.length === 1 && targets[0] !== undefined ? places.get(targets[0].urn) : undefined;
      places.set(next.urn, placed(next, target, targets.length > 1, index));
    }
    return places.get(resource.urn) ?? placed(resource, undefined, false, index);
  };
}

/** The resource, the target that it takes its `resourceId` from, that target's own, and so on: up to one with a place. */
function towardsTargets(resource: Resource, places: ReadonlyMap<Urn, Place>, index: GraphIndex): Resource[] {
  const chain = new Set<Resource>();
  for (let next: Resource | undefined = resource; next !== undefined && !places.has(next.urn) && !chain.has(next);) {
    chain.add(next);
    const targets = targetsOf(next, index);
    next = targets.length === 1 ? targets[0] : undefined;
  }
  return [...chain];
}

const targetsOf = (resource: Resource, index: GraphIndex): readonly Resource[] =>
  dependenciesOf(resource, "resourceId", index).filter((r) => isTarget(r) && r !== resource);

function placed(resource: Resource, target: Place | undefined, severalTargets: boolean, index: GraphIndex): Place {
  const namespace = firstKnown(requiredInput(resource, "serviceNamespace", stringAt), target?.namespace);
  const resourceId = firstKnown(requiredInput(resource, "resourceId", stringAt), target?.resourceId);
  const written = requiredInput(resource, "scalableDimension", stringAt);
  const dimension = firstKnown(firstKnown(written, target?.dimension), chain(namespace, dimensionOfNamespace));
  const location = target?.location ?? index.locationOf(resource);
  const joined = partnerOf(resource, namespace, resourceId, severalTargets, index);
  const shared = joined.found === undefined && isShared({ namespace, resourceId, location }, index);
  const own: Joined = joined.found === undefined && shared ? { ...joined, why: "ambiguous" } : joined;
  const partner = own.found === undefined && target !== undefined ? target.partner : own;
  const part = own.found === undefined && target !== undefined ? target.part : partOf(resource, namespace, dimension, resourceId, index);
  const identity = identify(resource, target, { partner, part, namespace, resourceId, location });
  const key = dimension.known ? `${identity}#${dimension.value}` : (target?.key ?? `${identity}#${resource.urn}`);
  return { key, identity, partner, namespace, dimension, resourceId, location, shared, part };
}

/** May a target that writes the same text be in the same region and account, though that is not certain? */
function isShared(place: Pick<Place, "namespace" | "resourceId" | "location">, index: GraphIndex): boolean {
  if (!place.resourceId.known) return false;
  const others = index.once(isShared, () => locationsByText(index)).get(textKey(place)) ?? [];
  return others.some((other) => !apart(other, place.location).known);
}

/** Where the targets are that write the same text, each location once. */
function locationsByText(index: GraphIndex): ReadonlyMap<string, readonly Location[]> {
  const locations = new Map<string, Map<string, Location>>();
  for (const target of index.ofTypes(types.target)) {
    const location = index.locationOf(target);
    const [namespace, resourceId] = ["serviceNamespace", "resourceId"].map((name) => requiredInput(target, name, stringAt));
    if (namespace === undefined || resourceId?.known !== true) continue;
    const key = textKey({ namespace, resourceId });
    locations.set(key, (locations.get(key) ?? new Map<string, Location>()).set(location.key, location));
  }
  return new Map([...locations].map(([key, list]) => [key, [...list.values()]]));
}

const textKey = ({ namespace, resourceId }: Pick<Place, "namespace" | "resourceId">): string =>
  `${namespace.known ? namespace.value : ""}|${resourceId.known ? resourceId.value : ""}`;

/** Same partner and part, else same text at the same location, else the same target, else nothing but itself. */
function identify(
  resource: Resource,
  target: Place | undefined,
  place: Pick<Place, "partner" | "part" | "namespace" | "resourceId" | "location">,
): string {
  const { partner, part, resourceId, location } = place;
  if (partner.found !== undefined && part === undefined) return partner.found.urn;
  if (partner.found !== undefined && part?.known) return `${partner.found.urn}/${part.value}`;
  if (resourceId.known) return `${textKey(place)}|${location.key}`;
  return target === undefined ? resource.urn : target.identity;
}

function partnerOf(resource: Resource, namespace: Maybe<string>, text: Maybe<string>, severalTargets: boolean, index: GraphIndex): Joined {
  const possible = namespace.known ? [referenceOf(namespace.value)] : Object.values(scalableResources);
  const joined = possible.map((reference) => (reference === undefined ? undefined : partnerBy(reference, resource, text, index)));
  const found = joined.flatMap((j) => (j?.found === undefined ? [] : [j]));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  const looked = namespace.known ? (referenceOf(namespace.value)?.looked ?? `a resource of ${namespace.value}`) : "a resource that scales";
  const why = found.length > 1 || severalTargets ? "ambiguous" : whyMissing(joined, namespace, text);
  return { found: undefined, why, looked };
}

function whyMissing(joined: readonly (Joined | undefined)[], namespace: Maybe<string>, text: Maybe<string>): Missing["why"] {
  const [only] = joined;
  if (namespace.known && only !== undefined && only.found === undefined) return only.why;
  return text.known ? "no partner in this stack" : text.why;
}

const partnerBy = (reference: Reference, resource: Resource, text: Maybe<string>, index: GraphIndex): Joined =>
  reference === scalableResources["lambda"] ? functionNamed(reference, resource, text, index) : join(reference, resource, text, index);

function partOf(
  resource: Resource,
  namespace: Maybe<string>,
  dimension: Maybe<string>,
  text: Maybe<string>,
  index: GraphIndex,
): Maybe<string> | undefined {
  if (!namespace.known) return undefined;
  switch (namespace.value) {
    case "lambda": {
      if (text.known) return fromText(lambdaId.parse(text.value)?.qualifier);
      const alias = aliasAmong(resource, "resourceId", index);
      return alias === undefined ? text : qualifierOf(alias);
    }
    case "dynamodb":
      if (text.known) return tableId.parse(text.value)?.index === undefined ? undefined : fromText(tableId.parse(text.value)?.index);
      return dimension.known && dimension.value.startsWith("dynamodb:table:") ? undefined : text;
    default:
      return undefined;
  }
}

const isTarget = (resource: Resource): boolean => types.target.includes(resource.type as never);
const referenceOf = (namespace: string): Reference | undefined =>
  Object.hasOwn(scalableResources, namespace) ? scalableResources[namespace] : undefined;
const fromText = (text: string | undefined): Maybe<string> => (text === undefined ? unknown("malformed") : known(text));
const dimensionOfNamespace = (namespace: string): Maybe<string> => fromText(onlyDimensionOf(namespace));

/** The first of two that is known; else the first. */
const firstKnown = <T>(first: Maybe<T>, second: Maybe<T> | undefined): Maybe<T> =>
  first.known || second === undefined || !second.known ? first : second;
