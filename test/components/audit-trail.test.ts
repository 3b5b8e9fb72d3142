import assert from "node:assert/strict";
import { everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

const TRAIL = "aws:cloudtrail/trail:Trail";

describe("components/audit-trail", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  it("follows every region, and notices a file that was changed", () => {
    const { tags, ...trail } = one(all, TRAIL, "audit").inputs;
    assert.ok(tags);
    assert.deepEqual(trail, {
      name: "headroom-prod-audit",
      s3BucketName: "audit-logs-bucket",
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
    });
  });

  it("lets this trail alone write, into this account's folder", () => {
    const { Statement } = JSON.parse(String(one(all, "aws:s3/bucketPolicy:BucketPolicy", "audit-logs-policy").inputs.policy)) as {
      Statement: readonly Readonly<Record<string, unknown>>[];
    };
    const trail = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/headroom-prod-audit";
    assert.deepEqual(
      Statement.filter(({ Effect }) => Effect === "Allow").map(({ Principal, Action, Resource, Condition }) => [
        Principal,
        Action,
        Resource,
        Condition,
      ]),
      [
        [{ Service: "cloudtrail.amazonaws.com" }, "s3:GetBucketAcl", "arn:audit-logs", { StringEquals: { "aws:SourceArn": trail } }],
        [
          { Service: "cloudtrail.amazonaws.com" },
          "s3:PutObject",
          "arn:audit-logs/AWSLogs/123456789012/*",
          { StringEquals: { "aws:SourceArn": trail, "s3:x-amz-acl": "bucket-owner-full-control" } },
        ],
      ],
    );
  });

  it("is kept for a time of its own", () => {
    const { rules } = one(all, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "audit-logs-retention").inputs;
    assert.deepEqual((rules as readonly { readonly expiration: unknown }[])[0]?.expiration, { days: 400 });
  });

  it("is there only where it is asked for", async () => {
    assert.ok(!(await registered(leastKeys())).some(({ type }) => type === TRAIL));
  });
});
