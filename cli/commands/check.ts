import { readFile } from "node:fs/promises";
import type { ResourceGraph } from "../../graph";
import { graphFromExport } from "../../graph/sources/export";
import { graphFromPlan } from "../../graph/sources/plan";
import { graphFromPreview } from "../../graph/sources/preview";
import { SourceError } from "../../graph/sources/source-error";
import { Failure } from "../failure";
import { judged } from "../judged";
import type { OutputOptions } from "../output-options";
import { runCommand, type Result } from "../run-command";

export interface CheckOptions extends OutputOptions {
  readonly preview?: string;
  readonly plan?: string;
  readonly export?: string;
}

/** Judges a file that Pulumi wrote. Answers the exit code. */
export const check = (options: CheckOptions): Promise<number> => runCommand(options, () => checked(options));

interface Input {
  readonly file: string;
  readonly graphFrom: (text: string, file: string) => ResourceGraph;
}

async function checked(options: CheckOptions): Promise<Result> {
  const { file, graphFrom } = inputOf(options);
  const name = file === "-" ? "standard input" : file;
  return judged(graphOf(graphFrom, await textOf(file), name), name, options);
}

function inputOf({ preview, plan, export: exported }: CheckOptions): Input {
  if (preview !== undefined) return { file: preview, graphFrom: graphFromPreview };
  if (plan !== undefined) return { file: plan, graphFrom: graphFromPlan };
  if (exported !== undefined) return { file: exported, graphFrom: graphFromExport };
  throw new Failure("usage", "Which file? Give --preview FILE, --plan FILE or --export FILE; headroom check --help says what writes each.");
}

async function textOf(file: string): Promise<string> {
  if (file === "-") return Buffer.concat(await process.stdin.toArray()).toString("utf8");
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new Failure("input", `${file} cannot be read: ${(error as Error).message.replace(/, open .*$/, "")}.`, { cause: error });
  }
}

function graphOf(graphFrom: Input["graphFrom"], text: string, name: string): ResourceGraph {
  try {
    return graphFrom(text, name);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new Failure("input", error.message, { cause: error });
  }
}
