import assert from "node:assert/strict";
import { edited, everyKey } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

type Inputs = Readonly<Record<string, unknown>>;

const SERVICE = "aws:ecs/service:Service";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";

const container = (all: readonly Registered[], gateway: string): Inputs => {
  const [only] = JSON.parse(String(one(all, TASK, `${gateway}-task`).inputs.containerDefinitions)) as readonly Inputs[];
  return only ?? {};
};

describe("components/gateway", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  it("runs as many tasks as its shards need, whatever the load", async () => {
    // 75 / 25 = 3 tasks
    assert.equal(one(all, SERVICE, "discord").inputs.desiredCount, 3);
    const more = await registered(edited(everyKey(), ["headroom:gateways", "discord", "shards"], 76), "prod");
    assert.equal(one(more, SERVICE, "discord").inputs.desiredCount, 4);
    const scaling = all.filter(
      ({ type, inputs }) => type.startsWith("aws:appautoscaling") && String(inputs.resourceId).endsWith("/discord"),
    );
    assert.deepEqual(scaling, []);
    assert.deepEqual(one(all, SERVICE, "discord").ignoreChanges, []);
  });

  it("keeps tasks ready to take over where more are asked for than the shards need", () => {
    assert.equal(one(all, SERVICE, "pushed").inputs.desiredCount, 2);
  });

  it("never has a new task beside an old one with the same shards", () => {
    const { inputs } = one(all, SERVICE, "discord");
    assert.deepEqual(
      [inputs.deploymentMinimumHealthyPercent, inputs.deploymentMaximumPercent, inputs.availabilityZoneRebalancing],
      [0, 100, "DISABLED"],
    );
    assert.deepEqual([inputs.deploymentCircuitBreaker, inputs.alarms], [{ enable: true, rollback: true }, undefined]);
    assert.deepEqual(inputs.capacityProviderStrategies, [{ capacityProvider: "FARGATE", base: 1, weight: 100 }]);
  });

  it("tells each task how many shards there are, and how many are its own", () => {
    const { environment } = container(all, "discord") as { environment: readonly { name: string; value: string }[] };
    const values = new Map(environment.map(({ name, value }) => [name, value]));
    assert.deepEqual(
      ["SHARD_TOTAL", "SHARDS_PER_TASK", "RUST_LOG", "REGION", "QUEUE_URL_JOBS", "BUS_PORT"].map((name) => values.get(name)),
      ["75", "25", "info,gateway=debug", "eu", "https://jobs", "4222"],
    );
  });

  it("runs one container, with its limit of open files and its own health", () => {
    const { image, ulimits, healthCheck, portMappings, logConfiguration } = container(all, "discord");
    assert.deepEqual(
      [image, ulimits, portMappings],
      [
        "123456789012.dkr.ecr.eu-central-1.amazonaws.com/headroom-prod/discord:1.4.2",
        [{ name: "nofile", softLimit: 1048576, hardLimit: 1048576 }],
        [],
      ],
    );
    assert.deepEqual(healthCheck, { command: ["CMD-SHELL", "gateway --check"], interval: 30, timeout: 5, retries: 3, startPeriod: 120 });
    assert.deepEqual((logConfiguration as { logDriver: string }).logDriver, "awslogs");
    const { inputs } = one(all, TASK, "discord-task");
    assert.deepEqual([inputs.cpu, inputs.memory, inputs.family], ["512", "1024", "headroom-prod-discord"]);
  });

  it("has a repository whose tags never change their image, and which keeps the newest", () => {
    const { inputs } = one(all, "aws:ecr/repository:Repository", "discord");
    assert.deepEqual(
      [inputs.name, inputs.imageTagMutability, inputs.imageScanningConfiguration, inputs.encryptionConfigurations, inputs.forceDelete],
      ["headroom-prod/discord", "IMMUTABLE", { scanOnPush: true }, [{ encryptionType: "KMS" }], false],
    );
    const { policy } = one(all, "aws:ecr/lifecyclePolicy:LifecyclePolicy", "discord-lifecycle").inputs;
    const { rules } = JSON.parse(String(policy)) as { rules: readonly { rulePriority: number; selection: unknown; action: unknown }[] };
    assert.deepEqual(
      rules.map(({ rulePriority, selection, action }) => [rulePriority, selection, action]),
      [
        [1, { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 7 }, { type: "expire" }],
        [2, { tagStatus: "tagged", tagPatternList: ["*"], countType: "imageCountMoreThan", countNumber: 10 }, { type: "expire" }],
      ],
    );
  });

  it("has no repository where its image comes from elsewhere", () => {
    assert.deepEqual(
      all.filter(({ type }) => type === "aws:ecr/repository:Repository").map(({ name }) => name),
      ["discord"],
    );
    assert.equal(container(all, "pushed").image, "ghcr.io/example/gateway:2.0.0");
  });

  it("may pull from its own repository alone", () => {
    const granted = (name: string): unknown => {
      const { policy } = one(all, "aws:iam/rolePolicy:RolePolicy", name).inputs;
      const { Statement } = JSON.parse(String(policy)) as { Statement: readonly { Action: unknown; Resource: unknown }[] };
      return Statement.map(({ Action, Resource }) => [Action, Resource]);
    };
    assert.deepEqual(granted("discord-task"), [[["sqs:SendMessage", "sqs:GetQueueAttributes"], ["arn:jobs"]]]);
    assert.deepEqual((granted("discord-execution") as readonly unknown[]).slice(0, 3), [
      [["logs:CreateLogStream", "logs:PutLogEvents"], "arn:discord-logs:*"],
      [["ecr:GetAuthorizationToken"], "*"],
      [["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], "arn:discord"],
    ]);
  });

  it("says when tasks have been missing for longer than a deployment takes them away", () => {
    const { inputs } = one(all, "aws:cloudwatch/metricAlarm:MetricAlarm", "discord-missing-tasks");
    assert.deepEqual([inputs.evaluationPeriods, inputs.threshold, inputs.alarmActions], [15, 0, ["arn:notifications"]]);
    const queries = inputs.metricQueries as readonly { expression?: string }[];
    assert.equal(queries.at(-1)?.expression, "CEIL(wanted * 100 / 100) - running");
  });
});
