import assert from "node:assert/strict";
import fc from "fast-check";
import { queueTimes, validate } from "../../config";
import { edited, leastKeys } from "./example";

const timesOf = (queue: unknown) => {
  const result = validate(edited(leastKeys(), ["headroom:queues"], { jobs: queue }), "Pulumi.dev.yaml");
  assert.ok(result.ok);
  const { jobs } = result.config.queues;
  assert.ok(jobs);
  return queueTimes(jobs);
};

describe("config/queue-times", () => {
  it("hides a message for the longest run and a fifth of it", () => {
    // 6 min = 360 s; 360 * 1.2 = 432; twice 360 is 720
    assert.deepEqual(timesOf({ longestRun: "6 minutes" }), { visibility: 432, oldest: 720 });
    // 1 s * 1.2 = 1.2, a whole second more is 2
    assert.deepEqual(timesOf({ longestRun: "1 second" }), { visibility: 2, oldest: 300 });
    assert.deepEqual(timesOf({ longestRun: "6 minutes", oldest: "1 hour" }), { visibility: 432, oldest: 3600 });
  });

  it("is always longer than the run, and never longer than SQS allows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 36_000 }), (run) => {
        const { visibility } = timesOf({ longestRun: `${run} seconds` });
        assert.ok(visibility > run && visibility <= 43_200, `${run}: ${visibility}`);
      }),
    );
  });
});
