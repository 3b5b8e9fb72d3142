import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { RecordingError, type Output } from "./errors";
import type { Project } from "./project";

/** Of what a program prints, this much is kept. */
const outputBound = 64 * 1024;

/** How a program's process ended. */
export interface Ending {
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly reason: "ended" | "time limit" | "aborted";
  readonly output: Output;
}

export interface RunOptions {
  /** The address of the monitor and the engine. */
  readonly address: string;
  /** Milliseconds. */
  readonly timeLimit: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs the program in a process of its own with the runner that its own SDK ships, as Pulumi's language host does,
 * as a preview. Ends the process and all that it started when it is over, when time is up, and when this process ends.
 * @throws RecordingError ("project") when the program's folder has no SDK.
 */
export function runProgram(project: Project, options: RunOptions): Promise<Ending> {
  const child = spawn(process.execPath, runnerArguments(project, options.address), {
    cwd: project.pwd,
    env: { ...process.env, ...environment(project) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  return supervise(child, options);
}

function runnerArguments(project: Project, address: string): string[] {
  const { name, stack, root, pwd, main, options } = project;
  return [
    ...options.nodeargs,
    // `-r`, not `--require`: the runner refuses ES modules where it sees the long form.
    ...["-r", preloadFile()],
    runner(pwd),
    ...["--monitor", address, "--engine", address, "--project", name, "--stack", stack, "--organization", "organization"],
    ...["--root-directory", root, "--pwd", pwd, "--parallel", "16", "--dry-run", main],
  ];
}

function environment({ options, config }: Project): Record<string, string> {
  return {
    PULUMI_NODEJS_TYPESCRIPT: String(options.typescript),
    // Types are checked by `tsc`, once; checking them at every run costs four times the time and five times the memory.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
    PULUMI_CONFIG: JSON.stringify(config.values),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(config.secretKeys),
  };
}

function runner(folder: string): string {
  try {
    return createRequire(join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run");
  } catch (error) {
    throw new RecordingError(
      "project",
      `${folder} has no @pulumi/pulumi; install the program's dependencies first (npm ci).`,
      undefined,
      error,
    );
  }
}

/** Beside this module: built, or in the sources while this project's own tests run. */
function preloadFile(): string {
  const built = join(__dirname, "preload.js");
  return existsSync(built) ? built : join(__dirname, "../../dist/preload.js");
}

function supervise(child: ChildProcess, { timeLimit, signal }: RunOptions): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const output = collect(child);
    let reason: Ending["reason"] = "ended";
    const stop = (why: Ending["reason"]) => () => {
      reason = why;
      endGroup(child);
    };
    const timer = setTimeout(stop("time limit"), timeLimit);
    const abort = stop("aborted");
    const exit = (): void => endGroup(child);
    signal?.addEventListener("abort", abort, { once: true });
    process.once("exit", exit);
    const clear = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      process.removeListener("exit", exit);
    };
    child.once("error", (error) => {
      clear();
      reject(error);
    });
    child.once("exit", (code, endedBy) => {
      endGroup(child);
      lastWords(child, () => {
        clear();
        resolve({ code: code ?? undefined, signal: endedBy ?? undefined, reason, output: output() });
      });
    });
    if (signal?.aborted === true) abort();
  });
}

/** A program's output ends with it, unless something that left its process group still holds the pipes: then they are let go. */
const outputGrace = 500;

function lastWords(child: ChildProcess, done: () => void): void {
  const letGo = setTimeout(() => {
    child.stdout?.destroy();
    child.stderr?.destroy();
  }, outputGrace);
  child.once("close", () => {
    clearTimeout(letGo);
    done();
  });
}

/** The program and every process that it started: they share its process group, unless one has made a group of its own. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    child.kill("SIGKILL");
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    // Nobody is left in the group.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function collect(child: ChildProcess): () => Output {
  const chunks: Buffer[] = [];
  let kept = 0;
  let dropped = 0;
  const take = (chunk: Buffer): void => {
    const room = Math.max(0, outputBound - kept);
    const part = chunk.subarray(0, room);
    if (part.length > 0) chunks.push(part);
    kept += part.length;
    dropped += chunk.length - part.length;
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  return () => ({ text: Buffer.concat(chunks).toString("utf8"), dropped });
}
