"use strict";

/**
 * Where the engine starts the pack in this repository. The SDK's runner has put ts-node in front of TypeScript with type
 * checking on, which no setting turns off and which costs twice the time and memory; the tests check the types. The
 * published pack is plain JavaScript and has no need of this.
 */
const { readFileSync } = require("node:fs");
const compiler = require("ts-node").create({ transpileOnly: true });

require.extensions[".ts"] = (module, file) => module._compile(compiler.compile(readFileSync(file, "utf8"), file), file);

require("./index.ts");
