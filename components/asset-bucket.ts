import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { Part } from "./part";
import type { Scope } from "./scope";
import { onlyWithTls, policyDocument } from "./statements";
import type { Statement } from "./statements";

/** A private bucket for static files: encrypted, with earlier versions kept for 30 days, and read by the CDN alone. */
export class AssetBucket extends Part {
  /** The bucket's name: where to upload. */
  readonly bucket: pulumi.Output<string>;
  readonly domainName: pulumi.Output<string>;
  private readonly name: string;
  private readonly arn: pulumi.Output<string>;
  private readonly closed: s3.BucketPublicAccessBlock;

  constructor(name: string, { scope }: { scope: Scope }, options: pulumi.ComponentResourceOptions) {
    super("AssetBucket", name, "headroom:cdn.assets", options);
    const child = { parent: this };

    const { bucket, arn, bucketRegionalDomainName } = new s3.Bucket(
      name,
      { forceDestroy: !scope.protection.deletionProtection, tags: scope.tags(name) },
      child,
    );
    this.closed = new s3.BucketPublicAccessBlock(
      `${name}-private`,
      { bucket, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      child,
    );
    new s3.BucketOwnershipControls(`${name}-owner`, { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } }, child);
    new s3.BucketServerSideEncryptionConfiguration(
      `${name}-encryption`,
      { bucket, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
      child,
    );
    const versions = new s3.BucketVersioning(`${name}-versions`, { bucket, versioningConfiguration: { status: "Enabled" } }, child);
    new s3.BucketLifecycleConfiguration(
      `${name}-retention`,
      {
        bucket,
        rules: [
          {
            id: "earlier-versions",
            status: "Enabled",
            filter: { prefix: "" },
            noncurrentVersionExpiration: { noncurrentDays: 30 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      { ...child, dependsOn: [versions] },
    );
    this.name = name;
    this.bucket = bucket;
    this.arn = arn;
    this.domainName = bucketRegionalDomainName;
    this.registerOutputs({ bucket });
  }

  /** Lets one distribution read. It may list too, because S3 answers 403 rather than 404 to those who may not. */
  readableBy(distributionArn: pulumi.Input<string>): void {
    const read = (action: string, resource: pulumi.Input<string>): Statement => ({
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: action,
      Resource: resource,
      Condition: { StringEquals: { "AWS:SourceArn": distributionArn } },
    });
    const files = pulumi.interpolate`${this.arn}/*`;
    new s3.BucketPolicy(
      `${this.name}-policy`,
      {
        bucket: this.bucket,
        policy: policyDocument([read("s3:GetObject", files), read("s3:ListBucket", this.arn), onlyWithTls("s3:*", [this.arn, files])]),
      },
      { parent: this, dependsOn: [this.closed] },
    );
  }
}
