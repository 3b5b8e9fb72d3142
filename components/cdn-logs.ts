import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { EDGE_REGION } from "./edge-region";
import { LogBucket } from "./log-bucket";
import type { Account, Scope } from "./scope";
import type { Statement } from "./statements";

/**
 * Delivers a distribution's log to a bucket of the stack's region, by standard logging (v2): the older way needs a bucket with access
 * control lists. The delivery itself is set up where CloudFront is.
 */
export function logRequests(
  name: string,
  { distributionArn, scope }: { readonly distributionArn: pulumi.Input<string>; readonly scope: Scope },
  options: pulumi.CustomResourceOptions,
): void {
  const tags = scope.tags(name);
  const bucket = new LogBucket(
    `${name}-logs`,
    { configPath: "headroom:cdn", writers: (arn) => delivers(arn, scope.account), scope },
    options,
  );
  const source = new cloudwatch.LogDeliverySource(
    `${name}-logs`,
    { region: EDGE_REGION, logType: "ACCESS_LOGS", resourceArn: distributionArn, tags },
    options,
  );
  const destination = new cloudwatch.LogDeliveryDestination(
    `${name}-logs`,
    {
      region: EDGE_REGION,
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: bucket.arn },
      tags,
    },
    options,
  );
  new cloudwatch.LogDelivery(
    `${name}-logs`,
    { region: EDGE_REGION, deliverySourceName: source.name, deliveryDestinationArn: destination.arn, recordFields: FIELDS, tags },
    { ...options, dependsOn: [bucket.policy] },
  );
}

/** The policy that CloudWatch Logs asks for: user guide, "Logs sent to Amazon S3" of the V2 permissions, read 2026-11-25. */
function delivers(bucket: pulumi.Output<string>, { id, partition }: Account): readonly Statement[] {
  const from = {
    StringEquals: { "aws:SourceAccount": id },
    ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:${partition}:logs:${EDGE_REGION}:${id}:delivery-source:*` },
  };
  const delivery = { Effect: "Allow", Principal: { Service: "delivery.logs.amazonaws.com" } } as const;
  return [
    {
      ...delivery,
      Sid: "Deliver",
      Action: "s3:PutObject",
      Resource: pulumi.interpolate`${bucket}/AWSLogs/${id}/*`,
      Condition: { ...from, StringEquals: { ...from.StringEquals, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
    { ...delivery, Sid: "Look", Action: "s3:GetBucketAcl", Resource: bucket, Condition: from },
  ];
}

/** Of the fields of a standard log all that help to find out what happened; cookies are left out, because they carry sessions. */
const FIELDS = [
  ...["date", "time", "x-edge-location", "c-ip", "cs-method", "x-host-header", "cs-uri-stem", "cs-uri-query", "cs-protocol"],
  ...["cs-protocol-version", "cs(Referer)", "cs(User-Agent)", "sc-status", "sc-bytes", "sc-content-type", "x-edge-result-type"],
  ...["x-edge-response-result-type", "x-edge-detailed-result-type", "x-edge-request-id", "time-taken", "time-to-first-byte"],
  ...["ssl-protocol", "ssl-cipher"],
];
