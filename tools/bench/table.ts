import { cpus, totalmem } from "node:os";
import Table from "cli-table3";
import type { Result } from "./alternate";

/** A figure and what it must not exceed. */
export interface Target {
  readonly what: string;
  readonly figure: number | undefined;
  readonly atMost: number;
  /** Why there is no figure. */
  readonly absent?: string;
}

export const heading = (rounds: number): string =>
  `headroom bench: Node.js ${process.version}, ${cpus().length} cores, ${mebibytes(totalmem())}, ` +
  `${rounds === 1 ? "one round" : `medians of ${rounds} alternating rounds`}\n`;

export const section = (title: string, ...lines: readonly string[]): string => `\n${title}\n${lines.join("\n")}\n`;

/** Time and memory of each contender; the spread is the fastest and the slowest round. */
export function resultsTable(results: readonly Result[]): string {
  const table = plain(["", "time", "spread", "processor time", "peak memory"], ["left", "right", "right", "right", "right"]);
  for (const { name, seconds: median, rounds, cpu, peak } of results) {
    const times = rounds.map((run) => run.seconds);
    table.push([
      name,
      seconds(median),
      `${Math.min(...times).toFixed(2)}-${seconds(Math.max(...times))}`,
      cpu === undefined ? "not measured" : seconds(cpu),
      mebibytes(peak),
    ]);
  }
  return table.toString();
}

export function targetsTable(targets: readonly Target[]): string {
  const table = plain(["", "ratio", "at most", ""], ["left", "right", "right", "left"]);
  for (const { what, figure, atMost, absent } of targets) {
    const said =
      figure === undefined
        ? ["-", atMost.toFixed(2), `not measured: ${absent}`]
        : [figure.toFixed(2), atMost.toFixed(2), figure <= atMost ? "met" : "MISSED"];
    table.push([what, ...said]);
  }
  return table.toString();
}

/** Columns and no lines, as the preview's own tables. */
export const plain = (head: readonly string[], align: readonly ("left" | "right")[]): Table.Table =>
  new Table({
    head: [...head],
    colAligns: [...align],
    style: { head: [], border: [], "padding-left": 1, "padding-right": 2 },
    chars: Object.fromEntries(lines.map((line) => [line, ""])),
  });

const lines = [
  "top",
  "top-mid",
  "top-left",
  "top-right",
  "bottom",
  "bottom-mid",
  "bottom-left",
  "bottom-right",
  "left",
  "left-mid",
  "mid",
  "mid-mid",
  "right",
  "right-mid",
  "middle",
] as const;

export const seconds = (value: number): string => `${value.toFixed(2)} s`;
export const mebibytes = (bytes: number | undefined): string =>
  bytes === undefined ? "not measured" : `${Math.round(bytes / 1024 / 1024)} MiB`;
export const ratio = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a / b;
