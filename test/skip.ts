import type { Context, Hook, Suite, Test } from "mocha";

/**
 * Leaves the running test out and says why; in a `before` hook, the whole block. The runner lists each such test with
 * its reason, and counts it as a failure with `CI=true`.
 *
 * @param reason What is missing, as a person would say it: "no Pulumi engine (start .ci/run)".
 */
export function skip(context: Context, reason: string): never {
  Object.assign(leftOut(context), { skipReason: reason });
  context.skip();
}

/** What the reporter will look at: the test, or the block of a `before` hook. */
function leftOut(context: Context): Test | Suite {
  const running = context.test as Test | Hook | undefined;
  if (running?.type !== "hook") return running as Test;
  return running.title.startsWith('"before all"') ? (running.parent as Suite) : (context.currentTest as Test);
}
