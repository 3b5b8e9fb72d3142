import type { Report, ScalableRow } from "../report";
import { cooldownText, movesText, nothingScales, number, unknownMark } from "../words";
import { plain, type TextStyle } from "./style";
import { table, type Column } from "./table";
import { indented } from "./wrap";

const columns: readonly Column[] = [
  { title: "what scales", align: "left", gives: { order: 2, least: 12 } },
  { title: "kind", align: "left", gives: { order: 3, least: 11 } },
  { title: "now", align: "right" },
  { title: "min", align: "right" },
  { title: "max", align: "right" },
  { title: "moves on", align: "left", gives: { order: 1, least: 16 } },
  { title: "in / out", align: "left", gives: { order: 4, least: 7 } },
];

/** What scales, between which limits, moved by what. */
export function scalablesText(report: Report, { width, colours }: TextStyle): readonly string[] {
  if (report.scalables.length === 0) return [` ${nothingScales(report)}`];
  const rows = report.scalables.map(cells);
  const [head = "", ...lines] = table(columns, rows, width).split("\n");
  const legend = rows.flat().some(isMarked) ? ["", ...indented(1, legendText, width).map(colours.dim)] : [];
  return [colours.bold(head), ...lines, ...legend];
}

const cells = ({ name, kind, now, min, max, movesOn, cooldown }: ScalableRow): readonly string[] =>
  [name, kind, number(now), number(min), number(max), movesText(movesOn), cooldownText(cooldown)].map(plain);

const isMarked = (cell: string): boolean => cell.split(/[ ,/]/).includes(unknownMark);
const legendText = `${unknownMark} cannot be told: computed on deployment, secret, or not in this source. --json says which.`;
