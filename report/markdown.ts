import { mustBeDecided } from "../policies/rule";
import type { FindingRow, Place, Report, ScalableRow, UndecidedRow, UnresolvedRow } from "./report";
import { cooldownText, countsText, deployedText, headline, madeAt, movesText, number, outcomeText } from "./words";

/** A report for a comment on a pull request. Ends with a line break. */
export function renderMarkdown(report: Report): string {
  const blocks = [
    `### Headroom · ${escaped(headline(report))}`,
    [`**${outcomeText(report)}.**`, deployedText(report)].filter((part) => part !== "").join(" "),
    scalablesTable(report.scalables),
    `Rules: ${countsText(report)}.`,
    ...listed("Findings", report.findings.map(findingItem)),
    ...listed("Could not be decided", report.undecided.map(undecidedItem)),
    ...listed("References that found no partner", report.unresolved.map(unresolvedItem)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function scalablesTable(rows: readonly ScalableRow[]): string {
  if (rows.length === 0) return "Nothing in this stack scales.";
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(["what scales", "kind", "now", "min", "max", "moves on", "in / out"]),
    line(["---", "---", "---:", "---:", "---:", "---", "---"]),
    ...rows.map((row) => line(cells(row).map(escaped))),
  ].join("\n");
}

const cells = ({ name, kind, now, min, max, movesOn, cooldown }: ScalableRow): readonly string[] => [
  name,
  kind,
  number(now),
  number(min),
  number(max),
  movesText(movesOn),
  cooldownText(cooldown),
];

const listed = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`#### ${title}`, items.join("\n")];

const findingItem = ({ rule, level, subject, actual, allowed, fix, at }: FindingRow): string =>
  item(`**${level}** \`${rule}\``, `${subject}: ${actual}; ${allowed}.`, fix, origin(at));

const undecidedItem = ({ rule, level, subject, reason, blocks, at }: UndecidedRow): string =>
  item(`**${level}** \`${rule}\``, `${subject}: ${reason}.`, blocks ? mustBeDecided : "", origin(at));

const unresolvedItem = ({ resource, property, why, looked, at }: UnresolvedRow): string =>
  item(escaped(`${resource}.${property}`), `${looked}: ${why}`, origin(at));

/** A list item; the lines after the first stay inside it. */
const item = (head: string, ...lines: readonly string[]): string =>
  [`- ${head}`, ...lines.filter((line) => line !== "").map((line) => `  ${escaped(line)}`)].join("  \n");

const origin = (at: Place | null): string => madeAt(at) ?? "";

/** Names come from the program under preview: none of them is markup, a mention or a cell's end. */
const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, " ")
    .replace(/[\\`*_[\]<>|#~]/g, "\\$&")
    .replace(/@/g, "&#64;");
