import type { Report } from "../report";
import { countsText, deployedText, headline, outcomeText } from "../words";
import { findingBlocks } from "./findings";
import { scalablesText } from "./scalables";
import { plain, type TextStyle } from "./style";
import { indented } from "./wrap";

export type { TextStyle } from "./style";

/** A report for a person at a terminal, or in a log. Ends with a line break. */
export function renderText(report: Report, style: TextStyle): string {
  const blocks: readonly (readonly string[])[] = [
    indented(0, `headroom · ${plain(headline(report))}`, style.width),
    scalablesText(report, style),
    indented(1, `rules    ${report.counts.total}: ${countsText(report)}`, style.width),
    ...findingBlocks(report, style),
    [footer(report, style)],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function footer(report: Report, { colours }: TextStyle): string {
  const outcome = `${outcomeText(report)}.`;
  const mark = report.outcome.exitCode === 0 ? colours.green : colours.red;
  return [mark(outcome), deployedText(report)].filter((part) => part !== "").join(" ");
}
