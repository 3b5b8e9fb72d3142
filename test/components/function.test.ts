import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { LambdaFunction } from "../../components/function";
import { Network } from "../../components/network";
import { Notifications } from "../../components/notifications";
import { scopeOf } from "../../components/scope";
import { validate } from "../../config";
import { everyKey, leastKeys } from "../config/example";
import { one, registered, registeredBy } from "./registered";
import type { Registered } from "./registered";

/** The least that must be written of a function. */
const least = { code: "./functions/checkout", runtime: "nodejs24.x", handler: "index.handler", timeout: "10 seconds" };

type Inputs = Readonly<Record<string, unknown>>;

const FUNCTION = "aws:lambda/function:Function";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const QUEUE = "aws:sqs/queue:Queue";
const TARGET = "aws:appautoscaling/target:Target";
const PROVISIONED = "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";

const statementsOf = (resources: readonly Registered[], name: string): readonly Inputs[] =>
  (JSON.parse(String(one(resources, "aws:iam/rolePolicy:RolePolicy", name).inputs.policy)) as { Statement: readonly Inputs[] }).Statement;

const grantsOf = (resources: readonly Registered[], name: string): readonly unknown[] =>
  statementsOf(resources, name).map(({ Effect, Action, Resource }) => [Effect, Action, Resource]);

