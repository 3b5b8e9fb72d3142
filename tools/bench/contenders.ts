import { join, resolve } from "node:path";
import { findCli } from "../../test/engine/harness/cli";
import { startEngine } from "../../test/engine/harness/engine";
import { openStack, ownProgram } from "../../test/engine/harness/workspace";
import type { Contender } from "./alternate";
import { ended, runBare, type SilentMonitor } from "./bare-runner";

export const repository = resolve(__dirname, "../..");
const stack = "dev";

export const headroomPreview = (program: string): Contender => ({
  name: "headroom preview",
  run: () =>
    ended("headroom preview", process.execPath, [join(repository, "dist/headroom.js"), "preview", "--stack", stack, "--program", program], {
      cwd: program,
    }),
});

export const bareRunner = (program: string, monitor: SilentMonitor): Contender => ({
  name: "bare runner (floor)",
  run: () => runBare(program, stack, monitor),
});

/** The peer, or why it is not there. */
export type Peer =
  { readonly found: true; readonly contender: Contender; stop(): void } | { readonly found: false; readonly reason: string };

/** `pulumi preview` with the same rules, on the real engine, with a stand-in provider whose time and memory do not count. */
export async function enginePreview(): Promise<Peer> {
  const cli = findCli(process.env);
  if (!cli.found) return { found: false, reason: `no engine (${cli.reason})` };
  const engine = await startEngine(cli);
  const workspace = await openStack(engine, ownProgram, stack);
  const run = async (): Promise<void> => {
    const { code, stdout, stderr } = await workspace.pulumi(["preview", "--stack", stack, "--policy-pack", "policies"]);
    if (code !== 0) throw new Error(`pulumi preview ended with ${code}:\n${stdout}${stderr}`);
  };
  return { found: true, contender: { name: "pulumi preview --policy-pack policies (peer)", run }, stop: () => engine.stop() };
}
