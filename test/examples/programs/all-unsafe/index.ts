/** All of examples/unsafe in one program, because loading the SDKs takes longer than recording any of them. */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = join(__dirname, "../../../../examples/unsafe");
const load = createRequire(__filename);
for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) load(join(folder, entry.name));
