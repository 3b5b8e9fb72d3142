import assert from "node:assert/strict";
import { edited, everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

type Inputs = Readonly<Record<string, unknown>>;

const SERVICE = "aws:ecs/service:Service";
const NATIVE = "aws-native:ecs:Service";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

const api = (...way: string[]): readonly string[] => ["headroom:services", "api", ...way];

const container = (all: readonly Registered[], service: string): Inputs => {
  const { inputs } = one(all, "aws:ecs/taskDefinition:TaskDefinition", `${service}-task`);
  const [only] = JSON.parse(String(inputs.containerDefinitions)) as readonly Inputs[];
  return only ?? {};
};

describe("components/ecs-service", () => {
  let all: readonly Registered[];
  let least: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
    least = await registered(leastKeys());
  });

  it("raises the limit of open files where asked, and leaves it to Fargate otherwise", () => {
    assert.deepEqual(container(all, "stream").ulimits, [{ name: "nofile", softLimit: 65536, hardLimit: 65536 }]);
    assert.equal(container(all, "api").ulimits, undefined);
  });

  it("checks a container's health, and not before it has had time to start", () => {
    assert.deepEqual(container(all, "api").healthCheck, {
      command: ["CMD-SHELL", "curl -f http://localhost:8080/health"],
      interval: 30,
      timeout: 5,
      retries: 3,
      startPeriod: 90,
    });
    assert.equal(container(all, "worker").healthCheck, undefined);
  });

  it("gives a task behind the load balancer time to start before its health counts", () => {
    assert.equal(one(all, SERVICE, "api").inputs.healthCheckGracePeriodSeconds, 90);
    assert.equal(one(least, SERVICE, "api").inputs.healthCheckGracePeriodSeconds, undefined);
  });

  it("runs the first tasks on Fargate and shares out the rest by weight", () => {
    const strategy = (type: string, name: string): unknown => {
      const { inputs } = one(all, type, name);
      return inputs.capacityProviderStrategies ?? inputs.capacityProviderStrategy;
    };
    assert.deepEqual(strategy(SERVICE, "worker"), [
      { capacityProvider: "FARGATE", base: 1, weight: 50 },
      { capacityProvider: "FARGATE_SPOT", weight: 50 },
    ]);
    assert.deepEqual(strategy(SERVICE, "api"), [{ capacityProvider: "FARGATE", base: 1, weight: 100 }]);
    assert.deepEqual(strategy(NATIVE, "stream"), [
      { capacityProvider: "FARGATE", base: 2, weight: 30 },
      { capacityProvider: "FARGATE_SPOT", weight: 70 },
    ]);
  });

  it("names no capacity that nothing runs on: ECS wants a weight or a base", async () => {
    const spot = edited(edited(leastKeys(), api("spot"), "100%"), api("onDemandBase"), 0);
    assert.deepEqual(one(await registered(spot), SERVICE, "api").inputs.capacityProviderStrategies, [
      { capacityProvider: "FARGATE_SPOT", weight: 100 },
    ]);
  });

  it("deploys without losing capacity where nothing is written, and goes back by itself", () => {
    const { inputs } = one(least, SERVICE, "api");
    assert.deepEqual(
      [
        inputs.deploymentMinimumHealthyPercent,
        inputs.deploymentMaximumPercent,
        inputs.deploymentCircuitBreaker,
        inputs.alarms,
        inputs.availabilityZoneRebalancing,
      ],
      [
        100,
        200,
        { enable: true, rollback: true },
        { alarmNames: ["headroom-dev-api-missing-tasks"], enable: true, rollback: true },
        "ENABLED",
      ],
    );
  });

  it("does not move tasks between zones where no task may be started before another one stops", async () => {
    const tight = edited(leastKeys(), api("deployment"), { minimumHealthy: "0%", maximum: "100%" });
    const { inputs } = one(await registered(tight), SERVICE, "api");
    assert.deepEqual([inputs.availabilityZoneRebalancing, inputs.alarms], ["DISABLED", undefined]);
  });

  it("is taken back by alarms that exist, of its own tasks and requests", () => {
    const { alarmNames } = one(all, SERVICE, "api").inputs.alarms as { alarmNames: readonly string[] };
    assert.deepEqual(alarmNames, ["headroom-prod-api-missing-tasks", "headroom-prod-api-failing-requests"]);
    const registeredNames = all.filter(({ type }) => type === ALARM).map(({ inputs }) => inputs.name);
    for (const name of alarmNames) assert.ok(registeredNames.includes(name), name);
  });

  it("misses tasks that a deployment would have left running", () => {
    const { inputs } = one(all, ALARM, "stream-missing-tasks");
    const dimensions = { ClusterName: "headroom-prod", ServiceName: "stream_20s" };
    const count = (id: string, metricName: string) => ({
      id,
      returnData: false,
      metric: { namespace: "ECS/ContainerInsights", metricName, dimensions, stat: "Average", period: 60 },
    });
    assert.deepEqual(inputs.metricQueries, [
      count("wanted", "DesiredTaskCount"),
      count("running", "RunningTaskCount"),
      { id: "missing", label: "Missing tasks", expression: "CEIL(wanted * 50 / 100) - running", returnData: true },
    ]);
    assert.deepEqual(
      [inputs.comparisonOperator, inputs.threshold, inputs.evaluationPeriods, inputs.treatMissingData, inputs.period],
      ["GreaterThanThreshold", 0, 5, "notBreaching", undefined],
    );
  });

  it("counts the failing share of its own requests", () => {
    const { inputs } = one(all, ALARM, "api-failing-requests");
    const dimensions = { LoadBalancer: "app/public-1/abc", TargetGroup: "targetgroup/api-tg-1/def" };
    const count = (id: string, metricName: string) => ({
      id,
      returnData: false,
      metric: { namespace: "AWS/ApplicationELB", metricName, dimensions, stat: "Sum", period: 60 },
    });
    assert.deepEqual(inputs.metricQueries, [
      count("failed", "HTTPCode_Target_5XX_Count"),
      count("requests", "RequestCount"),
      { id: "share", label: "Failing requests, in percent", expression: "100 * FILL(failed, 0) / requests", returnData: true },
    ]);
    assert.deepEqual([inputs.comparisonOperator, inputs.threshold, inputs.evaluationPeriods], ["GreaterThanThreshold", 5, 3]);
  });

  it("has no deployment alarms where they are switched off", async () => {
    const off = await registered(edited(everyKey(), api("deployment"), { alarms: false }), "prod");
    assert.equal(one(off, SERVICE, "api").inputs.alarms, undefined);
    assert.deepEqual(
      off.filter(({ name }) => /^api-(missing-tasks|failing-requests)$/.test(name)),
      [],
    );
  });

  it("moves its limits by the clock of the place that is named", () => {
    const { inputs } = one(all, "aws:appautoscaling/scheduledAction:ScheduledAction", "stream-schedule-0");
    assert.deepEqual(
      [inputs.name, inputs.schedule, inputs.timezone, inputs.scalableTargetAction, inputs.resourceId],
      [
        "stream-schedule-0",
        "cron(0 8 ? * MON-FRI *)",
        "Europe/Berlin",
        { minCapacity: 4, maxCapacity: 20 },
        "service/headroom-prod/stream_20s",
      ],
    );
  });

  it("moves one limit alone where only one is written", async () => {
    const schedule = [{ at: "06:30", timezone: "UTC", min: 3 }];
    const { inputs } = one(
      await registered(edited(leastKeys(), api("scale", "schedule"), schedule)),
      "aws:appautoscaling/scheduledAction:ScheduledAction",
      "api-schedule-0",
    );
    assert.deepEqual([inputs.schedule, inputs.scalableTargetAction], ["cron(30 6 ? * * *)", { minCapacity: 3 }]);
  });

  describe("with CPU and memory every 20 seconds", () => {
    it("publishes what its policies read, as often", () => {
      assert.deepEqual(one(all, NATIVE, "stream").inputs.monitoring, {
        metricConfigurations: [{ metricNames: ["CPUUtilization", "MemoryUtilization"], resolutionSeconds: 20 }],
      });
      const read = (service: string, id: string): unknown => {
        const { inputs } = one(all, "aws:appautoscaling/policy:Policy", `${service}-${id}`);
        return (inputs.targetTrackingScalingPolicyConfiguration as Inputs).predefinedMetricSpecification;
      };
      assert.deepEqual(read("stream", "cpu"), { predefinedMetricType: "ECSServiceAverageCPUUtilizationHighResolution" });
      assert.deepEqual(read("stream", "memory"), { predefinedMetricType: "ECSServiceAverageMemoryUtilizationHighResolution" });
      assert.deepEqual(read("api", "cpu"), { predefinedMetricType: "ECSServiceAverageCPUUtilization" });
    });

    it("is the same service otherwise, and none besides", () => {
      const { inputs, ignoreChanges } = one(all, NATIVE, "stream");
      assert.deepEqual(inputs.deploymentConfiguration, {
        minimumHealthyPercent: 50,
        maximumPercent: 150,
        deploymentCircuitBreaker: { enable: true, rollback: true },
        alarms: { alarmNames: ["headroom-prod-stream-missing-tasks"], enable: true, rollback: true },
      });
      assert.deepEqual(inputs.networkConfiguration, {
        awsvpcConfiguration: { subnets: ["private-1"], securityGroups: ["stream-id"], assignPublicIp: "DISABLED" },
      });
      assert.deepEqual(
        [inputs.serviceName, inputs.cluster, inputs.taskDefinition, inputs.desiredCount, inputs.propagateTags, inputs.enableEcsManagedTags],
        ["stream_20s", "arn:cluster", "arn:stream-task", 2, "SERVICE", true],
      );
      assert.deepEqual(inputs.tags, [
        { key: "headroom:project", value: "headroom" },
        { key: "headroom:stack", value: "prod" },
        { key: "headroom:component", value: "stream" },
      ]);
      assert.deepEqual(ignoreChanges, ["desiredCount"]);
      assert.deepEqual(
        all.filter(({ type, name }) => type === SERVICE && name === "stream"),
        [],
      );
    });

    it("stands behind the load balancer in the same way", async () => {
      const often = await registered(edited(everyKey(), api("scale", "resolution"), "20 seconds"), "prod");
      const { inputs } = one(often, NATIVE, "api");
      assert.deepEqual(inputs.loadBalancers, [{ targetGroupArn: "arn:api-tg", containerName: "api", containerPort: 8080 }]);
      assert.equal(inputs.healthCheckGracePeriodSeconds, 90);
    });

    it("is found by its scalable target by a name that is known before anything exists", () => {
      const { inputs } = one(all, "aws:appautoscaling/target:Target", "stream");
      assert.equal(inputs.resourceId, "service/headroom-prod/stream_20s");
    });

    it("is made by one provider in the region of the stack, which is there only when it is needed", async () => {
      const providers = (resources: readonly Registered[]) => resources.filter(({ type }) => type === "pulumi:providers:aws-native");
      const often = await registered(edited(everyKey(), api("scale", "resolution"), "20 seconds"), "prod");
      assert.deepEqual(
        providers(often).map(({ name, inputs }) => [name, inputs.region]),
        [["cloud-control", "eu-central-1"]],
      );
      assert.deepEqual(providers(least), []);
    });
  });
});
