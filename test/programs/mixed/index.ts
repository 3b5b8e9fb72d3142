/** One of each: a component, a remote component, an explicit provider, secrets, unknowns, ignored changes and outputs. */
import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";

class Worker extends pulumi.ComponentResource {
  readonly queue: aws.sqs.Queue;
  constructor(name: string, args: { configPath: string; vpc: pulumi.Input<string> }, options?: pulumi.ComponentResourceOptions) {
    super("mixed:index:Worker", name, args, options);
    this.queue = new aws.sqs.Queue(`${name}-jobs`, { visibilityTimeoutSeconds: 180 }, { parent: this });
    this.registerOutputs({ url: this.queue.url });
  }
}

const ireland = new aws.Provider("ireland", { region: "eu-west-1" });
const vpc = new awsx.ec2.Vpc("net", { numberOfAvailabilityZones: 2 });
const worker = new Worker("worker", { configPath: "mixed:worker", vpc: vpc.vpcId }, { providers: [ireland] });
const cluster = new aws.ecs.Cluster("cluster", { settings: [{ name: "containerInsights", value: "enabled" }] });
const password = pulumi.secret("correct horse battery staple");
const task = new aws.ecs.TaskDefinition("task", {
  family: "worker",
  containerDefinitions: pulumi.jsonStringify([
    {
      name: "worker",
      environment: [
        { name: "PASSWORD", value: password },
        { name: "QUEUE", value: worker.queue.url },
      ],
    },
  ]),
});
const service = new aws.ecs.Service(
  "service",
  { cluster: cluster.arn, taskDefinition: task.arn, desiredCount: 2, tags: { token: password, zone: "a" } },
  { ignoreChanges: ["desiredCount", "tags.zone"], dependsOn: [vpc, worker], protect: false },
);
const target = new aws.appautoscaling.Target("target", {
  minCapacity: 1,
  maxCapacity: 10,
  resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,
  scalableDimension: "ecs:service:DesiredCount",
  serviceNamespace: "ecs",
});
new aws.appautoscaling.Policy("cpu", {
  policyType: "TargetTrackingScaling",
  resourceId: target.resourceId,
  scalableDimension: target.scalableDimension,
  serviceNamespace: target.serviceNamespace,
  targetTrackingScalingPolicyConfiguration: {
    targetValue: 70,
    scaleInCooldown: 120,
    predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
  },
});
new aws.lambda.Function("fn", {
  role: pulumi.interpolate`arn:aws:iam::${aws.getCallerIdentityOutput().accountId}:role/fn`,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 1;") }),
});

export const queue = worker.queue.url;
export const secret = password;
