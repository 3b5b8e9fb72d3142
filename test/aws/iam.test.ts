import assert from "node:assert/strict";
import { policyFaults } from "./iam/check";
import { documentsOf, unlisted } from "./iam/documents";
import { managedPolicies } from "./iam/exceptions";
import { subjects } from "./platforms";
import type { Subject } from "./platforms";

describe("the policies of the platform", function () {
  this.timeout(60_000);
  let all: readonly Subject[];

  before(async () => {
    all = await subjects();
  });

  it("allow what is needed, on what is named, to whom it is meant for", () => {
    const found = all.flatMap(({ what, resources }) => documentsOf(resources).map((document) => ({ what, ...document })));
    assert.ok(found.length > 20);
    assert.deepEqual(
      found.flatMap(({ what, subject, kind, text }) => policyFaults(text, kind).map((fault) => `${what}: ${subject}: ${fault}`)),
      [],
    );
  });

  it("all stand where they are looked for: add others to test/aws/iam/documents.ts", () => {
    assert.deepEqual(
      all.flatMap(({ what, resources }) => unlisted(resources).map((where) => `${what}: ${where}`)),
      [],
    );
  });

  it("are the platform's own: one of AWS's needs a reason in test/aws/iam/exceptions.ts", () => {
    const attached = all.flatMap(({ resources }) =>
      resources.flatMap(({ type, inputs }) => [
        ...(/Attachment$/.test(type) && typeof inputs.policyArn === "string" ? [inputs.policyArn] : []),
        ...(type === "aws:iam/role:Role" && Array.isArray(inputs.managedPolicyArns) ? (inputs.managedPolicyArns as string[]) : []),
      ]),
    );
    const reasoned = managedPolicies.map(({ arn }) => arn);
    assert.deepEqual([...new Set(attached)].sort(), [...reasoned].sort());
  });
});
