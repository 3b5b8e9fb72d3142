import assert from "node:assert/strict";
import { valueAt } from "../../../tools/figures/value-at";

describe("tools/figures/value-at", () => {
  it("walks into mappings, lists and texts that hold JSON", () => {
    const inputs = { steps: [{ change: 1 }, { change: 2 }], text: '[{"name":"cpu","soft":5}]', plain: "x", none: null };
    assert.equal(valueAt(inputs, "steps[1].change"), 2);
    assert.equal(valueAt(inputs, "text[0].soft"), 5);
    assert.equal(valueAt(inputs, "text[name=cpu].soft"), 5);
    assert.equal(valueAt(inputs, "plain"), "x");
    for (const path of ["steps[2].change", "steps[change=3]", "text[name=memory].soft", "plain.x", "none.x", "absent"])
      assert.equal(valueAt(inputs, path), undefined, path);
  });
});
