import assert from "node:assert/strict";
import { briefly } from "../../../graph/recorder/thrown";

describe("graph/recorder/thrown", () => {
  it("keeps the message and the first line of the program", () => {
    const text = [
      "Running program '/home/p/' failed with an unhandled exception:",
      "TypeError: no limit",
      "given",
      "    at pick (/home/p/node_modules/lodash/pick.js:3:4)",
      "    at Object.<anonymous> (/home/p/stacks/index.ts:8:1)",
      "    at main (/home/p/index.ts:1:1)",
    ].join("\n");
    assert.equal(briefly(text, "/home/p"), "TypeError: no limit\ngiven\nat stacks/index.ts:8:1");
  });

  it("says nothing of a place when none is in the program", () => {
    assert.equal(briefly("Error: refused\n    at node:internal/x:1:2\n    at f (/other/a.js:1:2)", "/home/p"), "Error: refused");
  });

  it("keeps a message without a trace as it is", () => {
    assert.equal(
      briefly("Pulumi.dev.yaml is not right:\n  at least one zone", "/home/p"),
      "Pulumi.dev.yaml is not right:\n  at least one zone",
    );
  });
});
