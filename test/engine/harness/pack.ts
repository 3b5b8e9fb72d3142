import { buildSync } from "esbuild";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "./engine";
import { ownProgram } from "./workspace";

/** Builds the pack that writes down its graph; the file to write is named by `HEADROOM_DUMP`. */
export function buildDumpPack(engine: Engine): string {
  const folder = engine.folder("dump-pack");
  buildSync({
    entryPoints: [join(__dirname, "dump-pack.ts")],
    outfile: join(folder, "index.js"),
    bundle: true,
    platform: "node",
    target: "node20",
    external: ["@pulumi/*"],
    logLevel: "error",
  });
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "name: dump\ndescription: Writes down the graph.\nversion: 0.0.1\nruntime: nodejs\n");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "dump", version: "0.0.1", private: true }));
  symlinkSync(join(ownProgram, "node_modules"), join(folder, "node_modules"));
  return folder;
}
