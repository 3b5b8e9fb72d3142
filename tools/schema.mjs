// Writes config/schema.json from the definition that validates a stack's file. A test fails while it is not current.
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
require("ts-node/register/transpile-only");
const { jsonSchema } = require("../config/json-schema.ts");

writeFileSync(fileURLToPath(new URL("../config/schema.json", import.meta.url)), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
