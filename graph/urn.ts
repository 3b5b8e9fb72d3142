import type { Urn } from "./resource-graph";

/** What a URN says. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** The resource's own type, without those of its parents. */
  readonly type: string;
  /** May itself hold `::`. */
  readonly name: string;
}

const prefix = "urn:pulumi:";

/** The resource that stands for the stack itself: the parent of all that name none. */
export const stackType = "pulumi:pulumi:Stack";

/** Reads a URN; undefined when the text is none. */
export function parseUrn(urn: Urn): UrnParts | undefined {
  const [head = "", project, types, ...name] = urn.split("::");
  if (!head.startsWith(prefix) || head.length === prefix.length) return undefined;
  if (!project || !types || name.length === 0) return undefined;
  const type = types.slice(types.lastIndexOf("$") + 1);
  return type === "" ? undefined : { stack: head.slice(prefix.length), project, type, name: name.join("::") };
}
