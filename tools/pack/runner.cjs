"use strict";

/**
 * Pulumi's language host starts a pack with `@pulumi/pulumi/cmd/run-policy-pack`, looked up from the pack's folder, and with the
 * engine's address and that folder as arguments. The SDK's own runner loads the TypeScript compiler for every pack; this one
 * stands in its place inside the published pack, which is plain JavaScript.
 */
const { resolve } = require("node:path");

const folder = process.argv[3];
if (folder === undefined) {
  console.error("usage: run-policy-pack <engine-address> <folder>");
  process.exit(1);
}
process.chdir(resolve(folder));
require(process.cwd());
