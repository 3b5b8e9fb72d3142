import type { QueueConfig } from "./stack-schema";

/** The times of a queue that follow from its longest run, in seconds. */
export interface QueueTimes {
  /** A message comes back after this: the longest run and a fifth of it, so that no work is done twice. */
  readonly visibility: number;
  /** A message that waits longer raises an alarm. */
  readonly oldest: number;
}

export const queueTimes = (queue: QueueConfig): QueueTimes => ({
  visibility: Math.ceil((queue.longestRun * 6) / 5),
  oldest: queue.oldest ?? alarmAge(queue.longestRun),
});

/** The age of a message that raises an alarm where the stack's file names none. */
export const alarmAge = (longestRun: number): number => Math.max(300, 2 * longestRun);
