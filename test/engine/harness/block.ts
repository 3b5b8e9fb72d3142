import { skip } from "../../skip";
import { findCli } from "./cli";
import { type Engine, startEngine } from "./engine";

/** For the `before` of a block of tests: starts an engine, or leaves the whole block out by name when there is no CLI. */
export async function engineFor(context: Mocha.Context): Promise<Engine> {
  const cli = findCli(process.env);
  if (!cli.found) return skip(context, `no Pulumi engine: ${cli.reason}`);
  return startEngine(cli);
}
