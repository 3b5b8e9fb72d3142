/** Why there is no recording. */
export type RecordingFailure =
  /** The folder, `Pulumi.yaml` or the stack's file is not what it must be: the user's to correct, nothing ran. */
  | "project"
  /** The program threw, or ended in the middle. */
  | "program"
  /** The program did not end within the time limit, or was interrupted. */
  | "timeout";

/** A recording that could not be made. The message is for people; what the program itself said is in it. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
  constructor(
    readonly failure: RecordingFailure,
    message: string,
    /** What the program had logged and printed until then. */
    readonly said: Said = { messages: [], output: { text: "", dropped: 0 } },
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

export interface Said {
  readonly messages: readonly Message[];
  readonly output: Output;
}

/** One call of `pulumi.log`, or of the SDK itself. */
export interface Message {
  readonly severity: "debug" | "info" | "warning" | "error";
  readonly text: string;
  readonly urn: string | undefined;
}

/** What the program printed on stdout and stderr, in order, up to a bound. */
export interface Output {
  readonly text: string;
  /** Bytes left out. */
  readonly dropped: number;
}
