import { Failure } from "./failure";

const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

/**
 * Runs work that Ctrl-C ends in an orderly way: the work hears of it and stops what it started.
 * @throws Failure ("interrupted")
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  for (const signal of signals) process.on(signal, abort);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? new Failure("interrupted", "Interrupted. Nothing was deployed.", { cause: error }) : error;
  } finally {
    for (const signal of signals) process.off(signal, abort);
  }
}
