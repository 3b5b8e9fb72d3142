import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { renderProblems, validate, type Problem } from "../config";
import { Failure } from "./failure";
import { stacksIn } from "./stack-choice";
import { readStackFile, type StackFile } from "./stack-file";

/** The name that makes a program ours, in its package.json and before the colon of its keys. */
const own = "headroom";

/**
 * Checks the stack's file of Headroom's own program before anything is recorded. Other programs know their configuration
 * themselves.
 * @throws Failure ("input") with every problem of the file
 */
export function checkOwnStackFile(program: string, stack: string, configFile: string | undefined): void {
  if (!isOwn(program)) return;
  const file = configFile === undefined ? join(program, `Pulumi.${stack}.yaml`) : resolve(configFile);
  const shownAs = fromHere(file);
  if (!existsSync(file))
    throw new Failure("input", `${shownAs} does not exist. The stacks of this program: ${stacksIn(program).join(", ")}.`);
  const read = readStackFile(file, shownAs);
  const result = validate(withNamespace(read.config), shownAs, { project: own, stack });
  if (result.ok) return;
  const problems = inOrder(result.problems.map((problem) => ({ ...problem, line: read.lineOf(problem.segments) ?? null })));
  throw new Failure("input", renderProblems(problems.map(withLine)), {
    problems: problems.map(({ file, line, path, message }) => ({ file, line, path, message })),
  });
}

function isOwn(program: string): boolean {
  const manifest = join(program, "package.json");
  if (!existsSync(manifest)) return false;
  return nameIn(readFileSync(manifest, "utf8")) === own;
}

/** A package.json that is not JSON is for its program to trip over. */
function nameIn(manifest: string): unknown {
  try {
    return (JSON.parse(manifest) as { name?: unknown } | null)?.name;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A file as the one who runs the command would name it: relative, unless it lies outside the current folder. */
export const fromHere = (file: string): string => {
  const short = relative(process.cwd(), file);
  return short.startsWith("..") ? file : short;
};

/** Pulumi reads a key without a namespace as one of the project's own. */
const withNamespace = (config: StackFile["config"]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(config).map(([key, value]) => [key.includes(":") ? key : `${own}:${key}`, value]));

/** Down the file, as a person who corrects it goes. */
const inOrder = <P extends { readonly line: number | null }>(problems: readonly P[]): readonly P[] =>
  [...problems].sort((a, b) => (a.line ?? -1) - (b.line ?? -1));

const withLine = <P extends Problem & { readonly line: number | null }>(problem: P): P =>
  problem.line === null ? problem : { ...problem, message: `line ${problem.line}: ${problem.message}` };
