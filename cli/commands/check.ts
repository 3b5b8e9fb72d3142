import type { ResourceGraph } from "../../graph";
import { graphFromBytes, graphFromFile } from "../../graph/sources/file";
import { SourceError, type FileKind } from "../../graph/sources/source-error";
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
  readonly kind: FileKind;
  readonly file: string;
}

async function checked(options: CheckOptions): Promise<Result> {
  const { kind, file } = inputOf(options);
  const graph = file === "-" ? await graphFromStandardInput(kind) : read(() => graphFromFile(kind, file));
  return judged(graph, file === "-" ? standardInput : file, options);
}

function inputOf({ preview, plan, export: exported }: CheckOptions): Input {
  if (preview !== undefined) return { kind: "preview", file: preview };
  if (plan !== undefined) return { kind: "plan", file: plan };
  if (exported !== undefined) return { kind: "export", file: exported };
  throw new Failure("usage", "Which file? Give --preview FILE, --plan FILE or --export FILE; headroom check --help says what writes each.");
}

const standardInput = "standard input";

async function graphFromStandardInput(kind: FileKind): Promise<ResourceGraph> {
  const bytes = Buffer.concat(await process.stdin.toArray());
  return read(() => graphFromBytes(kind, bytes, standardInput));
}

function read(graphFrom: () => ResourceGraph): ResourceGraph {
  try {
    return graphFrom();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new Failure("input", error.message, { cause: error });
  }
}
