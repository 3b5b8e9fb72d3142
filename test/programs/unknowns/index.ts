import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const role = new aws.iam.Role("role", { assumeRolePolicy: "{}" });
const table = new aws.dynamodb.Table("table", { attributes: [{ name: "id", type: "S" }], hashKey: "id", billingMode: "PAY_PER_REQUEST" });
const fn = new aws.lambda.Function("fn", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  s3Bucket: "code",
  s3Key: "fn.zip",
});

new aws.appautoscaling.Target("by-id", {
  minCapacity: 1,
  maxCapacity: pulumi.output(table.id).apply((id) => id.length),
  resourceId: pulumi.interpolate`function:${fn.name}:live`,
  scalableDimension: "lambda:function:ProvisionedConcurrency",
  serviceNamespace: "lambda",
});
new aws.sqs.Queue("in-a-list", { tags: { known: "yes", id: fn.id, arn: fn.arn } });
new aws.iam.Policy("in-a-document", {
  policy: aws.iam.getPolicyDocumentOutput({ statements: [{ actions: ["dynamodb:*"], resources: [table.arn] }] }).json,
});
new aws.cloudwatch.MetricAlarm("in-nested-inputs", {
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 1,
  metricQueries: [
    { id: "m1", metric: { namespace: "AWS/Lambda", metricName: "Errors", period: 60, stat: "Sum", dimensions: { FunctionName: fn.name } } },
    { id: "e1", expression: pulumi.interpolate`m1 / ${fn.reservedConcurrentExecutions}`, returnData: true },
  ],
  alarmActions: [pulumi.output([fn.arn, table.arn]).apply((arns) => arns[0] ?? "")],
});
// Made or not made: a program must not decide on what it does not know, and this one decides on what it does.
fn.runtime.apply((runtime) => new aws.sqs.Queue(`after-${runtime ?? "none"}`));
new aws.sqs.Queue("after-a-promise", { visibilityTimeoutSeconds: Promise.resolve(30), delaySeconds: pulumi.output(Promise.resolve(1)) });

export const arn = fn.arn;
export const list = [table.id, "known"];
