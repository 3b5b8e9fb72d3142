import assert from "node:assert/strict";
import type { Message } from "../../../graph/recorder/errors";
import type { Ending } from "../../../graph/recorder/program";
import { checkWhole, type Run } from "../../../graph/recorder/whole";

interface Given {
  readonly ending?: Partial<Ending>;
  readonly monitor?: Partial<Run["monitor"]>;
  readonly errors?: readonly string[];
  readonly secretKeys?: readonly string[];
}

const run = ({ ending, monitor, errors = [], secretKeys = [] }: Given): Run => ({
  project: {
    name: "demo",
    stack: "dev",
    root: "/home/p",
    pwd: "/home/p",
    main: ".",
    options: { typescript: true, nodeargs: [], tsconfig: undefined },
    config: { values: {}, secretKeys },
  },
  monitor: { faults: [], finished: true, count: 3, ...monitor },
  ending: { code: 0, signal: undefined, reason: "ended", output: { text: "", dropped: 0 }, ...ending },
  said: { messages: errors.map((text): Message => ({ severity: "error", text, urn: undefined })), output: { text: "", dropped: 0 } },
  timeoutSeconds: 9,
});
const refusal = (given: Given): string => {
  try {
    checkWhole(run(given));
  } catch (error) {
    const { failure, message } = error as { failure: string; message: string };
    return `${failure}: ${message}`;
  }
  return "whole";
};

describe("graph/recorder/whole", () => {
  const middle = "it called process.exit, or something that it awaits never comes.";
  for (const [what, given, expected] of [
    ["takes a program that came to its end", {}, "whole"],
    [
      "names what the engine would refuse before what followed from it",
      { monitor: { faults: ["Duplicate"] }, errors: ["later"] },
      "program: Duplicate",
    ],
    [
      "names the time limit",
      { ending: { reason: "time limit", signal: "SIGKILL", code: undefined } },
      "timeout: The program did not end within 9 s; it was ended after 3 resources.",
    ],
    [
      "puts what was logged before the exit code",
      { ending: { code: 32 }, errors: ["Error: a", "Error: b"] },
      "program: Error: a\nError: b",
    ],
    ["names a signal", { ending: { code: undefined, signal: "SIGSEGV" } }, "program: The program was ended by SIGSEGV after 3 resources."],
    [
      "refuses a part of a stack",
      { monitor: { finished: false } },
      `program: The program ended in the middle, after 3 resources: ${middle}`,
    ],
    [
      "says how a part of a stack ended",
      { monitor: { finished: false, count: 1 }, ending: { code: 1 } },
      `program: The program ended in the middle with exit code 1, after 1 resource: ${middle}`,
    ],
    ["refuses an exit code after the end", { ending: { code: 4 } }, "program: The program ended with exit code 4 after 3 resources."],
    [
      "explains the placeholder of an encrypted setting",
      { errors: ['Error: port: "[secret]" is not a valid number'], secretKeys: ["demo:port"] },
      'program: Error: port: "[secret]" is not a valid number\nEncrypted settings cannot be read here (demo:port): the program gets the text [secret] for each.',
    ],
  ] as const satisfies readonly (readonly [string, Given, string])[]) {
    it(what, () => assert.equal(refusal(given), expected));
  }
});
