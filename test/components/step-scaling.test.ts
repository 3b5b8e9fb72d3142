import assert from "node:assert/strict";
import fc from "fast-check";
import { upwards } from "../../components/step-scaling";
import { edited, everyKey } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

const POLICY = "aws:appautoscaling/policy:Policy";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

const out = [
  { from: 50, add: 1 },
  { from: 100, add: 2 },
  { from: 200, add: 3 },
];
const steps = { out, in: { below: 10, for: "5 minutes", remove: 1 } };

/** The worker of the whole example, moved by steps alone. */
const byQueue = (on?: unknown, more: Record<string, unknown> = {}) =>
  edited(everyKey(), ["headroom:services", "worker", "scale"], {
    min: 1,
    max: 10,
    on: more,
    steps: on === undefined ? steps : { on, ...steps },
  });

describe("components/step-scaling", () => {
  let all: readonly Registered[];
  let alone: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
    alone = await registered(byQueue(), "prod");
  });

  it("adds 1, 2 or 3 tasks from 50, 100 and 200 messages on: intervals from the alarm's threshold, the last one open", () => {
    const { inputs } = one(alone, POLICY, "worker-steps-out");
    assert.deepEqual(
      [inputs.policyType, inputs.stepScalingPolicyConfiguration, inputs.resourceId, inputs.scalableDimension],
      [
        "StepScaling",
        {
          adjustmentType: "ChangeInCapacity",
          metricAggregationType: "Average",
          cooldown: 60,
          stepAdjustments: [
            // 50 + 0 up to 50 + 50
            { metricIntervalLowerBound: "0", metricIntervalUpperBound: "50", scalingAdjustment: 1 },
            // 50 + 50 up to 50 + 150
            { metricIntervalLowerBound: "50", metricIntervalUpperBound: "150", scalingAdjustment: 2 },
            { metricIntervalLowerBound: "150", scalingAdjustment: 3 },
          ],
        },
        "service/headroom-prod/worker",
        "ecs:service:DesiredCount",
      ],
    );
  });

  it("takes one task away, and again after the cooldown", () => {
    assert.deepEqual(one(alone, POLICY, "worker-steps-in").inputs.stepScalingPolicyConfiguration, {
      adjustmentType: "ChangeInCapacity",
      metricAggregationType: "Average",
      cooldown: 300,
      stepAdjustments: [{ metricIntervalUpperBound: "0", scalingAdjustment: -1 }],
    });
  });

  it("is called by two alarms on the consumed queue, for which no data is no reason", () => {
    const seen = (id: string): unknown => {
      const { inputs } = one(alone, ALARM, `worker-steps-${id}`);
      const { namespace, metricName, dimensions, statistic, period } = inputs;
      const { comparisonOperator, threshold, evaluationPeriods, treatMissingData, alarmActions } = inputs;
      return [
        [namespace, metricName, dimensions, statistic, period],
        [comparisonOperator, threshold, evaluationPeriods, treatMissingData, alarmActions],
      ];
    };
    const depth = ["AWS/SQS", "ApproximateNumberOfMessagesVisible", { QueueName: "headroom-prod-jobs" }, "Average", 60];
    assert.deepEqual(seen("out"), [depth, ["GreaterThanOrEqualToThreshold", 50, 1, "notBreaching", ["arn:worker-steps-out"]]]);
    assert.deepEqual(seen("in"), [depth, ["LessThanThreshold", 10, 5, "notBreaching", ["arn:worker-steps-in"]]]);
  });

  it("looks at any metric, as it counts", () => {
    const { inputs } = one(all, ALARM, "stream-steps-out");
    assert.deepEqual(
      [inputs.namespace, inputs.metricName, inputs.dimensions, inputs.statistic],
      ["Shop", "Lag", { Topic: "orders" }, "Maximum"],
    );
    const { stepScalingPolicyConfiguration } = one(all, POLICY, "stream-steps-out").inputs;
    assert.equal((stepScalingPolicyConfiguration as { metricAggregationType: string }).metricAggregationType, "Maximum");
  });

  it("looks at a broker, or at one queue of it", async () => {
    const seen = async (on: unknown): Promise<unknown> => {
      const { inputs } = one(await registered(byQueue(on), "prod"), ALARM, "worker-steps-out");
      return [inputs.namespace, inputs.metricName, inputs.dimensions, inputs.statistic];
    };
    assert.deepEqual(await seen({ broker: "events", queue: "jobs" }), [
      "AWS/AmazonMQ",
      "MessageReadyCount",
      { Broker: "headroom-prod-events", VirtualHost: "/", Queue: "jobs" },
      "Average",
    ]);
    assert.deepEqual(await seen({ broker: "events" }), [
      "AWS/AmazonMQ",
      "MessageReadyCount",
      { Broker: "headroom-prod-events" },
      "Average",
    ]);
  });

  describe("beside target tracking", () => {
    it("is the only one that takes tasks away", () => {
      for (const id of ["stream-cpu", "stream-memory"]) {
        const { targetTrackingScalingPolicyConfiguration } = one(all, POLICY, id).inputs;
        assert.equal((targetTrackingScalingPolicyConfiguration as { disableScaleIn?: boolean }).disableScaleIn, true, id);
      }
      const { targetTrackingScalingPolicyConfiguration } = one(all, POLICY, "api-cpu").inputs;
      assert.equal((targetTrackingScalingPolicyConfiguration as { disableScaleIn?: boolean }).disableScaleIn, undefined);
    });

    it("takes none away that target tracking would start again", () => {
      const { inputs } = one(all, ALARM, "stream-steps-in");
      const ofService = { ClusterName: "headroom-prod", ServiceName: "stream_20s" };
      const metric = (id: string, namespace: string, metricName: string, dimensions: unknown, stat: string) => ({
        id,
        returnData: false,
        metric: { namespace, metricName, dimensions, stat, period: 60 },
      });
      assert.deepEqual(inputs.metricQueries, [
        metric("waiting", "Shop", "Lag", { Topic: "orders" }, "Maximum"),
        metric("tasks", "ECS/ContainerInsights", "RunningTaskCount", ofService, "Average"),
        metric("cpu", "AWS/ECS", "CPUUtilization", ofService, "Average"),
        metric("memory", "AWS/ECS", "MemoryUtilization", ofService, "Average"),
        {
          id: "spare",
          label: "Waiting, while fewer tasks would do",
          expression: "IF((cpu * tasks < 70 * (tasks - 1)) AND (memory * tasks < 80 * (tasks - 1)), waiting, 10)",
          returnData: true,
        },
      ]);
      assert.deepEqual(
        [inputs.comparisonOperator, inputs.threshold, inputs.evaluationPeriods, inputs.period, inputs.metricName],
        ["LessThanThreshold", 10, 5, undefined, undefined],
      );
    });

    it("counts a minute without requests as none", async () => {
      const raw = edited(everyKey(), ["headroom:services", "api", "scale"], {
        min: 2,
        max: 10,
        on: { requestsPerTask: 1000 },
        steps: { on: { namespace: "Shop", metric: "Lag" }, ...steps },
      });
      const { inputs } = one(await registered(raw, "prod"), ALARM, "api-steps-in");
      const queries = inputs.metricQueries as readonly { id: string; expression?: string; metric?: unknown }[];
      assert.equal(queries.at(-1)?.expression, "IF((FILL(requests, 0) * tasks < 1000 * (tasks - 1)), waiting, 10)");
      assert.deepEqual(queries[2]?.metric, {
        namespace: "AWS/ApplicationELB",
        metricName: "RequestCountPerTarget",
        dimensions: { LoadBalancer: "app/public-1/abc", TargetGroup: "targetgroup/api-tg-1/def" },
        stat: "Sum",
        period: 60,
      });
    });
  });

  it("leaves no value out and takes none twice, whatever the steps", () => {
    const increasing = fc.uniqueArray(fc.nat(10_000), { minLength: 1, maxLength: 20 }).map((bounds) => bounds.sort((a, b) => a - b));
    fc.assert(
      fc.property(increasing, fc.nat(20_000), (bounds, above) => {
        const [lowest = 0] = bounds;
        const value = lowest + above;
        const taken = upwards(bounds.map((from, i) => ({ from, add: i + 1 }))).filter(
          ({ metricIntervalLowerBound, metricIntervalUpperBound }) =>
            value - lowest >= Number(metricIntervalLowerBound) && value - lowest < Number(metricIntervalUpperBound ?? Infinity),
        );
        const reached = bounds.filter((from) => from <= value).length;
        assert.deepEqual(
          taken.map(({ scalingAdjustment }) => scalingAdjustment),
          [reached],
        );
      }),
    );
  });
});
