import * as cloudtrail from "@pulumi/aws/cloudtrail";
import * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { AuditConfig } from "../config";
import { LogBucket } from "./log-bucket";
import { Part } from "./part";
import type { Scope } from "./scope";
import type { Statement } from "./statements";

interface AuditTrailArgs {
  readonly audit: AuditConfig;
  readonly scope: Scope;
}

/**
 * Who did what in the account: a trail of all regions, in a bucket of its own. AWS signs a digest of each hour, so that a file that was
 * changed or taken away is noticed. Encrypted with S3's own keys: a trail outlives the stack, and a key of the stack's would be lost
 * with it.
 */
export class AuditTrail extends Part {
  constructor(name: string, { audit, scope }: AuditTrailArgs, options: pulumi.ComponentResourceOptions) {
    super("AuditTrail", name, "headroom:audit", options);
    const child = { parent: this };
    const { partition, region, id } = scope.account;
    const trailName = names.trail(scope.where);
    // Written down, because the bucket must know it before the trail can be made.
    const trailArn = pulumi.interpolate`arn:${partition}:cloudtrail:${region}:${id}:trail/${trailName}`;

    const logs = new LogBucket(
      `${name}-logs`,
      { configPath: "headroom:audit", retention: audit.retention, writers: (bucket) => writtenBy(trailArn, bucket, id), scope },
      child,
    );
    new cloudtrail.Trail(
      name,
      {
        name: trailName,
        s3BucketName: logs.bucket,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
        tags: scope.tags(name),
      },
      { ...child, dependsOn: [logs.policy] },
    );
    this.registerOutputs({});
  }
}

/** One trail, and only into this account's folder. Source: CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail", read 2026-11-25. */
const writtenBy = (trail: pulumi.Output<string>, bucket: pulumi.Output<string>, account: pulumi.Output<string>): readonly Statement[] => {
  const Principal = { Service: "cloudtrail.amazonaws.com" };
  return [
    {
      Sid: "TrailReadsAcl",
      Effect: "Allow",
      Principal,
      Action: "s3:GetBucketAcl",
      Resource: bucket,
      Condition: { StringEquals: { "aws:SourceArn": trail } },
    },
    {
      Sid: "TrailWrites",
      Effect: "Allow",
      Principal,
      Action: "s3:PutObject",
      Resource: pulumi.interpolate`${bucket}/AWSLogs/${account}/*`,
      Condition: { StringEquals: { "aws:SourceArn": trail, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ];
};
