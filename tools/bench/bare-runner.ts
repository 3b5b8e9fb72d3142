import { fork, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { once } from "node:events";
import { join } from "node:path";
import { readProject } from "../../graph/recorder/project";

/** A monitor that does nothing, in a process of its own. */
export interface SilentMonitor {
  readonly address: string;
  stop(): void;
}

export async function startSilentMonitor(): Promise<SilentMonitor> {
  const child = fork(join(__dirname, "silent-monitor.ts"), { execArgv: ["-r", "ts-node/register/transpile-only"] });
  const [port] = (await once(child, "message")) as [number];
  return { address: `127.0.0.1:${port}`, stop: () => child.disconnect() };
}

/**
 * The floor: the SDK's own runner on the same program and configuration, transpile-only, with the same number of parallel
 * registrations, and nothing else. The monitor is running already, so neither its start nor its memory counts.
 */
export async function runBare(program: string, stack: string, monitor: SilentMonitor): Promise<void> {
  const { name, pwd, root, main, options, config } = readProject(program, stack);
  const runner = createRequire(join(pwd, "package.json")).resolve("@pulumi/pulumi/cmd/run");
  const args = ["--monitor", monitor.address, "--engine", monitor.address, "--project", name, "--stack", stack];
  await ended(
    "the bare runner",
    process.execPath,
    [...options.nodeargs, runner, ...args, "--root-directory", root, "--pwd", pwd, "--parallel", "16", "--dry-run", main],
    {
      cwd: pwd,
      env: {
        PULUMI_NODEJS_TYPESCRIPT: String(options.typescript),
        PULUMI_NODEJS_TRANSPILE_ONLY: "true",
        ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
        PULUMI_CONFIG: JSON.stringify(config.values),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(config.secretKeys),
      },
    },
  );
}

/** Runs a command to its end. What it prints is shown only when it fails. */
export async function ended(
  what: string,
  command: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  const [code] = (await once(child, "close")) as [number | null];
  const said = Buffer.concat(stdout).toString();
  // 1 is a preview with findings.
  if (code !== 0 && code !== 1) throw new Error(`${what} ended with ${code}:\n${said}${Buffer.concat(stderr).toString()}`);
  return said;
}
