import type { Resource, ResourceGraph, Urn } from "../../graph/resource-graph";
import { known, type Maybe } from "../../graph/maybe";
import type { GraphIndex } from "../index-of-graph";
import { asUnknown, type Joined } from "../joins";
import type { Found } from "../properties";
import type { ScalingModel, Unresolved } from "../scaling-model";

/** What one reader contributes to the model; lists are joined at the end. */
export type Part = Partial<Omit<ScalingModel, "stack">>;
export type Reader = (graph: ResourceGraph, index: GraphIndex) => Part;

/** The partner's URN, or why it cannot be told. */
export const urnOf = (joined: Joined): Maybe<Urn> => (joined.found === undefined ? asUnknown(joined) : known(joined.found.urn));

/** A reference that found nobody, to be reported; nothing when it found somebody or was never made. */
export function unresolved(
  from: Resource,
  property: string,
  joined: Joined,
  text: Found<unknown>,
  index: GraphIndex,
): readonly Unresolved[] {
  if (joined.found !== undefined || (text === undefined && joined.why === "not in this source")) return [];
  return [{ at: index.ref(from), property, why: joined.why, looked: joined.looked }];
}
