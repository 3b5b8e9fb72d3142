import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { figuresOf, readmeOf, systems } from "./figures";
import { tableOf, withTable } from "./table";

/** Puts every system's table into its README. */
export async function writeTables(): Promise<void> {
  for (const system of systems()) {
    const file = readmeOf(system);
    const written = withTable(readFileSync(file, "utf8"), tableOf(figuresOf(system)));
    if (written === undefined) throw new Error(`${file} has no place for a table; see tools/figures/table.ts`);
    writeFileSync(file, await format(written, { ...(await resolveConfig(file)), parser: "markdown" }));
  }
}
