import assert from "node:assert/strict";
import fc from "fast-check";
import { patternsOf, priorityOf } from "../../config";

const path = fc.stringMatching(/^\/[a-z0-9-]{0,47}$/);

describe("config/routing", () => {
  it("puts a longer path before a shorter one, within what a listener takes", () => {
    fc.assert(
      fc.property(path, path, (a, b) => {
        assert.ok(priorityOf(a) >= 1 && priorityOf(a) <= 50_000);
        assert.equal(a.length > b.length, priorityOf(a) < priorityOf(b) && a.length !== b.length);
      }),
    );
  });

  it("never renumbers: the number depends on the path alone", () => {
    assert.deepEqual(["/", "/orders", "/orders/archive"].map(priorityOf), [48_255, 42_696, 34_631]);
  });

  it("takes a path and everything below it", () => {
    assert.deepEqual(patternsOf("/"), ["/*"]);
    assert.deepEqual(patternsOf("/orders"), ["/orders", "/orders/*"]);
  });
});
