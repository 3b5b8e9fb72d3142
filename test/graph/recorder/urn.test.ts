import assert from "node:assert/strict";
import fc from "fast-check";
import { makeUrn } from "../../../graph/recorder/urn";
import { parseUrn } from "../../../graph/urn";

describe("graph/recorder/urn", () => {
  const stack = makeUrn("dev", "demo", undefined, "pulumi:pulumi:Stack", "demo-dev");

  it("leaves the stack's type out of what stands below it", () => {
    assert.equal(stack, "urn:pulumi:dev::demo::pulumi:pulumi:Stack::demo-dev");
    assert.equal(makeUrn("dev", "demo", stack, "a:b:C", "c"), "urn:pulumi:dev::demo::a:b:C::c");
  });

  it("puts the types of all parents before the resource's own", () => {
    const outer = makeUrn("dev", "demo", stack, "a:b:Outer", "outer");
    const inner = makeUrn("dev", "demo", outer, "a:b:Inner", "inner");
    assert.equal(makeUrn("dev", "demo", inner, "a:b:C", "c"), "urn:pulumi:dev::demo::a:b:Outer$a:b:Inner$a:b:C::c");
  });

  it("says again what it was made of", () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
    fc.assert(
      fc.property(word, word, word, word, (name, project, type, stackName) => {
        const parent = makeUrn(stackName, project, undefined, "x:y:Parent", "parent");
        const parts = parseUrn(makeUrn(stackName, project, parent, `p:m:${type}`, name));
        assert.deepEqual(parts, { stack: stackName, project, type: `p:m:${type}`, name });
      }),
    );
  });
});
