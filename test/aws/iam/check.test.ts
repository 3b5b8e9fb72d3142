import assert from "node:assert/strict";
import { allListed, isKnown } from "./actions";
import { policyFaults } from "./check";
import type { Kind } from "./documents";

const queue = "arn:aws:sqs:us-east-1:123456789012:jobs";
const sends = { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: queue };
const byAccount = { StringEquals: { "aws:SourceAccount": "123456789012" } };
const publishes = {
  Sid: "Alarms",
  Effect: "Allow",
  Principal: { Service: "cloudwatch.amazonaws.com" },
  Action: "sns:Publish",
  Resource: "arn:aws:sns:us-east-1:123456789012:notifications",
  Condition: byAccount,
};
const assumes = { Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole", Condition: byAccount };
const root = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" };
const onlyTls = {
  Effect: "Deny",
  Principal: "*",
  Action: "sqs:*",
  Resource: queue,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

const faultsOf = (kind: Kind, ...statements: readonly unknown[]) =>
  policyFaults(JSON.stringify({ Version: "2012-10-17", Statement: statements }), kind);

describe("the check of policies", () => {
  it("finds nothing in policies that allow what is named", () => {
    assert.deepEqual(faultsOf("identity", sends), []);
    assert.deepEqual(faultsOf("identity", { ...sends, Action: "ecr:GetAuthorizationToken", Resource: "*" }), []);
    assert.deepEqual(faultsOf("resource", publishes, { ...onlyTls, Action: "sns:Publish", Resource: publishes.Resource }), []);
    assert.deepEqual(faultsOf("resource", onlyTls), []);
    assert.deepEqual(faultsOf("trust", assumes), []);
    assert.deepEqual(faultsOf("key", root), []);
  });

  /** What is changed in a statement that has no fault, and what is said of it. */
  const mutations: readonly [string, Kind, unknown, string][] = [
    ["every action", "identity", { ...sends, Action: "*" }, "statement 1 allows *; name the actions"],
    ["every action of a service", "identity", { ...sends, Action: "sqs:*" }, "statement 1 allows sqs:*; name the actions"],
    ["actions by a pattern", "identity", { ...sends, Action: "sqs:Send*" }, "statement 1 allows sqs:Send*; name the actions"],
    ["every resource", "identity", { ...sends, Resource: "*" }, 'statement 1 allows sqs:SendMessage on "*"; name the resource'],
    [
      "every resource of a service",
      "identity",
      { ...sends, Resource: "arn:aws:sqs:us-east-1:123456789012:*" },
      'statement 1 allows sqs:SendMessage on "arn:aws:sqs:us-east-1:123456789012:*"; name the resource',
    ],
    ["no resource", "identity", { ...sends, Resource: undefined }, "statement 1 names no resource"],
    ["a name for a resource", "identity", { ...sends, Resource: "jobs" }, 'statement 1 names "jobs", which is no ARN'],
    [
      "the resource of another service",
      "identity",
      { ...sends, Resource: publishes.Resource },
      "statement 1 names actions of sqs and no resource of it",
    ],
    [
      "a principal in a role's policy",
      "identity",
      { ...sends, Principal: "*" },
      "statement 1 names a principal, in the policy of an identity",
    ],
    ["a misspelt action", "identity", { ...sends, Action: "sqs:SendMesage" }, "allows sqs:SendMesage, which nobody has looked up"],
    ["an action without a service", "identity", { ...sends, Action: "SendMessage" }, 'statement 1 names "SendMessage", which is no action'],
    ["all but an action", "identity", { ...sends, Action: undefined, NotAction: "sqs:SendMessage" }, "statement 1 allows by NotAction"],
    ["all but a resource", "identity", { ...sends, Resource: undefined, NotResource: queue }, "statement 1 allows by NotResource"],
    ["a misspelt element", "identity", { ...sends, Actions: "x" }, "statement 1 has the unknown element Actions"],
    ["another effect", "identity", { ...sends, Effect: "allow" }, 'statement 1 has the effect "allow"'],
    ["a Sid with a blank", "identity", { ...sends, Sid: "a b" }, 'statement 1 has the Sid "a b"; letters and digits alone are allowed'],
    ["a list that is empty", "identity", { ...sends, Action: [] }, "statement 1 has a Action that is no text and no list of texts"],
    [
      "a role for any service",
      "identity",
      { Effect: "Allow", Action: "iam:PassRole", Resource: "arn:aws:iam::123456789012:role/x" },
      "statement 1 allows iam:PassRole to any service; add a condition on iam:PassedToService",
    ],
    [
      "a misspelt operator",
      "identity",
      { ...sends, Condition: { StringEqual: { "aws:SourceAccount": "1" } } },
      "statement 1 has a condition with the unknown operator StringEqual",
    ],
    [
      "a condition on no key",
      "identity",
      { ...sends, Condition: { StringEquals: { SourceAccount: "1" } } },
      'statement 1 has a condition on "SourceAccount", which is no condition key',
    ],
    [
      "a service on anybody's behalf",
      "resource",
      { ...publishes, Condition: undefined },
      "statement 1 (Alarms) lets cloudwatch.amazonaws.com in on anybody's behalf; add a condition on aws:SourceAccount or aws:SourceArn, or a reason to test/aws/iam/exceptions.ts",
    ],
    [
      "a service on behalf of any account",
      "resource",
      { ...publishes, Condition: { StringLike: { "aws:SourceAccount": "*" } } },
      "statement 1 (Alarms) lets cloudwatch.amazonaws.com in on anybody's behalf",
    ],
    ["anybody", "resource", { ...publishes, Principal: "*", Condition: undefined }, "statement 1 (Alarms) allows anybody"],
    ["any account", "resource", { ...publishes, Principal: { AWS: "*" }, Condition: undefined }, "statement 1 (Alarms) allows anybody"],
    ["nobody", "resource", { ...publishes, Principal: undefined }, "statement 1 (Alarms) names no principal"],
    [
      "something that is no service",
      "resource",
      { ...publishes, Principal: { Service: "cloudwatch" } },
      'statement 1 (Alarms) names the principal "cloudwatch", which is no Service',
    ],
    ["a resource in a trust policy", "trust", { ...assumes, Resource: "*" }, "statement 1 names a resource, where none may be named"],
    ["more than a role", "trust", { ...assumes, Action: "iam:PassRole" }, "statement 1 of a trust policy allows iam:PassRole"],
    [
      "a key to more than the account",
      "key",
      { ...root, Principal: { AWS: "arn:aws:iam::123456789012:role/x" } },
      "statement 1 allows kms:*; name the actions",
    ],
  ];
  for (const [what, kind, statement, says] of mutations)
    it(`finds ${what}`, () => {
      const faults = faultsOf(kind, statement);
      assert.ok(
        faults.some((fault) => fault.startsWith(says) || fault.includes(says)),
        faults.join("\n"),
      );
    });

  it("finds what is no document", () => {
    const mutated = (text: string) => policyFaults(text, "identity");
    assert.deepEqual(mutated("nothing"), ["is not a JSON object"]);
    assert.deepEqual(mutated('{"Version":"2012-10-17","Statement":[]}'), ["has no statement"]);
    assert.deepEqual(mutated(JSON.stringify({ Version: "2008-10-17", Statement: sends })), [
      'has the version "2008-10-17"; "2012-10-17" is the one with variables',
    ]);
    assert.deepEqual(faultsOf("identity", { ...sends, Sid: "A" }, { ...sends, Sid: "A" }), ["two statements have the Sid A"]);
  });

  it("knows each action that is listed, and no other", () => {
    for (const action of allListed()) assert.ok(isKnown(action), action);
    assert.equal(isKnown("sqs:Sendmessage"), false);
  });
});
