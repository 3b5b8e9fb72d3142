import assert from "node:assert/strict";

import { parseUrn } from "../../graph/urn";

describe("parseUrn", () => {
  const cases: [string, ReturnType<typeof parseUrn>][] = [
    ["urn:pulumi:dev::shop::aws:sqs/queue:Queue::jobs", { stack: "dev", project: "shop", type: "aws:sqs/queue:Queue", name: "jobs" }],
    ["urn:pulumi:dev::shop::a:b:C$d:e:F$g:h:I::x::y", { stack: "dev", project: "shop", type: "g:h:I", name: "x::y" }],
    ["urn:pulumi:dev::shop::a:b:C::", { stack: "dev", project: "shop", type: "a:b:C", name: "" }],
    ["urn:pulumi:dev::shop::a:b:C", undefined],
    ["urn:pulumi:::shop::a:b:C::x", undefined],
    ["urn:pulumi:dev::::a:b:C::x", undefined],
    ["urn:pulumi:dev::shop::a:b:C$::x", undefined],
    ["arn:aws:sqs:us-east-1:1:jobs", undefined],
    ["", undefined],
  ];
  for (const [urn, expected] of cases) {
    it(`reads ${JSON.stringify(urn)}`, () => assert.deepEqual(parseUrn(urn), expected));
  }
});
