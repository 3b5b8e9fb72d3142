import { renderJson, renderMarkdown, renderText, type Report } from "../report";
import type { OutputOptions } from "./output-options";
import { stdout } from "./streams";
import type { Result } from "./run-command";

/** A report in the form that was asked for. */
export function rendered(report: Report, { json, markdown }: OutputOptions): Result {
  const { exitCode } = report.outcome;
  if (json === true) return { output: renderJson(report), exitCode };
  if (markdown === true) return { output: renderMarkdown(report), exitCode };
  return { output: renderText(report, { width: stdout.columns, colours: stdout.colours }), exitCode };
}
