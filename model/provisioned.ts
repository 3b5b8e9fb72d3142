import type { Resource } from "../graph/resource-graph";
import type { Maybe } from "../graph/maybe";
import { aliasAmong, functionNamed, qualifierOf } from "./functions";
import { groupBy, type GraphIndex } from "./index-of-graph";
import { references, type Joined } from "./joins";
import { inputsOf, required, stringAt } from "./properties";
import { types } from "./resource-types";

/** The concurrency that a program itself provisions for aliases and versions. */
export interface Provisioned {
  /** By `Place.identity`: the function's URN and the qualifier. */
  readonly byPlace: ReadonlyMap<string, readonly Resource[]>;
  /** Is there one of which it is unknown what it is for? */
  readonly anyLost: boolean;
}

/** Derived once for a graph. */
export const provisionedIn = (index: GraphIndex): Provisioned => index.once(provisionedIn, () => provisioned(index));

/** The function that concurrency is provisioned for. */
export const functionOf = (config: Resource, index: GraphIndex): Joined =>
  functionNamed(references.namedFunction, config, stringAt(inputsOf(config), "functionName"), index);

/** One for a function that is known to be another stack's is for nothing here. */
function provisioned(index: GraphIndex): Provisioned {
  const read = index.ofTypes(types.provisionedConcurrency).map((config) => {
    const fn = functionOf(config, index);
    const qualifier = qualifierIn(config, index);
    const place = fn.found !== undefined && qualifier.known ? [`${fn.found.urn}/${qualifier.value}`] : [];
    return { config, place, lost: fn.found === undefined ? fn.why !== "no partner in this stack" : !qualifier.known };
  });
  const byPlace = groupBy(read, ({ place }) => place);
  return {
    byPlace: new Map([...byPlace].map(([place, list]) => [place, list.map(({ config }) => config)])),
    anyLost: read.some(({ lost }) => lost),
  };
}

function qualifierIn(config: Resource, index: GraphIndex): Maybe<string> {
  const text = required(stringAt(inputsOf(config), "qualifier"));
  const alias = text.known ? undefined : aliasAmong(config, "qualifier", index);
  return alias === undefined ? text : qualifierOf(alias);
}
