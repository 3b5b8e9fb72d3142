import { reservedVariables } from "../lambda-runtimes";
import { limits } from "../limits";
import { failedOf, queueVariable, secretArnVariable, secretKeyVariable } from "../names";
import { shown } from "../problems";
import type { Segments } from "../problems";
import { at, entriesOf, numberAt, textAt, textsAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";
import { parseDuration } from "../units";
import { missingQueue } from "./queues";

/** What a function says about queues and variables, against the rest of the file. */
export const functionChecks = (raw: Raw, name: string, fn: unknown): readonly Said[] => {
  const way = ["functions", name];
  return [
    ...references(raw, fn, way),
    ...batches(raw, fn, [...way, "consumes"]),
    ...longestCall(raw, name, fn),
    ...failures(raw, fn, [...way, "onFailure"]),
    ...variables(fn, way),
    ...nameOfFailedEvents(raw, name),
  ];
};

function references(raw: Raw, fn: unknown, way: Segments): readonly Said[] {
  const one = (inner: Segments): readonly Said[] => {
    const queue = textAt(fn, inner);
    return queue === undefined ? [] : missingQueue(raw, queue, [...way, ...inner]);
  };
  const produced = textsAt(fn, ["produces"]).map((_, i): Segments => ["produces", i]);
  return [["consumes", "queue"], ["onFailure"], ...produced].flatMap(one);
}

const isFifo = (raw: Raw, queue: string | undefined): boolean => queue !== undefined && at(raw, ["queues", queue, "fifo"]) !== undefined;

function batches(raw: Raw, fn: unknown, way: Segments): readonly Said[] {
  const batch = numberAt(fn, ["consumes", "batch"]);
  const window = secondsAt(fn, ["consumes", "window"]) ?? 0;
  if (isFifo(raw, textAt(fn, ["consumes", "queue"]))) {
    return [
      ...(batch !== undefined && batch > limits.batch.fifo
        ? [{ segments: [...way, "batch"], says: `is ${batch}; write at most ${limits.batch.fifo}, because the queue is a FIFO one` }]
        : []),
      ...(window > 0 ? [{ segments: [...way, "window"], says: "is not for a FIFO queue; remove it" }] : []),
    ];
  }
  if (batch === undefined || batch <= limits.batchWithoutWindow || window >= 1) return [];
  return [
    {
      segments: [...way, "batch"],
      says: `is ${batch}; more than ${limits.batchWithoutWindow} need a window of at least "1 second"`,
    },
  ];
}

/** A queue says how long its messages are worked on; Lambda stops a call only at the timeout. */
function longestCall(raw: Raw, name: string, fn: unknown): readonly Said[] {
  const queue = textAt(fn, ["consumes", "queue"]);
  const timeout = secondsAt(fn, ["timeout"]);
  if (queue === undefined || timeout === undefined || timeout > limits.functionTimeout) return [];
  const longestRun = secondsAt(raw, ["queues", queue, "longestRun"]);
  if (longestRun === undefined || longestRun >= timeout) return [];
  const written = shown(textAt(raw, ["queues", queue, "longestRun"]));
  return [
    {
      segments: ["queues", queue, "longestRun"],
      says: `is ${written}; write at least ${timeout} seconds, the timeout of the function "${name}" that consumes it`,
    },
  ];
}

function failures(raw: Raw, fn: unknown, segments: Segments): readonly Said[] {
  const queue = textAt(fn, ["onFailure"]);
  if (queue === undefined) return [];
  if (queue === textAt(fn, ["consumes", "queue"]))
    return [{ segments, says: `is ${shown(queue)}, which the function consumes itself; write another queue` }];
  return isFifo(raw, queue) ? [{ segments, says: `is ${shown(queue)}, a FIFO queue; Lambda sends to a standard one only` }] : [];
}

/** Variables that Lambda keeps for itself, that are made from something else, or that are too large together. */
function variables(fn: unknown, way: Segments): readonly Said[] {
  const plain = entriesOf(at(fn, ["environment"]));
  const made = madeVariables(fn);
  const bytes = plain.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(String(value)), 0);
  return [
    ...plain.flatMap(([name]): readonly Said[] => {
      const segments = [...way, "environment", name];
      if (reservedVariables.includes(name)) return [{ segments, says: "is set by Lambda itself; choose another name" }];
      return made.includes(name) ? [{ segments, says: "is set from the function's queues or secrets; choose another name" }] : [];
    }),
    ...(bytes > limits.functionVariables
      ? [{ segments: [...way, "environment"], says: `has ${bytes} bytes; write at most ${limits.functionVariables}` }]
      : []),
  ];
}

const madeVariables = (fn: unknown): readonly string[] => [
  ...entriesOf(at(fn, ["secrets"])).flatMap(([name]) => [secretArnVariable(name), secretKeyVariable(name)]),
  ...textsAt(fn, ["produces"]).map(queueVariable),
];

function nameOfFailedEvents(raw: Raw, name: string): readonly Said[] {
  const queue = failedOf(name);
  if (at(raw, ["queues", queue]) === undefined) return [];
  return [{ segments: ["queues", queue], says: `is the name of the queue for failed calls of "${name}"; write another name` }];
}

const secondsAt = (value: unknown, way: Segments): number | undefined => {
  const text = textAt(value, way);
  return text === undefined ? undefined : parseDuration(text);
};
