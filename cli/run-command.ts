import { asFailure, exitCodes, failureJson, failureMarkdown, failureText } from "./failure";
import type { OutputOptions } from "./output-options";
import { stderr, stdout } from "./streams";

/** What a command has to say when it succeeded, and its exit code. */
export interface Result {
  readonly output: string;
  readonly exitCode: 0 | 1;
}

/** Runs a command, writes its result to stdout or its failure to stderr, and answers the exit code. Never throws. */
export async function runCommand({ json, markdown, debug }: OutputOptions, command: () => Promise<Result>): Promise<number> {
  try {
    const { output, exitCode } = await command();
    await stdout.write(output);
    return exitCode;
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (json === true) await stdout.write(failureJson(failure));
    if (markdown === true) await stdout.write(failureMarkdown(failure));
    await stderr.write(failureText(failure, debug === true));
    return exitCodes[failure.kind];
  }
}
