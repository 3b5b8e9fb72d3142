import { mustBeDecided } from "../policies/rule";
import { code, sentence } from "./markdown-text";
import type { FindingRow, Place, Report, ScalableRow, UndecidedRow, UnreadRow, UnresolvedRow } from "./report";
import { cooldownText, count, countsText, deployedText, headline, madeAt, movesText, nothingScales, number, outcomeText } from "./words";

/** A report for a comment on a pull request. Ends with a line break. */
export function renderMarkdown(report: Report): string {
  const blocks = [
    `### Headroom · ${sentence(headline(report))}`,
    [`**${outcomeText(report)}.**`, deployedText(report)].filter((part) => part !== "").join(" "),
    report.scalables.length === 0 ? nothingScales(report) : scalablesTable(report.scalables),
    `${count(report.counts.total, "rule")}: ${countsText(report)}.`,
    ...listed("Findings", report.findings.map(findingItem)),
    ...listed("Could not be decided", report.undecided.map(undecidedItem)),
    ...listed("References that found no partner", report.unresolved.map(unresolvedItem)),
    ...listed("Could scale, and is not judged", report.unread.map(unreadItem)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function scalablesTable(rows: readonly ScalableRow[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(["what scales", "kind", "now", "min", "max", "moves on", "in / out"]),
    line(["---", "---", "---:", "---:", "---:", "---", "---"]),
    ...rows.map((row) => line(cells(row))),
  ].join("\n");
}

const cells = ({ name, kind, now, min, max, movesOn, cooldown }: ScalableRow): readonly string[] => [
  code(name, "cell"),
  sentence(kind),
  number(now),
  number(min),
  number(max),
  sentence(movesText(movesOn)),
  cooldownText(cooldown),
];

const listed = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`#### ${title}`, items.join("\n")];

const findingItem = ({ rule, level, subject, actual, allowed, fix, at }: FindingRow): string =>
  item(`**${level}** \`${rule}\``, `${code(subject)}: ${sentence(`${actual}; ${allowed}.`)}`, sentence(fix), origin(at));

const undecidedItem = ({ rule, level, subject, reason, blocks, at }: UndecidedRow): string =>
  item(`**${level}** \`${rule}\``, `${code(subject)}: ${sentence(`${reason}.`)}`, blocks ? mustBeDecided : "", origin(at));

const unresolvedItem = ({ resource, property, why, looked, at }: UnresolvedRow): string =>
  item(code(`${resource}.${property}`), sentence(`${looked}: ${why}`), origin(at));

const unreadItem = ({ resource, type, looked, why, at }: UnreadRow): string =>
  item(`${code(resource)} (${code(type)})`, sentence(`${looked}: ${why}`), origin(at));

/** A list item; the lines after the first stay inside it. */
const item = (head: string, ...lines: readonly string[]): string =>
  [`- ${head}`, ...lines.filter((line) => line !== "").map((line) => `  ${line}`)].join("  \n");

const origin = (at: Place | null): string => sentence(madeAt(at) ?? "");
