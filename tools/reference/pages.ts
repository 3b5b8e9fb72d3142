import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import type { z } from "zod";
import { stackSchema } from "../../config/stack-schema";
import { fileOf, indexOf, pageOf, tableOf } from "./page";
import type { Section } from "./page";
import { partsIn } from "./parts";
import type { PartDoc } from "./parts";
import { tierRows, tiers } from "./tiers";

const ROOT = join(__dirname, "../..");

/** Where examples come from: the stack that uses every component. */
const EXAMPLES = "Pulumi.prod.yaml";

/** Every page of `docs/components/` by its file name, formatted. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const parts = partsIn(ROOT);
  const sections = sectionsOf(parts);
  const shown = sections.flatMap((section) => section.parts);
  const written: readonly (readonly [string, string])[] = [
    [
      "README.md",
      indexOf(
        sections,
        parts.filter((part) => !shown.includes(part)),
      ),
    ],
    ...sections.map((section) => [fileOf(section.key), pageOf(section)] as const),
  ];
  const options = await resolveConfig(join(ROOT, "docs/components/README.md"));
  const formatted = await Promise.all(
    written.map(async ([file, text]) => [file, await format(text, { ...options, parser: "markdown" })] as const),
  );
  return new Map(formatted);
}

function sectionsOf(parts: readonly PartDoc[]): readonly Section[] {
  const example = readFileSync(join(ROOT, EXAMPLES), "utf8");
  return Object.entries(stackSchema.shape).map(([key, schema]) => ({
    key,
    schema: schema as z.ZodType,
    parts: madeFrom(key, parts),
    more: key === "tier" ? [tableOf(["what a tier protects", ...tiers()], tierRows(ROOT))] : [],
    example: sectionIn(example, key),
  }));
}

/** The parts that a section makes, and with each the parts that it makes for itself. */
function madeFrom(section: string, parts: readonly PartDoc[]): readonly PartDoc[] {
  const own = parts.filter((part) => part.section === section);
  return own.flatMap((part) => [part, ...parts.filter(({ section: of, kind }) => of === undefined && part.makes.includes(kind))]);
}

/** The lines of a section in a stack's file, as they stand there, moved to the margin. */
export function sectionIn(file: string, key: string): string | undefined {
  const lines = file.split("\n");
  const first = lines.findIndex((line) => line.startsWith(`  headroom:${key}:`));
  if (first < 0) return undefined;
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => /^ {0,2}\S/.test(line));
  return [lines[first], ...(end < 0 ? rest : rest.slice(0, end))]
    .map((line) => line?.slice(2) ?? "")
    .join("\n")
    .trimEnd();
}
