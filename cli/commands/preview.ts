import { resolve } from "node:path";
import { record, RecordingError, type Recording } from "../../graph/recorder";
import { Failure } from "../failure";
import { interruptible } from "../interrupts";
import { judged } from "../judged";
import type { OutputOptions } from "../output-options";
import { checkOwnStackFile, fromHere } from "../own-stack-file";
import { showProgress } from "../progress";
import { runCommand, type Result } from "../run-command";
import { tellSaid } from "../said";
import { chooseStack, stackNamedBy, stacksIn } from "../stack-choice";

export interface PreviewOptions extends OutputOptions {
  readonly stack?: string;
  readonly program: string;
  readonly configFile?: string;
  /** Seconds. */
  readonly timeLimit: number;
}

/** Records a program, judges it and shows it. Answers the exit code. */
export const preview = (options: PreviewOptions): Promise<number> => runCommand(options, () => previewed(options));

async function previewed(options: PreviewOptions): Promise<Result> {
  const program = resolve(options.program);
  const stack = chooseStack(options.stack ?? stackNamedBy(options.configFile), stacksIn(options.program), options.program);
  checkOwnStackFile(program, stack, options.configFile);
  const recording = await recorded(program, stack, options).catch(failed);
  await tellSaid(recording);
  const stackFile = options.configFile === undefined ? undefined : fromHere(resolve(options.configFile));
  return judged({ ...recording.graph, stackFile }, null, options);
}

async function recorded(program: string, stack: string, { configFile, timeLimit }: PreviewOptions): Promise<Recording> {
  const progress = showProgress("Recording the program");
  try {
    return await interruptible((signal) =>
      record({
        program,
        stack,
        ...(configFile === undefined ? {} : { configFile }),
        timeoutSeconds: timeLimit,
        onProgress: (resources) => progress.say(`Recording the program: ${resources} ${resources === 1 ? "resource" : "resources"}`),
        signal,
      }),
    );
  } finally {
    progress.stop();
  }
}

/** The errors that the program logged are in the message already. */
async function failed(error: unknown): Promise<never> {
  if (!(error instanceof RecordingError)) throw error;
  await tellSaid({ ...error.said, messages: error.said.messages.filter(({ severity }) => severity !== "error") });
  throw new Failure(error.failure === "project" ? "input" : "program", error.message, { cause: error });
}
