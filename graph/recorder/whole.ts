import { RecordingError, type RecordingFailure, type Said } from "./errors";
import type { RecordingMonitor } from "./monitor";
import type { Ending } from "./program";
import { secretPlaceholder, type Project } from "./project";
import { briefly } from "./thrown";

/** A run of a program that is over. */
export interface Run {
  readonly project: Project;
  readonly monitor: Pick<RecordingMonitor, "faults" | "finished" | "count">;
  readonly ending: Ending;
  readonly said: Said;
  readonly timeoutSeconds: number;
}

/**
 * Makes sure that a run shows a whole stack: what was left out must not look safe.
 * @throws RecordingError
 */
export function checkWhole(run: Run): void {
  const { monitor, ending, said } = run;
  const soFar = `after ${monitor.count} ${monitor.count === 1 ? "resource" : "resources"}`;
  const refuse = (failure: RecordingFailure, message: string): never => {
    throw new RecordingError(failure, message, said);
  };
  const errors = said.messages.filter(({ severity }) => severity === "error");
  if (monitor.faults.length > 0) refuse("program", monitor.faults.join("\n"));
  if (ending.reason === "time limit") refuse("timeout", `The program did not end within ${run.timeoutSeconds} s; it was ended ${soFar}.`);
  if (ending.reason === "aborted") refuse("timeout", `The program was ended ${soFar}, because the preview was interrupted.`);
  if (errors.length > 0)
    refuse(
      "program",
      thrown(
        run,
        errors.map(({ text }) => text),
      ),
    );
  if (ending.signal !== undefined) refuse("program", `The program was ended by ${ending.signal} ${soFar}.`);
  const code = ending.code === 0 ? "" : ` with exit code ${ending.code ?? "?"}`;
  if (!monitor.finished) {
    refuse("program", `The program ended in the middle${code}, ${soFar}: it called process.exit, or something that it awaits never comes.`);
  }
  if (ending.code !== 0) refuse("program", `The program ended${code} ${soFar}.`);
}

function thrown({ project }: Run, errors: readonly string[]): string {
  const text = errors.map((error) => briefly(error, project.root)).join("\n");
  const { secretKeys } = project.config;
  if (secretKeys.length === 0 || !text.includes(secretPlaceholder)) return text;
  return `${text}\nEncrypted settings cannot be read here (${secretKeys.join(", ")}): the program gets the text ${secretPlaceholder} for each.`;
}
