import assert from "node:assert/strict";
import { edited, everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

type Inputs = Readonly<Record<string, unknown>>;

const json = (value: unknown): unknown => JSON.parse(String(value));
const statementsOf = (policy: unknown): readonly Inputs[] => (json(policy) as { Statement: readonly Inputs[] }).Statement;

describe("components", () => {
  let all: readonly Registered[];
  let least: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
    least = await registered(leastKeys());
  });

  it("say which tier and which part of the stack's file made them", () => {
    assert.deepEqual(one(all, "headroom:components:Platform", "headroom").inputs, { tier: "prod" });
    assert.deepEqual(one(all, "headroom:components:EcsService", "worker").inputs, { configPath: "headroom:services.worker" });
    assert.deepEqual(one(all, "headroom:components:Queue", "jobs").inputs, { configPath: "headroom:queues.jobs" });
    const parts = all.filter(({ type }) => type.startsWith("headroom:components:") && type !== "headroom:components:Platform");
    for (const { name, inputs } of parts) assert.match(String(inputs.configPath), /^headroom:/, name);
  });

  it("make only what is asked for", () => {
    const types = least.map(({ type }) => type);
    for (const absent of [
      "aws:apigatewayv2/api:Api",
      "aws:ec2/flowLog:FlowLog",
      "aws:lambda/function:Function",
      "aws:lb/loadBalancer:LoadBalancer",
      "aws:sqs/queue:Queue",
    ]) {
      assert.ok(!types.includes(absent), absent);
    }
  });

  it("tag whatever can be tagged with project, stack and component", () => {
    const untagged = all.filter(({ type, inputs }) => /^aws(x|-native)?:/.test(type) && inputs.tags === undefined).map(({ type }) => type);
    assert.deepEqual([...new Set(untagged)].sort(), [
      "aws:apigatewayv2/apiMapping:ApiMapping",
      "aws:apigatewayv2/integration:Integration",
      "aws:apigatewayv2/route:Route",
      "aws:appautoscaling/policy:Policy",
      "aws:appautoscaling/scheduledAction:ScheduledAction",
      "aws:cloudfront/cachePolicy:CachePolicy",
      "aws:cloudfront/monitoringSubscription:MonitoringSubscription",
      "aws:cloudfront/originAccessControl:OriginAccessControl",
      "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
      "aws:cloudwatch/dashboard:Dashboard",
      "aws:ecr/lifecyclePolicy:LifecyclePolicy",
      "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
      "aws:iam/rolePolicy:RolePolicy",
      "aws:kms/alias:Alias",
      "aws:lambda/alias:Alias",
      "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
      "aws:lambda/permission:Permission",
      "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
      "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
      "aws:rds/proxyTarget:ProxyTarget",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
      "aws:s3/bucketPolicy:BucketPolicy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "aws:s3/bucketVersioning:BucketVersioning",
      "aws:secretsmanager/secretRotation:SecretRotation",
      "aws:secretsmanager/secretVersion:SecretVersion",
      "aws:sns/topicPolicy:TopicPolicy",
      "aws:sns/topicSubscription:TopicSubscription",
      "aws:sqs/queuePolicy:QueuePolicy",
      "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
      "aws:wafv2/webAclAssociation:WebAclAssociation",
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    ]);
    assert.deepEqual(one(all, "aws:sqs/queue:Queue", "jobs").inputs.tags, {
      "headroom:project": "headroom",
      "headroom:stack": "prod",
      "headroom:component": "jobs",
    });
  });

  it("scale between the limits, by names that are known before anything exists", () => {
    const { inputs } = one(all, "aws:appautoscaling/target:Target", "api");
    assert.deepEqual(
      [inputs.resourceId, inputs.minCapacity, inputs.maxCapacity, inputs.scalableDimension],
      ["service/headroom-prod/api", 2, 10, "ecs:service:DesiredCount"],
    );
  });

  it("leave counts to the autoscaler, a password to who made it up, and nothing else to chance", () => {
    const ignoring = all.filter(({ ignoreChanges }) => ignoreChanges.length > 0);
    assert.deepEqual(ignoring.map(({ type, name, ignoreChanges }) => `${type} ${name} ${ignoreChanges.join()}`).sort(), [
      "aws-native:ecs:Service stream desiredCount",
      "aws:ecs/service:Service api desiredCount",
      "aws:ecs/service:Service worker desiredCount",
      "aws:elasticache/replicationGroup:ReplicationGroup sessions numNodeGroups,replicasPerNodeGroup",
      "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig checkout-provisioned provisionedConcurrentExecutions",
      "aws:mq/broker:Broker events users",
      "aws:rds/instance:Instance store allocatedStorage",
      "aws:secretsmanager/secretVersion:SecretVersion bus-password-value secretString",
      "aws:secretsmanager/secretVersion:SecretVersion events-password-value secretString",
      "aws:secretsmanager/secretVersion:SecretVersion pages-password-value secretString",
      "aws:secretsmanager/secretVersion:SecretVersion sessions-password-value secretString",
      "aws:secretsmanager/secretVersion:SecretVersion store-password-value secretString",
    ]);
  });

  it("track requests by the label of load balancer and target group", () => {
    const { inputs } = one(all, "aws:appautoscaling/policy:Policy", "api-requests");
    assert.deepEqual(inputs.targetTrackingScalingPolicyConfiguration, {
      targetValue: 1000,
      predefinedMetricSpecification: {
        predefinedMetricType: "ALBRequestCountPerTarget",
        resourceLabel: "app/public-1/abc/targetgroup/api-tg-1/def",
      },
      scaleInCooldown: 300,
      scaleOutCooldown: 60,
    });
  });

  it("track the backlog per task, without dividing by zero", () => {
    const { inputs } = one(all, "aws:appautoscaling/policy:Policy", "worker-backlog");
    const dimension = (name: string, value: string) => ({ name, value });
    assert.deepEqual(inputs.targetTrackingScalingPolicyConfiguration, {
      targetValue: 100,
      customizedMetricSpecification: {
        metrics: [
          {
            id: "visible",
            returnData: false,
            metricStat: {
              stat: "Average",
              metric: {
                namespace: "AWS/SQS",
                metricName: "ApproximateNumberOfMessagesVisible",
                dimensions: [dimension("QueueName", "headroom-prod-jobs")],
              },
            },
          },
          {
            id: "running",
            returnData: false,
            metricStat: {
              stat: "Average",
              metric: {
                namespace: "ECS/ContainerInsights",
                metricName: "RunningTaskCount",
                dimensions: [dimension("ClusterName", "headroom-prod"), dimension("ServiceName", "worker")],
              },
            },
          },
          { id: "waiting", label: "Messages waiting", expression: "FILL(FILL(visible, REPEAT), 0)", returnData: false },
          { id: "tasks", label: "Running tasks", expression: "FILL(FILL(running, REPEAT), 0)", returnData: false },
          { id: "backlog", label: "Backlog per task", expression: "waiting / IF(tasks > 0, tasks, 1)", returnData: true },
        ],
      },
      scaleInCooldown: 300,
      scaleOutCooldown: 60,
    });
  });

  it("hide a message for longer than it is worked on, and keep what failed", () => {
    const { inputs } = one(all, "aws:sqs/queue:Queue", "jobs");
    assert.deepEqual([inputs.name, inputs.visibilityTimeoutSeconds, inputs.sqsManagedSseEnabled], ["headroom-prod-jobs", 432, true]);
    assert.deepEqual(json(inputs.redrivePolicy), { deadLetterTargetArn: "arn:jobs-dead-letter", maxReceiveCount: 3 });
    const allow = one(all, "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", "jobs-redrive").inputs;
    assert.deepEqual(json(allow.redriveAllowPolicy), { redrivePermission: "byQueue", sourceQueueArns: ["arn:jobs"] });
  });

  it("give roles what the service needs, and no more", () => {
    const grants = (name: string) =>
      statementsOf(one(all, "aws:iam/rolePolicy:RolePolicy", name).inputs.policy).map(({ Action, Resource }) => [Action, Resource]);
    assert.deepEqual(grants("worker-task"), [
      [["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"], "arn:jobs"],
      [["ecs:GetTaskProtection", "ecs:UpdateTaskProtection"], "arn:aws:ecs:eu-central-1:123456789012:task/headroom-prod/*"],
    ]);
    assert.deepEqual(grants("api-execution"), [
      [["logs:CreateLogStream", "logs:PutLogEvents"], "arn:api-logs:*"],
      [["ecr:GetAuthorizationToken"], "*"],
      [["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], "arn:aws:ecr:eu-central-1:123456789012:repository/shop/api"],
      [["secretsmanager:GetSecretValue"], ["arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf"]],
      [["ssm:GetParameters"], ["arn:aws:ssm:eu-central-1:123456789012:parameter/shop/token"]],
      [
        ["secretsmanager:GetSecretValue"],
        ["arn:bus-password", "arn:events-password", "arn:secret:main", "arn:pages-password", "arn:sessions-password", "arn:store-password"],
      ],
    ]);
    assert.deepEqual(grants("worker-execution"), [[["logs:CreateLogStream", "logs:PutLogEvents"], "arn:worker-logs:*"]]);
  });

  it("tell a task where its queue is", () => {
    const [container] = json(one(all, "aws:ecs/taskDefinition:TaskDefinition", "worker-task").inputs.containerDefinitions) as Inputs[];
    assert.deepEqual(container?.environment, [{ name: "QUEUE_URL_JOBS", value: "https://jobs" }]);
    assert.equal(container?.stopTimeout, 120);
  });

  it("open ports between load balancer and service by rules of their own", () => {
    const groups = all.filter(({ type }) => type === "aws:ec2/securityGroup:SecurityGroup");
    for (const { inputs } of groups) assert.deepEqual([inputs.ingress, inputs.egress], [undefined, undefined]);
    const rule = one(all, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "api-from-load-balancer").inputs;
    assert.deepEqual(
      [rule.securityGroupId, rule.referencedSecurityGroupId, rule.fromPort, rule.toPort],
      ["api-id", "public-id", 8080, 8080],
    );
  });

  it("speak HTTPS where there is a certificate, and send HTTP there", () => {
    const listeners = all.filter(({ type }) => type === "aws:lb/listener:Listener");
    assert.deepEqual(
      listeners.map(({ name, inputs }) => [name, inputs.port, (inputs.defaultActions as readonly Inputs[])[0]?.type]).sort(),
      [
        ["public-http", 80, "redirect"],
        ["public-https", 443, "fixed-response"],
      ],
    );
  });

  it("notify of every alarm, or of one that is composed of it, and let the others call a scaling policy", () => {
    const composed = all.filter(({ type }) => type === "aws:cloudwatch/compositeAlarm:CompositeAlarm");
    const policies = all.filter(({ type }) => type === "aws:appautoscaling/policy:Policy").map(({ name }) => `arn:${name}`);
    const alarms = all
      .filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm")
      .filter(({ inputs }) => !policies.some((policy) => JSON.stringify(inputs.alarmActions) === JSON.stringify([policy])));
    const silent = alarms.filter(({ inputs }) => inputs.alarmActions === undefined).map(({ name }) => name);
    for (const name of silent)
      assert.ok(
        composed.some(({ inputs }) => String(inputs.alarmRule).includes(`ALARM("${name}")`)),
        name,
      );
    const telling = [...composed, ...alarms.filter(({ name }) => !silent.includes(name))];
    for (const { name, inputs } of telling) {
      // CloudFront's alarms are in us-east-1, and so is the topic that they notify.
      const topic = inputs.region === undefined ? "arn:notifications" : "arn:cdn-notifications";
      assert.deepEqual(inputs.alarmActions, [topic], name);
    }
    assert.ok(telling.length > 20);
  });

  it("protect what the tier asks for", () => {
    assert.equal(one(all, "aws:lb/loadBalancer:LoadBalancer", "public").inputs.enableDeletionProtection, true);
    assert.equal(one(all, "aws:kms/key:Key", "notifications-key").inputs.deletionWindowInDays, 30);
    assert.equal(one(all, "aws:ec2/flowLog:FlowLog", "network-flow").inputs.trafficType, "REJECT");
    assert.equal(one(least, "aws:kms/key:Key", "notifications-key").inputs.deletionWindowInDays, 7);
  });

  it("run tasks with a public address only where there is no NAT gateway", () => {
    const networkOf = (resources: readonly Registered[]) => one(resources, "aws:ecs/service:Service", "api").inputs.networkConfiguration;
    assert.deepEqual(networkOf(all), { subnets: ["private-1"], securityGroups: ["api-id"], assignPublicIp: false });
    assert.deepEqual(networkOf(least), { subnets: ["public-1"], securityGroups: ["api-id"], assignPublicIp: true });
  });

  it("change a limit of one service in one scalable target, one alarm, and where a dashboard draws it", async () => {
    const more = await registered(edited(everyKey(), ["headroom:services", "api", "scale", "max"], 12), "prod");
    const differing = more.filter(({ type, name, inputs }) => JSON.stringify(inputs) !== JSON.stringify(one(all, type, name).inputs));
    assert.deepEqual(differing.map(({ type, name }) => `${type} ${name}`).sort(), [
      "aws:appautoscaling/target:Target api",
      "aws:cloudwatch/dashboard:Dashboard dashboards-services",
      "aws:cloudwatch/metricAlarm:MetricAlarm api-at-max",
    ]);
  });
});
