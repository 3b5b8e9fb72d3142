import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pages } from "./pages";

export const FOLDER = join(__dirname, "../../docs/components");

/** Writes every page, and takes away the ones of sections that are gone. */
export async function writePages(): Promise<void> {
  const current = await pages();
  mkdirSync(FOLDER, { recursive: true });
  for (const file of readdirSync(FOLDER)) if (!current.has(file)) rmSync(join(FOLDER, file));
  for (const [file, text] of current) writeFileSync(join(FOLDER, file), text);
}
