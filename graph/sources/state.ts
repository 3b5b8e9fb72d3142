import { known, unknown, type Maybe } from "../maybe";
import type { Resource, Urn } from "../resource-graph";
import { parseUrn } from "../urn";
import type { ValueMap } from "../value";
import { unknownSentinel } from "../wire";
import type { Fields } from "./fields";
import { positionOf } from "./position";

/** What the state alone does not say. */
export interface StateContext {
  readonly id: Maybe<string>;
  readonly outputs: Maybe<ValueMap>;
  /** Whether the CLI that wrote the file writes `ignoreChanges`: older ones leave it out, newer ones only where it is empty. */
  readonly writesIgnoreChanges: boolean;
}

/** One resource of a state, as previews and exports hold it (`sdk/go/common/apitype`, ResourceV3). */
export function readState(state: Fields, { id, outputs, writesIgnoreChanges }: StateContext): Resource {
  const urn = urnOf(state);
  return {
    ...urn,
    type: state.text("type") ?? urn.type,
    custom: state.flag("custom"),
    remote: false,
    external: state.flag("external"),
    parent: state.text("parent") || undefined,
    id,
    inputs: state.properties("inputs"),
    outputs,
    dependencies: state.texts("dependencies"),
    propertyDependencies: known(state.textLists("propertyDependencies")),
    ignoreChanges:
      !state.flag("external") && (writesIgnoreChanges || state.has("ignoreChanges"))
        ? known(state.texts("ignoreChanges"))
        : unknown("not in this source"),
    protect: known(state.flag("protect")),
    aliases: known(state.texts("aliases")),
    provider: state.text("provider") || undefined,
    position: positionOf(state),
  };
}

/** A state's URN and what it says. */
export function urnOf(state: Fields): { readonly urn: Urn; readonly type: string; readonly name: string } {
  const urn = state.text("urn") ?? "";
  const parts = parseUrn(urn);
  if (!parts) throw state.damaged("urn", "a Pulumi URN");
  return { urn, type: parts.type, name: parts.name };
}

/** The provider's id: components have none, and an empty or unknown one is still to come. */
export function idOf(state: Fields | undefined, custom: boolean): Maybe<string> {
  if (!custom) return known("");
  const id = state?.text("id") ?? "";
  return id === "" || id === unknownSentinel ? unknown("computed on deployment") : known(id);
}
