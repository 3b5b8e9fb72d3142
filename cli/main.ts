import { CommanderError } from "commander";
import { exitCodes, Failure, failureJson, failureMarkdown, failureText } from "./failure";
import { createProgram, type Commands } from "./program";
import { stderr, stdout } from "./streams";

/** Set by tools/build.mjs from package.json. */
declare const HEADROOM_VERSION: string;

const commands: Commands = {
  preview: async (options) => (await import("./commands/preview")).preview(options),
  check: async (options) => (await import("./commands/check")).check(options),
  explain: async (rule, options) => (await import("./commands/explain")).explain(rule, options),
};

async function main(args: readonly string[]): Promise<number> {
  let code: number = exitCodes.internal;
  let complaint = "";
  const program = createProgram(HEADROOM_VERSION, commands, (exitCode) => (code = exitCode));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: (text) => (complaint += text) });
  }
  try {
    if (args.includes("--debug")) process.setSourceMapsEnabled(true);
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    return usageError(complaint + (error.code === "commander.excessArguments" ? hintFor(args) : ""), args);
  }
}

/** Where people write a stack or a file without its option. */
const hintFor = ([command]: readonly string[]): string => hints.get(command ?? "") ?? "";

const hints: ReadonlyMap<string, string> = new Map([
  ["preview", "Name a stack with --stack, and the folder of its program with --program."],
  ["check", "Name the file with --preview, --plan or --export."],
]);

/** Commander has written its message to `complaint`; without a command that is the whole help. */
async function usageError(complaint: string, args: readonly string[]): Promise<number> {
  const failure = new Failure(
    "usage",
    complaint.trimEnd().replace(/^error: (.)/, (_match, first: string) => first.toUpperCase()),
  );
  if (args.includes("--json")) await stdout.write(failureJson(failure));
  else if (args.includes("--markdown")) await stdout.write(failureMarkdown(failure));
  await stderr.write(failureText(failure, false));
  return exitCodes.usage;
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
