import { known, type Maybe } from "../graph/maybe";
import type { Resource } from "../graph/resource-graph";
import { physicalName, type GraphIndex } from "./index-of-graph";
import { dependenciesOf, join, references, type Joined, type Reference } from "./joins";
import { inputsOf, stringAt, type Found } from "./properties";
import { types } from "./resource-types";

/** The function that a resource names. It may be meant through an alias: the alias then says which. */
export function functionNamed(reference: Reference, resource: Resource, text: Found<string>, index: GraphIndex): Joined {
  const joined = join(reference, resource, text, index);
  const alias = aliasAmong(resource, reference.property, index);
  if (joined.found !== undefined || alias === undefined) return joined;
  return join(references.namedFunction, alias, stringAt(inputsOf(alias), "functionName"), index);
}

/** The one alias that a property was made of. */
export function aliasAmong(resource: Resource, property: string, index: GraphIndex): Resource | undefined {
  const aliases = dependenciesOf(resource, property, index).filter((r) => types.fnAlias.includes(r.type as never));
  return aliases.length === 1 ? aliases[0] : undefined;
}

/** What tells an alias from the others of its function: its name, or itself where that is not known. */
export function qualifierOf(alias: Resource): Maybe<string> {
  const name = physicalName(alias);
  return name.known ? name : known(alias.urn);
}
