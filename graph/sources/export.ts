import { known } from "../maybe";
import type { Resource, ResourceGraph } from "../resource-graph";
import { fromDocument } from "./document";
import type { Fields } from "./fields";
import { graphOf } from "./graph-of";
import { idOf, readState } from "./state";

/**
 * Reads what `pulumi stack export` writes, or the deployment inside it: what is deployed, with its outputs.
 * @throws SourceError
 */
export const graphFromExport = (text: string, file: string): ResourceGraph =>
  fromDocument({ kind: "export", file }, text, (document) => {
    const deployment = document.object("deployment") ?? document;
    const states = deployment.objects("resources");
    const writesIgnoreChanges = isRecent(deployment) || states.some((state) => state.has("ignoreChanges"));
    return graphOf(
      "export",
      states.filter(isLive).map((state) => readDeployed(state, writesIgnoreChanges)),
    );
  });

/** Neither waiting to be deleted after its replacement was made, nor deleted and waiting to be made again. */
const isLive = (state: Fields): boolean => !state.flag("delete") && !state.flag("pendingReplacement");

const readDeployed = (state: Fields, writesIgnoreChanges: boolean): Resource =>
  readState(state, {
    id: idOf(state, state.flag("custom")),
    outputs: known(state.properties("outputs")),
    writesIgnoreChanges,
  });

/** The first version of the CLI that is known to write `ignoreChanges` into a stack's state. */
const writesIgnoreChangesSince = [3, 248] as const;

function isRecent(deployment: Fields): boolean {
  const version = /^v?(\d+)\.(\d+)\./.exec(deployment.object("manifest")?.text("version") ?? "");
  const [major, minor] = [Number(version?.[1]), Number(version?.[2])];
  const [sinceMajor, sinceMinor] = writesIgnoreChangesSince;
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
}
