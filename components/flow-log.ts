import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import { Part } from "./part";
import type { Scope } from "./scope";
import { assumedBy, policyDocument } from "./statements";

/** What the network turned away, in a log. */
export class FlowLog extends Part {
  constructor(name: string, { vpcId, scope }: { vpcId: pulumi.Input<string>; scope: Scope }, options: pulumi.ComponentResourceOptions) {
    super("FlowLog", name, "headroom:network", options);
    const child = { parent: this };
    const tags = scope.tags(name);

    const logGroup = new cloudwatch.LogGroup(
      `${name}-logs`,
      { name: names.flowLogs(scope.where), retentionInDays: scope.logRetention, tags },
      child,
    );
    const role = new iam.Role(`${name}-role`, { assumeRolePolicy: assumedBy("vpc-flow-logs.amazonaws.com", scope.account), tags }, child);
    const policy = new iam.RolePolicy(`${name}-write`, { role: role.name, policy: writes(logGroup.arn) }, child);
    new ec2.FlowLog(
      name,
      {
        vpcId,
        trafficType: "REJECT",
        logDestinationType: "cloud-watch-logs",
        logDestination: logGroup.arn,
        iamRoleArn: role.arn,
        maxAggregationInterval: 600,
        tags,
      },
      { ...child, dependsOn: [policy] },
    );
    this.registerOutputs({});
  }
}

const writes = (logGroup: pulumi.Input<string>): pulumi.Output<string> =>
  policyDocument([
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
      Resource: pulumi.interpolate`${logGroup}:*`,
    },
  ]);
