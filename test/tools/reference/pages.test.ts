import assert from "node:assert/strict";
import { sectionIn } from "../../../tools/reference/pages";

const file = `config:
  aws:region: us-east-1
  headroom:budget:
    monthly: 150 # USD

    burst: 600
  # of the next section
  headroom:logs: {retention: 7 days}
`;

describe("tools/reference/pages", () => {
  it("takes a section's lines out of a stack's file, to the next thing at its own depth", () => {
    assert.equal(sectionIn(file, "budget"), "headroom:budget:\n  monthly: 150 # USD\n\n  burst: 600");
    assert.equal(sectionIn(file, "logs"), "headroom:logs: {retention: 7 days}");
    assert.equal(sectionIn(file, "log"), undefined);
  });
});
