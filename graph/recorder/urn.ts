import type { Urn } from "../resource-graph";
import { stackType } from "../urn";

/** The type part of a URN, with the types of its parents before it: `a:b:C$d:e:F`. */
const qualifiedType = (urn: Urn): string => urn.split("::")[2] ?? "";

/** As the engine builds it: a parent's types stand before the resource's own, except for the stack's. */
export function makeUrn(stack: string, project: string, parent: Urn | undefined, type: string, name: string): Urn {
  const outer = parent === undefined ? "" : qualifiedType(parent);
  const types = outer === "" || outer === stackType ? type : `${outer}$${type}`;
  return `urn:pulumi:${stack}::${project}::${types}::${name}`;
}
