import assert from "node:assert/strict";
import { skip } from "../../skip";

describe("a sample", () => {
  it("passes", () => assert.equal(1 + 1, 2));
  it("fails", () => assert.equal<number>(1 + 1, 3));
  it("is left out", function () {
    skip(this, "no moon tonight");
  });
});

describe("a block", () => {
  before(function () {
    skip(this, "no engine");
  });
  it("is left out whole", () => undefined);
  it("to its last test", () => undefined);
});
