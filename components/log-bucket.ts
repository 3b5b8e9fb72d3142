import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import type { Days } from "../config";
import { Part } from "./part";
import type { Scope } from "./scope";
import { onlyWithTls, policyDocument } from "./statements";
import type { Statement } from "./statements";

interface LogBucketArgs {
  readonly configPath: string;
  /** Which services of AWS may write, given the bucket's ARN. */
  readonly writers: (bucketArn: pulumi.Output<string>) => readonly Statement[];
  /** How long the logs are kept; as long as the stack's other logs where absent. */
  readonly retention?: Days;
  readonly scope: Scope;
}

/**
 * A bucket for the logs that a service of AWS delivers: private, encrypted, and emptied after the retention. Encrypted with
 * S3's own keys, because load balancers deliver to no other.
 */
export class LogBucket extends Part {
  /** The bucket's name. */
  readonly bucket: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly domainName: pulumi.Output<string>;
  /** Whoever delivers logs must wait for it. */
  readonly policy: s3.BucketPolicy;

  constructor(name: string, { configPath, writers, retention, scope }: LogBucketArgs, options: pulumi.ComponentResourceOptions) {
    super("LogBucket", name, configPath, options);
    const child = { parent: this };

    const { bucket, arn, bucketRegionalDomainName } = new s3.Bucket(
      name,
      { forceDestroy: !scope.protection.deletionProtection, tags: scope.tags(name) },
      child,
    );
    const closed = new s3.BucketPublicAccessBlock(
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
    new s3.BucketLifecycleConfiguration(
      `${name}-retention`,
      {
        bucket,
        rules: [
          {
            id: "retention",
            status: "Enabled",
            filter: { prefix: "" },
            expiration: { days: retention ?? scope.logRetention },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      child,
    );
    this.policy = new s3.BucketPolicy(
      `${name}-policy`,
      { bucket, policy: policyDocument([...writers(arn), onlyWithTls("s3:*", [arn, pulumi.interpolate`${arn}/*`])]) },
      { ...child, dependsOn: [closed] },
    );
    this.bucket = bucket;
    this.arn = arn;
    this.domainName = bucketRegionalDomainName;
    this.registerOutputs({});
  }
}
