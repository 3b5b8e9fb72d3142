// Writes docs/components/: a page for each section of a stack's file, from its schema and the components' doc comments.
// A test fails while a page is not current.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
require("ts-node/register/transpile-only");
await require("./reference/write.ts").writePages();
