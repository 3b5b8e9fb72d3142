import { cpSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Engine, Outcome } from "./engine";

const repository = resolve(__dirname, "../../..");
const modules = "node_modules";

/** What a copy leaves out: nothing of it takes part in a deployment. */
const left: ReadonlySet<string> = new Set([modules, ".git", "dist", "test", "docs", "coverage"]);

/** A copy of one program with one stack, free to be edited. */
export interface Workspace {
  readonly folder: string;
  pulumi(args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Outcome>;
}

/** The folder of an awkward program. */
export const program = (name: string): string => join(repository, "test/programs", name);

/** The repository's own program. */
export const ownProgram = repository;

/** Copies a program, lends it the repository's packages and makes the stack. */
export async function openStack(engine: Engine, source: string, stack: string): Promise<Workspace> {
  const folder = engine.folder(stack);
  for (const name of readdirSync(source)) if (!left.has(name)) cpSync(join(source, name), join(folder, name), { recursive: true });
  symlinkSync(join(repository, modules), join(folder, modules));
  const workspace: Workspace = { folder, pulumi: (args, environment) => engine.pulumi(folder, args, environment) };
  succeeded(await workspace.pulumi(["stack", "init", stack]));
  return workspace;
}

/** The outcome of a command that must not fail. */
export function succeeded(outcome: Outcome): Outcome {
  if (outcome.code !== 0) throw new Error(`pulumi ended with ${outcome.code}:\n${outcome.stdout}\n${outcome.stderr}`);
  return outcome;
}
