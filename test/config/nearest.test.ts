import assert from "node:assert/strict";
import { nearest } from "../../config/nearest";

const KEYS = ["min", "max", "on", "scaleInCooldown", "scaleOutCooldown"];

describe("config/nearest", () => {
  it("finds what somebody probably meant", () => {
    assert.equal(nearest("maximum", KEYS), "max");
    assert.equal(nearest("Min", KEYS), "min");
    assert.equal(nearest("mim", KEYS), "min");
    assert.equal(nearest("scaleInCoolDown", KEYS), "scaleInCooldown");
    assert.equal(nearest("scaleInCooldwon", KEYS), "scaleInCooldown");
    assert.equal(nearest("scaleoutcool", KEYS), "scaleOutCooldown");
  });

  it("does not guess", () => {
    assert.equal(nearest("functions", KEYS), undefined);
    assert.equal(nearest("x", KEYS), undefined);
    assert.equal(nearest("y".repeat(10_000), KEYS), undefined);
    assert.equal(nearest("max", []), undefined);
  });
});
