import type { Context } from "mocha";

/**
 * Leaves the running test out and says why. The runner lists every such test with its reason, and with `CI=true`
 * counts it as a failure. In a `before` hook it leaves out the whole block.
 *
 * @param reason What is missing, as a person would say it: "no Pulumi engine (start .ci/run)".
 */
export function skip(test: Context, reason: string): never {
  const left = test.currentTest ?? test.test;
  // In a hook it is the block that is left out: its tests are what the reporter will meet.
  const reasons = left?.type === "hook" ? (left.parent ?? left) : left;
  if (reasons) Object.assign(reasons, { skipReason: reason });
  return test.skip();
}
