import assert from "node:assert/strict";

import type { Tier } from "../../model";
import { weightOfDoubt, type Undecided } from "../../policies/enforcement";

const tiers: readonly Tier[] = ["dev", "staging", "prod"];
const weights = (level: "mandatory" | "advisory", undecided: Undecided): string[] =>
  tiers.map((tier) => weightOfDoubt(level, tier, undecided));

describe("weightOfDoubt", () => {
  it("a mandatory rule that cannot decide stops a deployment of prod only", () => {
    assert.deepEqual(weights("mandatory", "by tier"), ["advisory", "advisory", "mandatory"]);
  });

  it("unless a setting says otherwise", () => {
    assert.deepEqual(weights("mandatory", "mandatory"), ["mandatory", "mandatory", "mandatory"]);
    assert.deepEqual(weights("mandatory", "advisory"), ["advisory", "advisory", "advisory"]);
  });

  it("an advisory rule never stops one", () => {
    assert.deepEqual(weights("advisory", "mandatory"), ["advisory", "advisory", "advisory"]);
  });
});
