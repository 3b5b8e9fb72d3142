import { known, unknown, type Maybe } from "../maybe";
import type { Resource, ResourceGraph, Urn } from "../resource-graph";
import type { ValueMap } from "../value";
import { configuredRegion } from "./configured-region";
import { fromDocument } from "./document";
import type { Fields } from "./fields";
import { graphOf } from "./graph-of";
import { kinds, SourceError } from "./source-error";
import { idOf, readState, urnOf } from "./state";

/**
 * Reads what `pulumi preview --json --show-sames` prints. It holds no outputs of what is still to be made, none of the stack, and
 * `ignoreChanges` only where the CLI is recent enough to write it.
 * @throws SourceError
 */
export const graphFromPreview = (text: string, file: string): ResourceGraph =>
  fromDocument({ kind: "preview", file }, text, (digest) => {
    const steps = digest.objects("steps");
    assertComplete(digest, steps, file);
    const writesIgnoreChanges = steps.some((step) => step.object("newState")?.has("ignoreChanges"));
    const resources = remaining(steps).map((step) => readStep(step, writesIgnoreChanges));
    return graphOf("preview", resources, { region: configuredRegion(digest) });
  });

/** Steps after which the resource is no longer part of the stack. Those of a replacement leave its successor (`step.go`). */
const removing: ReadonlySet<string> = new Set(["delete", "discard"]);
const replaced: ReadonlySet<string> = new Set(["delete-replaced", "discard-replaced", "remove-pending-replace"]);

/** The last step of each resource that stays, in the order of the first ones. */
function remaining(steps: readonly Fields[]): readonly Fields[] {
  const last = new Map<Urn, Fields>();
  for (const step of steps) {
    const { urn } = urnOf(step);
    const op = step.text("op") ?? "";
    if (removing.has(op)) {
      if (!isPendingDelete(step)) last.delete(urn);
    } else if (!replaced.has(op)) {
      last.set(urn, step);
    }
  }
  return [...last.values()];
}

/** What an earlier, failed replacement left behind: the resource itself lives on under the same URN. */
const isPendingDelete = (step: Fields): boolean => step.object("oldState")?.flag("delete") === true;

function readStep(step: Fields, writesIgnoreChanges: boolean): Resource {
  const state = step.object("newState") ?? step.object("oldState");
  if (!state) throw step.damaged("newState", "a state");
  const old = step.object("oldState");
  const custom = state.flag("custom");
  const same = step.text("op") === "same";
  const ids = [state, ...(keepsId(step) ? [old] : [])].map((source) => idOf(source, custom));
  return readState(state, {
    id: ids.find((id) => id.known) ?? unknown("computed on deployment"),
    outputs: outputsOf(state, same && custom ? old : undefined),
    writesIgnoreChanges,
  });
}

const keepsId = (step: Fields): boolean => ["same", "update", "refresh"].includes(step.text("op") ?? "");

/** Of an unchanged resource, those of before. A component registers its outputs after its step was written. */
function outputsOf(state: Fields, unchanged: Fields | undefined): Maybe<ValueMap> {
  if (state.has("outputs")) return known(state.properties("outputs"));
  if (unchanged?.has("outputs")) return known(unchanged.properties("outputs"));
  return unknown(state.flag("custom") ? "computed on deployment" : "not in this source");
}

function assertComplete(digest: Fields, steps: readonly Fields[], file: string): void {
  const failure = digest.objects("diagnostics").find((diagnostic) => diagnostic.text("severity") === "error");
  if (failure)
    throw new SourceError(
      `${file} is of a preview that failed (${firstLine(failure)}); correct that, then write it again: ${kinds.preview.command}`,
    );
  const hidden = hiddenOf(digest, steps);
  if (hidden > 0) {
    const what = hidden === 1 ? "1 unchanged resource" : `${hidden} unchanged resources`;
    throw new SourceError(`${file} leaves out ${what}, so the stack cannot be judged as a whole; write it with: ${kinds.preview.command}`);
  }
}

/** Without `--show-sames` the CLI counts what does not change, and lists of it the stack alone. */
function hiddenOf(digest: Fields, steps: readonly Fields[]): number {
  const listed = steps.filter((step) => step.text("op") === "same").length;
  return (digest.object("changeSummary")?.count("same") ?? listed) - listed;
}

function firstLine(diagnostic: Fields): string {
  const line = (diagnostic.text("message") ?? "").trim().split(/\r?\n/, 1)[0] ?? "";
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
