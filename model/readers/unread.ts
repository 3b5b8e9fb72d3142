import type { Resource } from "../../graph/resource-graph";
import type { Unresolved } from "../scaling-model";
import { knownComponents, unreadTypes } from "../unread-types";
import type { Reader } from "./reader";

/** What may scale and is not read, so that nobody takes its absence from `scalables` for a fact. */
export const unread: Reader = (_graph, index) => {
  const found = index.resources.flatMap((resource) => {
    const gap = gapOf(resource);
    return gap === undefined ? [] : [{ at: index.ref(resource), ...gap }];
  });
  return { unread: found.map(({ at }) => at), unresolved: found };
};

/** What cannot be told about a resource, and why; undefined for one that is read, that does not scale or that another stack manages. */
function gapOf(resource: Resource): Omit<Unresolved, "at"> | undefined {
  if (resource.external) return undefined;
  if (resource.remote)
    return knownComponents.has(resource.type)
      ? undefined
      : { property: "type", why: "made by its provider", looked: `what ${resource.type} scales` };
  const looked = Object.hasOwn(unreadTypes, resource.type) ? unreadTypes[resource.type] : undefined;
  return looked === undefined ? undefined : { property: "type", why: "not read yet", looked };
}
