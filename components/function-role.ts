import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { FunctionConfig } from "../config";
import type { Endpoint } from "./connection";
import { Part } from "./part";
import type { Queue } from "./queue";
import { readSecrets, readSecretsOf } from "./read-secrets";
import type { Scope } from "./scope";
import { allow, assumedBy, policyDocument } from "./statements";
import type { Statement } from "./statements";

interface FunctionRoleArgs {
  readonly fn: FunctionConfig;
  readonly configPath: string;
  readonly logGroupArn: pulumi.Input<string>;
  /** The queue for asynchronous calls that failed for good. */
  readonly failedArn: pulumi.Input<string>;
  readonly consumes: Queue | undefined;
  readonly produces: readonly Queue[];
  readonly endpoints: readonly Endpoint[];
  readonly scope: Scope;
}

/** The role with which a function works: it may write its log and its traces, and do what its connections need, no more. */
export class FunctionRole extends Part {
  readonly arn: pulumi.Output<string>;
  /** Lambda tries out what a function may do when it is connected to queues and networks, so these wait for it. */
  readonly policy: iam.RolePolicy;

  constructor(name: string, args: FunctionRoleArgs, options: pulumi.ComponentResourceOptions) {
    super("FunctionRole", name, args.configPath, options);
    const child = { parent: this };
    const { scope } = args;

    const role = new iam.Role(
      `${name}-role`,
      { assumeRolePolicy: assumedBy("lambda.amazonaws.com", scope.account), tags: scope.tags(name) },
      child,
    );
    this.policy = new iam.RolePolicy(`${name}-work`, { role: role.name, policy: policyDocument(toWork(name, args)) }, child);
    this.arn = role.arn;
    this.registerOutputs({});
  }
}

const toWork = (name: string, args: FunctionRoleArgs): readonly Statement[] => [
  allow(["logs:CreateLogStream", "logs:PutLogEvents"], pulumi.interpolate`${args.logGroupArn}:*`),
  // X-Ray's traces are no resources that a policy could name.
  allow(["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "*"),
  allow(["sqs:SendMessage"], args.failedArn),
  ...readSecrets(Object.values(args.fn.secrets), ["ssm:GetParameter"]),
  ...readSecretsOf(args.endpoints),
  ...args.endpoints.flatMap((endpoint) => endpoint.grants),
  ...(args.consumes === undefined ? [] : [allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], args.consumes.arn)]),
  ...(args.produces.length === 0
    ? []
    : [
        allow(
          ["sqs:SendMessage", "sqs:GetQueueAttributes"],
          args.produces.map((queue) => queue.arn),
        ),
      ]),
  ...(args.endpoints.length === 0 ? [] : insideVpc(name, args.scope)),
];

/**
 * What Lambda needs to put a function into a VPC, and the code itself must not use. A network interface cannot be named before Lambda
 * has made it, and describing works on all resources alone. Source: AWS Lambda developer guide, "Giving Lambda functions access to
 * resources in an Amazon VPC", read 2026-11-25.
 */
function insideVpc(name: string, { account, where }: Scope): readonly Statement[] {
  const { partition, region, id } = account;
  return [
    allow(
      ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"],
      pulumi.interpolate`arn:${partition}:ec2:${region}:${id}:*/*`,
    ),
    allow(["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"], "*"),
    {
      Sid: "NotByTheCode",
      Effect: "Deny",
      Action: [
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:DetachNetworkInterface",
        "ec2:AssignPrivateIpAddresses",
        "ec2:UnassignPrivateIpAddresses",
      ],
      Resource: "*",
      Condition: {
        ArnEquals: {
          "lambda:SourceFunctionArn": pulumi.interpolate`arn:${partition}:lambda:${region}:${id}:function:${names.fn(where, name)}`,
        },
      },
    },
  ];
}
