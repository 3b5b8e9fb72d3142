import pc from "picocolors";

export type Colours = ReturnType<typeof pc.createColors>;

/** Where a command writes: a terminal has a width (one that tells 0 columns does not know its own) and, unless NO_COLOR says otherwise, colours. */
export interface Stream {
  readonly columns: number | undefined;
  readonly colours: Colours;
  /** Resolves when the text has been handed on, or when nobody reads any more. */
  write(text: string): Promise<void>;
}

export const stdout = streamOver(process.stdout, process.env);
export const stderr = streamOver(process.stderr, process.env);

export function streamOver(target: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Stream {
  target.on("error", endsWhenNobodyReads);
  const terminal = target.isTTY === true;
  return {
    columns: terminal && target.columns > 0 ? target.columns : undefined,
    colours: pc.createColors(terminal && !env["NO_COLOR"] && env["TERM"] !== "dumb"),
    write: (text) => new Promise((resolve) => (text === "" ? resolve() : target.write(text, () => resolve()))),
  };
}

/** `headroom preview | head` closes the pipe early: that is no error, and the exit code stays the verdict's. */
function endsWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
