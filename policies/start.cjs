"use strict";

/**
 * Where the engine starts the pack in this repository. The SDK's runner has put ts-node in front of TypeScript with type
 * checking on, which no setting turns off and which costs three times the time; the tests check the types. So the pack's
 * own files are put together here, from what stands in the folder at this moment.
 */
const { buildSync } = require("esbuild");
const { join } = require("node:path");

const { outputFiles } = buildSync({
  entryPoints: [join(module.path, "index.ts")],
  bundle: true,
  packages: "external",
  platform: "node",
  format: "cjs",
  target: "node20",
  write: false,
});
module._compile(outputFiles[0].text, join(module.path, "index.js"));
