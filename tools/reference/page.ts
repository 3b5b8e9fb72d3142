import { descriptionOf, keysOf } from "./keys";
import type { Key } from "./keys";
import type { PartDoc } from "./parts";
import type { z } from "zod";

/** A section of the stack's file, and what is made from it. */
export interface Section {
  readonly key: string;
  readonly schema: z.ZodType;
  readonly parts: readonly PartDoc[];
  /** More about it, in Markdown: what no key of its own says. */
  readonly more: readonly string[];
  /** The section as a stack's file of this repository has it; undefined where none does. */
  readonly example: string | undefined;
}

/** The reference page of a section, in Markdown. */
export function pageOf(section: Section): string {
  const keys = keysOf(section.schema);
  return [
    GENERATED,
    `# headroom:${section.key}`,
    descriptionOf(section.schema),
    ...section.parts.flatMap(partText),
    ...section.more,
    ...(keys.length === 0 ? [] : ["## Keys", keyTable(keys)]),
    ...(section.example === undefined ? [] : ["## Example", `\`\`\`yaml\n${section.example.trimEnd()}\n\`\`\``]),
  ].join("\n\n");
}

/** The page that leads to all others, with the parts that several of them share. */
export const indexOf = (sections: readonly Section[], shared: readonly PartDoc[]): string =>
  [
    GENERATED,
    "# The stack's file, section by section",
    "What holds for all of them (units, errors, tags) stands in [Configuration](../configuration.md).",
    tableOf(
      ["section", "what it is"],
      sections.map(({ key, schema }) => [`[\`headroom:${key}\`](${fileOf(key)})`, descriptionOf(schema)]),
    ),
    ...shared.flatMap(partText),
  ].join("\n\n");

/** `loadBalancer` is described in `load-balancer.md`. */
export const fileOf = (section: string): string => `${section.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.md`;

const GENERATED = "<!-- Written by `node tools/reference.mjs` from the schema and the doc comments. -->";

const partText = (part: PartDoc): readonly string[] => [
  `## ${titleOf(part.kind)}`,
  part.doc,
  ...(part.exposes.length === 0 ? [] : [part.exposes.map(({ name, doc }) => `- \`${name}\`: ${doc}`).join("\n")]),
  `Component \`headroom:components:${part.kind}\`, in [\`${part.file}\`](../../${part.file}).`,
];

/** `EcsService` as a heading: `ECS service`. */
function titleOf(kind: string): string {
  const words = kind
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(" ")
    .map((word, i) => ABBREVIATIONS[word.toLowerCase()] ?? (i === 0 ? word : word.toLowerCase()));
  return words.join(" ");
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  api: "API",
  cdn: "CDN",
  ecs: "ECS",
  http: "HTTP",
  nats: "NATS",
  rds: "RDS",
  slo: "SLO",
  vpc: "VPC",
};

const keyTable = (keys: readonly Key[]): string =>
  tableOf(
    ["key", "meaning", "what may be written", "default"],
    keys.map((key) => [`\`${key.path}\``, key.meaning, key.allowed, key.default]),
  );

export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

/** A line break or a bar would end the cell; what a reader chooses is no HTML. */
const cell = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|")
    .replace(/<(?=[a-z])/g, (sign, at: number) => (isInCode(text, at) ? sign : "&lt;"));

const isInCode = (text: string, at: number): boolean => (text.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1;
