import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "../..");

/** Builds dist/ as a user would have it; once in a run of the tests. */
export function build(): void {
  if (!built) execFileSync(process.execPath, [join(root, "tools/build.mjs")]);
  built = true;
}
let built = false;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
  /** Called with the process as soon as it is started. */
  readonly during?: (child: ChildProcess) => void;
}

/** Runs the built command in the repository's folder and collects what it says. */
export function headroom(args: readonly string[], { cwd = root, env = {}, input = "", during }: RunOptions = {}): Promise<Ran> {
  const child = spawn(process.execPath, [join(root, "dist/headroom.js"), ...args], { cwd, env: { ...process.env, ...env } });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.stdout += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (said.stderr += chunk.toString("utf8")));
  child.stdin.end(input);
  during?.(child);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...said }));
  });
}

/** The folder of one of the small programs beside this file. */
export const program = (name: string): string => join(__dirname, "programs", name);

/** The one thing of a report that differs between two runs. */
export const timeless = (text: string): string => text.replace(/\d+\.\d s$/m, "N s").replace(/"seconds": [\d.]+/, '"seconds": 0');