describe("components/function", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  const provisioned = (value: unknown): Promise<readonly Registered[]> =>
    registered({ ...leastKeys(), "headroom:functions": { checkout: { ...least, provisioned: value } } });

  it("makes a function that publishes, traces, and writes its own log", async () => {
    const { code, environment, ...inputs } = one(all, FUNCTION, "checkout").inputs;
    assert.deepEqual(inputs, {
      name: "headroom-prod-checkout",
      runtime: "nodejs24.x",
      handler: "index.handler",
      architectures: ["arm64"],
      memorySize: 1024,
      timeout: 10,
      role: "arn:checkout-role",
      publish: true,
      reservedConcurrentExecutions: 50,
      tracingConfig: { mode: "Active" },
      loggingConfig: { logFormat: "JSON", logGroup: "/headroom/prod/functions/checkout" },
      tags: { "headroom:project": "headroom", "headroom:stack": "prod", "headroom:component": "checkout" },
    });
    assert.equal(await folderOf(code), "./functions/checkout");
    assert.deepEqual(environment, {
      variables: {
        LOG_LEVEL: "info",
        QUEUE_URL_JOBS: "https://jobs",
        TOKEN_SECRET_ARN: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:pay-AbCdEf",
        TOKEN_SECRET_KEY: "token",
        LIMITS_SECRET_ARN: "arn:aws:ssm:eu-central-1:123456789012:parameter/shop/limits",
      },
    });
    assert.equal(one(all, "aws:cloudwatch/logGroup:LogGroup", "checkout-logs").inputs.retentionInDays, 90);
  });

  it("moves the alias to the published version", () => {
    assert.deepEqual(one(all, "aws:lambda/alias:Alias", "checkout-live").inputs, {
      name: "live",
      functionName: "headroom-prod-checkout",
      functionVersion: "7",
    });
  });

  it("may do what its connections need, and no more", () => {
    assert.deepEqual(grantsOf(all, "checkout-work"), [
      ["Allow", ["logs:CreateLogStream", "logs:PutLogEvents"], "arn:checkout-logs:*"],
      ["Allow", ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "*"],
      ["Allow", ["sqs:SendMessage"], "arn:checkout-failed"],
      ["Allow", ["secretsmanager:GetSecretValue"], ["arn:aws:secretsmanager:eu-central-1:123456789012:secret:pay-AbCdEf"]],
      ["Allow", ["ssm:GetParameter"], ["arn:aws:ssm:eu-central-1:123456789012:parameter/shop/limits"]],
      ["Allow", ["sqs:SendMessage", "sqs:GetQueueAttributes"], ["arn:jobs"]],
    ]);
    assert.deepEqual(grantsOf(all, "resize-work").slice(2), [
      ["Allow", ["sqs:SendMessage"], "arn:jobs"],
      ["Allow", ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], "arn:uploads"],
    ]);
  });

  it("keeps environments ready on the alias, by a fraction of those that are busy and by the clock", () => {
    assert.deepEqual(one(all, PROVISIONED, "checkout-provisioned").inputs, {
      functionName: "headroom-prod-checkout",
      qualifier: "live",
      provisionedConcurrentExecutions: 2,
    });
    const { resourceId, scalableDimension, serviceNamespace, minCapacity, maxCapacity } = one(all, TARGET, "checkout").inputs;
    assert.deepEqual(
      [resourceId, scalableDimension, serviceNamespace, minCapacity, maxCapacity],
      ["function:headroom-prod-checkout:live", "lambda:function:ProvisionedConcurrency", "lambda", 2, 20],
    );
    const policy = one(all, "aws:appautoscaling/policy:Policy", "checkout-utilization").inputs;
    assert.deepEqual(policy.targetTrackingScalingPolicyConfiguration, {
      targetValue: 0.7,
      predefinedMetricSpecification: { predefinedMetricType: "LambdaProvisionedConcurrencyUtilization" },
      scaleInCooldown: 300,
      scaleOutCooldown: 60,
    });
    const action = one(all, "aws:appautoscaling/scheduledAction:ScheduledAction", "checkout-schedule-0").inputs;
    assert.deepEqual(
      [action.schedule, action.timezone, action.scalableTargetAction],
      ["cron(0 8 ? * MON-FRI *)", "Europe/Berlin", { minCapacity: 10 }],
    );
  });

  it("writes cooldowns where the stack's file has none, because they would be 0 s", async () => {
    const policy = one(await provisioned({ min: 1, max: 2 }), "aws:appautoscaling/policy:Policy", "checkout-utilization").inputs;
    const { scaleInCooldown, scaleOutCooldown } = policy.targetTrackingScalingPolicyConfiguration as Inputs;
    assert.deepEqual([scaleInCooldown, scaleOutCooldown], [300, 60]);
  });

  it("deploys no allocation that scaling to 0 would take away", async () => {
    const utc = { timezone: "UTC" };
    const toNone = [
      { min: 0, max: 5, schedule: [{ at: "08:00", ...utc, min: 1 }] },
      { min: 1, max: 5, schedule: [{ at: "20:00", ...utc, min: 0, max: 0 }] },
      { min: 1, max: 5, schedule: [{ at: "20:00", ...utc, min: 0 }] },
      { min: 1, max: 5, schedule: [{ at: "20:00", ...utc, max: 0 }] },
    ];
    for (const value of toNone) {
      const resources = await provisioned(value);
      assert.ok(!resources.some(({ type }) => type === PROVISIONED), JSON.stringify(value));
      const { resourceId, minCapacity } = one(resources, TARGET, "checkout").inputs;
      assert.deepEqual([resourceId, minCapacity], ["function:headroom-dev-checkout:live", value.min]);
    }
  });

  it("scales nothing where nothing may be kept ready", async () => {
    for (const value of [undefined, { min: 0, max: 0 }]) {
      const resources = await provisioned(value);
      assert.ok(!resources.some(({ type, name }) => [PROVISIONED, TARGET].includes(type) && name.startsWith("checkout")));
    }
  });

  it("sends what failed for good to a queue of its own, or to one of the stack", () => {
    const asynchronous = (name: string): Inputs =>
      one(all, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", `${name}-async`).inputs;
    assert.deepEqual(asynchronous("checkout"), {
      functionName: "headroom-prod-checkout",
      qualifier: "live",
      maximumRetryAttempts: 1,
      maximumEventAgeInSeconds: 3600,
      destinationConfig: { onFailure: { destination: "arn:checkout-failed" } },
    });
    assert.deepEqual(asynchronous("resize").destinationConfig, { onFailure: { destination: "arn:jobs" } });
    const { name, sqsManagedSseEnabled, messageRetentionSeconds } = one(all, QUEUE, "checkout-failed").inputs;
    assert.deepEqual([name, sqsManagedSseEnabled, messageRetentionSeconds], ["headroom-prod-checkout-failed", true, 1_209_600]);
    assert.ok(!all.some(({ name: queue }) => queue === "resize-failed"));
  });

  it("takes messages within its limits, and gets only those again that failed", () => {
    assert.deepEqual(one(all, "aws:lambda/eventSourceMapping:EventSourceMapping", "resize-messages").inputs, {
      eventSourceArn: "arn:uploads",
      functionName: "arn:resize-live",
      batchSize: 100,
      maximumBatchingWindowInSeconds: 5,
      scalingConfig: { maximumConcurrency: 10 },
      functionResponseTypes: ["ReportBatchItemFailures"],
      tags: { "headroom:project": "headroom", "headroom:stack": "prod", "headroom:component": "resize" },
    });
  });

  it("hides a message from others for six timeouts and the window", () => {
    // 6 * 30 s + 5 s; the longest run of 30 s alone would give 36 s.
    assert.equal(one(all, QUEUE, "uploads").inputs.visibilityTimeoutSeconds, 185);
  });

  it("says when calls are refused, fail, take nearly too long, or are lost", () => {
    const alarm = (id: string): Inputs => one(all, ALARM, `checkout-${id}`).inputs;
    assert.deepEqual(
      ["throttles", "errors", "duration", "undelivered", "failed-depth"].map((id) => [alarm(id).threshold, alarm(id).alarmDescription]),
      [
        [0, "Calls of checkout were refused in 3 of 5 minutes: it is at its reserved concurrency, or the account at its own."],
        [5, "More than 5 % of the calls of checkout failed in 3 of 5 minutes."],
        // 80 % of 10 s, in milliseconds
        [8000, "The slowest 5 % of the calls of checkout needed more than 80 % of its timeout in 3 of 5 minutes."],
        [0, "A failed asynchronous call of checkout did not reach its queue and is lost."],
        [0, "Asynchronous calls of checkout failed for good and wait in checkout-failed."],
      ],
    );
    assert.deepEqual(
      ["throttles", "duration", "undelivered"].map((id) => [alarm(id).metricName, alarm(id).statistic ?? alarm(id).extendedStatistic]),
      [
        ["Throttles", "Sum"],
        ["Duration", "p95"],
        ["DestinationDeliveryFailures", "Sum"],
      ],
    );
    assert.deepEqual(alarm("throttles").dimensions, { FunctionName: "headroom-prod-checkout" });
    const queries = alarm("errors").metricQueries as readonly Inputs[];
    assert.equal(queries.at(-1)?.expression, "IF(calls > 0, 100 * errors / calls, 0)");
  });

  it("stays outside the VPC where it connects to nothing in it", () => {
    assert.equal(one(all, FUNCTION, "checkout").inputs.vpcConfig, undefined);
    assert.ok(!all.some(({ name, type }) => name === "checkout" && type === "aws:ec2/securityGroup:SecurityGroup"));
  });

  describe("that connects to a database", () => {
    let connected: readonly Registered[];

    before(async () => {
      connected = await registeredBy((options) => connectedFunction(options), "prod");
    });

    it("runs in the functions' subnets, with a group of its own", () => {
      assert.deepEqual(one(connected, FUNCTION, "report").inputs.vpcConfig, {
        subnetIds: ["isolated-1", "isolated-2"],
        securityGroupIds: ["report-id"],
      });
      const rule = one(connected, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "report-to-main").inputs;
      assert.deepEqual([rule.fromPort, rule.referencedSecurityGroupId], [5432, "sg-main"]);
    });

    it("is told where the database and its secret are, and may read the secret", () => {
      assert.deepEqual(one(connected, FUNCTION, "report").inputs.environment, {
        variables: {
          MAIN_HOST: "main.example",
          MAIN_PASSWORD_SECRET_ARN: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:main",
          MAIN_PASSWORD_SECRET_KEY: "password",
        },
      });
      assert.deepEqual(grantsOf(connected, "report-work").slice(3, 4), [
        ["Allow", ["secretsmanager:GetSecretValue"], ["arn:aws:secretsmanager:eu-central-1:123456789012:secret:main"]],
      ]);
    });

    it("lets Lambda make network interfaces, and its own code not", () => {
      const [make, see, deny] = statementsOf(connected, "report-work").slice(4);
      assert.deepEqual(
        [make?.Effect, make?.Resource, see?.Effect, see?.Action, see?.Resource],
        ["Allow", "arn:aws:ec2:eu-central-1:123456789012:*/*", "Allow", ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"], "*"],
      );
      assert.deepEqual(deny?.Effect, "Deny");
      assert.deepEqual(deny?.Condition, {
        ArnEquals: { "lambda:SourceFunctionArn": "arn:aws:lambda:eu-central-1:123456789012:function:headroom-prod-report" },
      });
      const allowed = [make, see].flatMap((statement) => statement?.Action as readonly string[]);
      assert.deepEqual(
        allowed.filter((action) => !(deny?.Action as readonly string[]).includes(action)),
        [],
      );
    });
  });
});

/** The folder of an archive, as the program gave it. */
const folderOf = (code: unknown): Promise<unknown> => (code as { path: Promise<unknown> }).path;

/** A function and the database that it connects to, which is one in name only. */
function connectedFunction(options: pulumi.ComponentResourceOptions): LambdaFunction {
  const raw = { ...leastKeys(), "headroom:functions": { checkout: least } };
  const result = validate(raw, "Pulumi.prod.yaml");
  if (!result.ok || result.config.functions.checkout === undefined) throw new Error("not the configuration that was meant");
  const scope = scopeOf(result.config, { project: "headroom", stack: "prod" }, {});
  const main = {
    name: "main",
    securityGroupId: "sg-main",
    ports: [5432],
    variables: { MAIN_HOST: "main.example" },
    secrets: { MAIN_PASSWORD: { arn: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:main", key: "password" } },
    grants: [],
  };
  return new LambdaFunction(
    "report",
    {
      fn: result.config.functions.checkout,
      network: new Network("network", { network: result.config.network, scope }, options),
      consumes: undefined,
      produces: {},
      onFailure: undefined,
      endpoints: [main],
      notifications: new Notifications("notifications", { budget: result.config.budget, scope }, options),
      scope,
    },
    options,
  );
}
