import assert from "node:assert/strict";
import { asFailure, Failure, failureText } from "../../cli/failure";

describe("a failure", () => {
  it("stays what it is", () => {
    const failure = new Failure("input", "no");
    assert.equal(asFailure(failure), failure);
  });

  it("is a fault of Headroom's own when nobody foresaw it", () => {
    const { kind, message } = asFailure(new TypeError("x is undefined"));
    assert.equal(kind, "internal");
    assert.equal(
      message,
      "Headroom itself failed: x is undefined\nThis is a fault of Headroom, not of your program. Run again with --debug for its stack trace.",
    );
  });

  it("has its cause's stack trace where that is asked for", () => {
    const failure = asFailure(new TypeError("x is undefined"));
    assert.doesNotMatch(failureText(failure, false), /\n {4}at /);
    assert.match(failureText(failure, true), /\nTypeError: x is undefined\n {4}at /);
  });

  it("cannot steer a terminal with a program's words", () =>
    assert.equal(failureText(new Failure("program", "a\u001b[31mred\u001b[2J\tb\nc"), false), "ared[2J\tb\nc\n"));
});
