import { buildSync } from "esbuild";
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type Cli, executables } from "./cli";
import { type Provider, startProvider } from "./provider";

/** What a command of the CLI did. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real engine with a private home, a backend in files, and a stand-in provider. Nothing of it outlives `stop`. */
export interface Engine {
  /** The folder in which everything lies. */
  readonly root: string;
  /** A new, empty folder for one program, which has its stacks to itself. */
  folder(name: string): string;
  /** Runs `pulumi` in a folder. */
  pulumi(folder: string, args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Outcome>;
  stop(): void;
}

const languageHost = "pulumi-language-nodejs";

/** Starts the engine's surroundings; the CLI itself runs once a command. */
export async function startEngine(cli: Cli & { readonly found: true }): Promise<Engine> {
  const root = mkdtempSync(join(tmpdir(), "headroom-engine-"));
  for (const name of ["home", "bin", "programs"]) mkdirSync(join(root, name));
  if (executables(languageHost, withFirst(dirname(cli.path), process.env)).length === 0) buildLanguageHost(join(root, "bin"));
  const provider = await startProvider();
  return {
    root,
    folder(name) {
      const place = mkdtempSync(join(root, "programs", `${name}-`));
      for (const part of ["program", "state"]) mkdirSync(join(place, part));
      return join(place, "program");
    },
    pulumi: (folder, args, environment) =>
      run(cli.path, folder, args, { ...surroundings(root, provider), ...backend(folder), ...environment }),
    stop() {
      provider.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const surroundings = (root: string, provider: Provider): NodeJS.ProcessEnv => ({
  ...withFirst(join(root, "bin"), process.env),
  PULUMI_HOME: join(root, "home"),
  PULUMI_CONFIG_PASSPHRASE: "engine test",
  PULUMI_SKIP_UPDATE_CHECK: "1",
  PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "1",
  PULUMI_DEBUG_PROVIDERS: provider.attachment,
  PULUMI_NODEJS_TRANSPILE_ONLY: "true",
  NO_COLOR: "1",
});

/** State in files, beside the program. */
const backend = (folder: string): NodeJS.ProcessEnv => ({ PULUMI_BACKEND_URL: `file://${join(dirname(folder), "state")}` });

const withFirst = (folder: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...environment,
  PATH: folder + delimiter + (environment["PATH"] ?? ""),
});

/** One file that needs nothing beside it: the host starts in a tenth of a second. */
function buildLanguageHost(folder: string): void {
  const outfile = join(folder, languageHost);
  buildSync({
    entryPoints: [join(__dirname, "language-host.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    banner: { js: `#!${process.execPath}` },
    logLevel: "error",
  });
  chmodSync(outfile, 0o755);
}

function run(command: string, cwd: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args, "--non-interactive", "--color=never"], {
      cwd,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}
