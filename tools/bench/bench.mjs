// `npm run bench`: ratios measured in one run. `npm run bench -- --only dev,judging --rounds 1` measures less of it.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
require("ts-node/register/transpile-only");
await require("./main.ts").main(process.argv.slice(2));
