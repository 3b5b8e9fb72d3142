import { jsonText } from "../report/json";
import { codeBlock } from "../report/markdown-text";
import { readable } from "./readable";

/** What can go wrong, and the exit code that says so. */
export const exitCodes = {
  /** The command line is wrong. */
  usage: 2,
  /** A stack's file, a project or a file that was handed in is wrong. */
  input: 2,
  /** The program under preview failed, or did not end in time. */
  program: 3,
  /** A fault of Headroom itself. */
  internal: 70,
  /** Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;

export type FailureKind = keyof typeof exitCodes;

/** One of several things that are wrong with a file. */
export interface FileProblem {
  readonly file: string;
  readonly line: number | null;
  readonly path: string;
  readonly message: string;
}

export interface FailureDetails extends ErrorOptions {
  /** For `--json`; the message says the same to people. */
  readonly problems?: readonly FileProblem[];
}

/** Why a command has no result. The message is for people and stands alone; `--debug` adds the cause's stack trace. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly problems: readonly FileProblem[];
  constructor(
    readonly kind: FailureKind,
    message: string,
    details: FailureDetails = {},
  ) {
    super(message, details);
    this.problems = details.problems ?? [];
  }
}

/** Any thrown value as a Failure: what nobody foresaw is a fault of Headroom and says so. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure(
    "internal",
    `Headroom itself failed: ${text}\nThis is a fault of Headroom, not of your program. Run again with --debug for its stack trace.`,
    {
      cause: thrown,
    },
  );
}

/** The object that `--json` prints in place of a report. */
export const failureJson = ({ kind, message, problems }: Failure): string =>
  jsonText({ version: 1, error: { kind, exitCode: exitCodes[kind], message, problems } });

/** The comment that `--markdown` prints in place of a report; the message is no markup in it. */
export const failureMarkdown = ({ message }: Failure): string => `### Headroom · nothing was judged\n\n${codeBlock(readable(message))}\n`;

/** What a person reads on stderr. */
export function failureText(failure: Failure, debug: boolean): string {
  const cause = failure.cause instanceof Error ? failure.cause : failure;
  return `${readable(failure.message)}\n${debug ? `${cause.stack}\n` : ""}`;
}
