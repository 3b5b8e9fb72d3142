import CliTable3 from "cli-table3";
import { unbroken, wrap } from "./wrap";

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** Where the terminal is too narrow, columns give way in the order of this number, down to `least`. */
  readonly gives?: { readonly order: number; readonly least: number };
}

const gap = 3;

/** A table without borders. In a narrow terminal the columns that may give way wrap their cells. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number | undefined): string {
  const widths = fit(columns, naturalWidths(columns, rows), width);
  const none = "";
  const drawn = new CliTable3({
    chars: {
      ...{ top: none, "top-mid": none, "top-left": none, "top-right": none, bottom: none, "bottom-mid": none, "bottom-left": none },
      ...{ "bottom-right": none, left: " ", "left-mid": none, mid: none, "mid-mid": none, right: none, "right-mid": none },
      middle: " ".repeat(gap),
    },
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
    colAligns: columns.map(({ align }) => align),
  });
  for (const row of [columns.map(({ title }) => title), ...rows]) drawn.push(row.map((text, column) => cell(text, widths[column])));
  return drawn
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const cell = (text: string, width: number | undefined): string =>
  width === undefined ? text : wrap(text.replaceAll(" %", `${unbroken}%`), width).join("\n");

const naturalWidths = (columns: readonly Column[], rows: readonly (readonly string[])[]): readonly number[] =>
  columns.map(({ title }, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)));

function fit(columns: readonly Column[], natural: readonly number[], width: number | undefined): readonly number[] {
  if (width === undefined) return natural;
  const widths = [...natural];
  let excess = widths.reduce((sum, each) => sum + each, 1 + gap * (columns.length - 1)) - width;
  for (const { column, least } of givingWay(columns)) {
    const own = widths[column] ?? least;
    const given = Math.min(Math.max(excess, 0), Math.max(own - least, 0));
    widths[column] = own - given;
    excess -= given;
  }
  return widths;
}

const givingWay = (columns: readonly Column[]): readonly { readonly column: number; readonly least: number }[] =>
  columns.flatMap(({ gives }, column) => (gives === undefined ? [] : [{ column, ...gives }])).sort((a, b) => a.order - b.order);
