import type { FunctionConfig, QueueConfig } from "./stack-schema";

/** The times of a queue that follow from its longest run, in seconds. */
export interface QueueTimes {
  /** A message comes back after this, so that no work is done twice: the longest run and a fifth of it, and what Lambda asks for. */
  readonly visibility: number;
  /** A message that waits longer raises an alarm. */
  readonly oldest: number;
}

export const queueTimes = (queue: QueueConfig, takenBy?: FunctionConfig): QueueTimes => ({
  visibility: Math.max(Math.ceil((queue.longestRun * 6) / 5), forFunction(takenBy)),
  oldest: queue.oldest ?? alarmAge(queue.longestRun),
});

/** The age of a message that raises an alarm where the stack's file names none. */
export const alarmAge = (longestRun: number): number => Math.max(300, 2 * longestRun);

/**
 * Six times the function's timeout, so that Lambda may try again when it has no room, and the time for which it gathers messages.
 * Source: AWS Lambda developer guide, "Using Lambda with Amazon SQS", read 2026-11-25.
 */
const forFunction = (fn: FunctionConfig | undefined): number => (fn === undefined ? 0 : 6 * fn.timeout + (fn.consumes?.window ?? 0));
