import { known, map, unknown, type Maybe } from "../graph/maybe";
import type { Resource, ResourceGraph, Urn } from "../graph/resource-graph";
import { all, inputsOf, stringAt, valueAt, type Found } from "./properties";

/** Where a resource lives: names are unique within one of these. */
export interface Location {
  /** Equal for two resources of one region and account, as far as the program says. */
  readonly key: string;
  readonly region: Maybe<string>;
  /** What the provider is told about its credentials; empty where it takes those of the environment. */
  readonly account: Maybe<string>;
}

/** Finds locations: by a resource's own `region`, else by its provider's, else by the stack's. */
export function locationFinder(graph: ResourceGraph, byUrn: ReadonlyMap<Urn, Resource>): (resource: Resource) => Location {
  const ofProviders = new Map<string | undefined, Location>([[undefined, locationOf("default", graph.region, known(""))]]);
  const ofProvider = (reference: string | undefined): Location => {
    const location = ofProviders.get(reference) ?? readProvider(reference ?? "", byUrn);
    ofProviders.set(reference, location);
    return location;
  };
  const seen = new Map<Resource, Location>();
  return (resource) => {
    const location = seen.get(resource) ?? moved(ofProvider(resource.provider), stringAt(inputsOf(resource), "region"));
    seen.set(resource, location);
    return location;
  };
}

/** Do two resources live in different places? Unknown where the program does not say. */
export function apart(a: Location, b: Location): Maybe<boolean> {
  if (a.key === b.key) return known(false);
  if (inOtherRegions(a, b)) return known(true);
  const bothTold = a.account.known && b.account.known && a.account.value !== "" && b.account.value !== "";
  return bothTold && a.account.value !== b.account.value ? known(true) : unknown("not in this source");
}

/** Are both regions known, and do they differ? */
export const inOtherRegions = (a: Location, b: Location): boolean => a.region.known && b.region.known && a.region.value !== b.region.value;

function readProvider(reference: string, byUrn: ReadonlyMap<Urn, Resource>): Location {
  const urn = reference.slice(0, reference.lastIndexOf("::"));
  const provider = byUrn.get(urn);
  if (provider === undefined) return locationOf(urn, unknown("not in this source"), unknown("not in this source"));
  return locationOf(urn, stringAt(inputsOf(provider), "region") ?? unknown("not in this source"), accountOf(provider));
}

function moved(location: Location, region: Found<string>): Location {
  if (region === undefined || (region.known && location.region.known && region.value === location.region.value)) return location;
  return locationOf(`${location.key}?${region.known ? region.value : ""}`, region, location.account);
}

function locationOf(name: string, region: Maybe<string>, account: Maybe<string>): Location {
  return { key: region.known && account.known ? `${account.value}@${region.value}` : name, region, account };
}

/** The inputs of a provider that decide whose account it works in: `@pulumi/aws` 7, `ProviderArgs`. */
const credentials = [
  "accessKey",
  "allowedAccountIds",
  "assumeRoles",
  "assumeRoleWithWebIdentity",
  "endpoints",
  "profile",
  "secretKey",
  "sharedConfigFiles",
  "sharedCredentialsFiles",
  "token",
] as const;

function accountOf(provider: Resource): Maybe<string> {
  const told = credentials.flatMap((name) => {
    const value = valueAt(inputsOf(provider), name);
    return value === undefined ? [] : [map(value, (known) => `${name}=${JSON.stringify(known)}`)];
  });
  return map(all(told), (lines) => lines.join("\n"));
}
