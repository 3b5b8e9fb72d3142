import { existsSync } from "node:fs";
import { executables } from "../engine/harness/cli";

/** The emulator's command, or the reason why there is none. */
export type Moto = { readonly found: true; readonly path: string } | { readonly found: false; readonly reason: string };

/** `HEADROOM_MOTO`, else `moto_server` on the PATH. */
export function findMoto(environment: NodeJS.ProcessEnv): Moto {
  const named = environment.HEADROOM_MOTO;
  if (named !== undefined)
    return existsSync(named) ? { found: true, path: named } : { found: false, reason: `HEADROOM_MOTO names ${named}, which is not there` };
  const [path] = executables("moto_server", environment);
  return path === undefined ? { found: false, reason: "no emulator of AWS (start .ci/run)" } : { found: true, path };
}
