import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The engine's version that `.ci/run` builds: it is pinned in the Go module that builds it. */
function engineVersion(): string {
  const version = /^require github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)$/m.exec(readFileSync(goModule, "utf8"))?.[1];
  if (version === undefined) throw new Error(`${goModule} does not require github.com/pulumi/pulumi/pkg/v3.`);
  return version;
}
const goModule = join(__dirname, "../../../.ci/engine/go.mod");

/** A Pulumi CLI, or the reason why there is none. */
export type Cli = { readonly found: true; readonly path: string } | { readonly found: false; readonly reason: string };

/** `HEADROOM_PULUMI`, else `pulumi` on the PATH, else the one that `.ci/run` has built into the cache. */
export function findCli(environment: NodeJS.ProcessEnv): Cli {
  const named = environment["HEADROOM_PULUMI"];
  if (named !== undefined)
    return existsSync(named)
      ? { found: true, path: named }
      : { found: false, reason: `HEADROOM_PULUMI names ${named}, which is not there` };
  const cache = environment["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const built = join(cache, "headroom", "engine", engineVersion(), "pulumi");
  const path = executables("pulumi", environment).find(isReleased) ?? [built].find((file) => existsSync(file));
  return path === undefined ? { found: false, reason: "no Pulumi CLI on the PATH and none built by .ci/run" } : { found: true, path };
}

/** Where the PATH has a command. */
export function executables(name: string, environment: NodeJS.ProcessEnv): string[] {
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).filter((path) => existsSync(path));
}

/** A command called `pulumi` may be npm's downloader of the same name, which has no version to tell without a network. */
function isReleased(path: string): boolean {
  try {
    return /^v?\d+\.\d+\.\d+/.test(
      execFileSync(path, ["version"], { encoding: "utf8", timeout: 10_000, stdio: ["ignore", "pipe", "ignore"] }),
    );
  } catch {
    return false;
  }
}
