// Builds dist/: one small entry, one bundle for each command (loaded when the command is asked for), the module that
// the recorder preloads into the program's process, and the rules' pages.
import { build } from "esbuild";
import { chmod, cp, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const commands = ["preview", "check", "explain"];

/** `import("./commands/x")` becomes a load of the file beside, so that no command pays for another. */
const commandsStandBeside = {
  name: "commands-stand-beside",
  setup(build) {
    build.onResolve({ filter: /^\.\/commands\// }, ({ path }) => ({ path: `./${path.slice("./commands/".length)}.js`, external: true }));
  },
};

const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));

const shared = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // A bundle is CommonJS: loaded by `import()`, Node.js would first read all of it in search of its exports.
  supported: { "dynamic-import": false },
  sourcemap: "linked",
  sourcesContent: false,
  define: { HEADROOM_VERSION: JSON.stringify(version) },
  logLevel: "warning",
};

await mkdir(dist, { recursive: true });
await Promise.all([
  build({
    ...shared,
    entryPoints: { headroom: "cli/main.ts" },
    banner: { js: "#!/usr/bin/env node" },
    plugins: [commandsStandBeside],
  }),
  build({
    ...shared,
    entryPoints: {
      ...Object.fromEntries(commands.map((name) => [name, `cli/commands/${name}.ts`])),
      preload: "graph/recorder/preload.ts",
    },
  }),
  copyPages(),
]);
await chmod(join(dist, "headroom.js"), 0o755);

async function copyPages() {
  await rm(join(dist, "rules"), { recursive: true, force: true });
  await cp(join(root, "docs/rules"), join(dist, "rules"), { recursive: true });
}
