import CliTable3 from "cli-table3";
import { unbroken, wrap } from "./wrap";

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** Where the terminal is too narrow, columns give way in the order of this number, down to `least`. */
  readonly gives?: { readonly order: number; readonly least: number };
}

const gap = 3;

/** Rows that are drawn at once: the time for drawing grows with the square of it. */
const atOnce = 20;

/** A table without borders. In a narrow terminal the columns that may give way wrap their cells. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number | undefined): string {
  const allowed = fit(columns, naturalWidths(columns, rows), width);
  const wrapped = [columns.map(({ title }) => title), ...rows].map((row) => row.map((text, at) => cell(text, allowed[at])));
  const used = columns.map((_column, at) =>
    wrapped.reduce((most, row) => (row[at] ?? []).reduce((widest, line) => Math.max(widest, line.length), most), 0),
  );
  const [titles = [], ...cells] = wrapped;
  const head = titles.map((lines, at) => lines.map((line) => padded(line, columns[at]?.align, used[at] ?? 0)));
  const height = head.reduce((most, lines) => Math.max(most, lines.length), 1);
  const parts = inParts(cells).map((part) => drawn(columns, [head, ...part]));
  return parts.flatMap((lines, at) => (at === 0 ? lines : lines.slice(height))).join("\n");
}

/** The lines of a cell. */
type Cell = readonly string[];

const inParts = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(rows.length / atOnce)) }, (_, at) => rows.slice(at * atOnce, (at + 1) * atOnce));

function drawn(columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly string[] {
  const none = "";
  const drawing = new CliTable3({
    chars: {
      ...{ top: none, "top-mid": none, "top-left": none, "top-right": none, bottom: none, "bottom-mid": none, "bottom-left": none },
      ...{ "bottom-right": none, left: " ", "left-mid": none, mid: none, "mid-mid": none, right: none, "right-mid": none },
      middle: " ".repeat(gap),
    },
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
    colAligns: columns.map(({ align }) => align),
  });
  for (const row of rows) drawing.push(row.map((lines) => lines.join("\n")));
  return drawing
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
}

/** A title is as wide as its column, so that every part of the table is. */
const padded = (line: string, align: Column["align"] | undefined, width: number): string =>
  align === "right" ? line.padStart(width) : line.padEnd(width);

const cell = (text: string, width: number | undefined): Cell =>
  width === undefined ? [text] : wrap(text.replaceAll(" %", `${unbroken}%`), width);

const naturalWidths = (columns: readonly Column[], rows: readonly (readonly string[])[]): readonly number[] =>
  columns.map(({ title }, column) => rows.reduce((most, row) => Math.max(most, (row[column] ?? "").length), title.length));

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
