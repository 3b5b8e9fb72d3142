// Writes the tables of examples/*/README.md from their figures.yaml. A test fails while a table is not current.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
require("ts-node/register/transpile-only");
await require("./figures/write.ts").writeTables();
