import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const account = aws.getCallerIdentityOutput().accountId;
const zones = aws.getAvailabilityZonesOutput({ state: "available" });
const existing = aws.sqs.Queue.get("existing", "https://sqs.us-east-1.amazonaws.com/123456789012/existing");

new aws.sqs.Queue("dead-letters", {
  redriveAllowPolicy: pulumi.jsonStringify({
    redrivePermission: "byQueue",
    sourceQueueArns: ["arn:aws:sqs:us-east-1:123456789012:existing"],
  }),
});
new aws.sqs.Queue("beside", { tags: { account, region: aws.getRegionOutput().name, partition: aws.getPartitionOutput().partition } });
new aws.sqs.Queue("zoned", { tags: { first: zones.names[0] ?? "", all: zones.names.apply((names) => names.join(" ")) } });
new aws.sqs.Queue("after-existing", {}, { dependsOn: existing });
