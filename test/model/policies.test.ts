import assert from "node:assert/strict";
import { known, secretValue, unknown, unknownValue, type Value, type ValueMap } from "../../graph";
import { readModel, type Metric, type ScalingPolicy } from "../../model";
import { GraphBuilder } from "./graph-builder";
import { backlog, ecs, sqsMetric, workerGraph } from "./worker";

const policyOf = (inputs: ValueMap): ScalingPolicy => {
  const { b } = workerGraph({ policy: { policyType: null, targetTrackingScalingPolicyConfiguration: null, ...inputs } });
  const [policy] = readModel(b.graph()).scalables.flatMap((s) => s.policies);
  assert.ok(policy);
  return policy;
};
const tracking = (configuration: Value) => ({
  policyType: "TargetTrackingScaling",
  targetTrackingScalingPolicyConfiguration: configuration,
});
const metricOf = (specification: ValueMap): Metric => {
  const policy = policyOf(tracking({ targetValue: 1, ...specification }));
  assert.ok(policy.kind === "targetTracking");
  return policy.metric;
};
const computed = unknown("computed on deployment");

describe("scaling policies", () => {
  it("are of the kind that is written, else of the only one that is configured", () => {
    assert.equal(policyOf({ policyType: "StepScaling" }).kind, "step");
    assert.equal(policyOf({ policyType: "PredictiveScaling" }).kind, "predictive");
    assert.equal(policyOf({ targetTrackingScalingPolicyConfiguration: {} }).kind, "targetTracking");
    assert.equal(policyOf({ policyType: unknownValue, stepScalingPolicyConfiguration: {} }).kind, "step");
    assert.equal(policyOf({}).kind, "step");
  });

  it("of an unknown kind are kept unread", () => {
    const kinds: readonly (readonly [ValueMap, unknown])[] = [
      [{ policyType: "Magic" }, known("Magic")],
      [{ policyType: "Magic", stepScalingPolicyConfiguration: {} }, known("Magic")],
      [{ policyType: unknownValue }, computed],
      [{ policyType: secretValue }, unknown("secret")],
    ];
    for (const [inputs, policyType] of kinds) {
      const policy = policyOf(inputs);
      assert.ok(policy.kind === "unread");
      assert.deepEqual(policy.policyType, policyType);
    }
  });

  it("whose configuration is unknown are unknown in every part, and given", () => {
    const policy = policyOf(tracking(unknownValue));
    assert.ok(policy.kind === "targetTracking");
    assert.deepEqual(policy.target, computed);
    assert.deepEqual(policy.scaleInCooldown, { value: computed, given: true });
    assert.deepEqual(policy.scaleInDisabled, computed);
    assert.deepEqual(policy.metric.signal, computed);
  });

  it("read steps as intervals, with an infinite side where a bound is left out", () => {
    const policy = policyOf({
      stepScalingPolicyConfiguration: {
        adjustmentType: "PercentChangeInCapacity",
        minAdjustmentMagnitude: 2,
        stepAdjustments: [
          { metricIntervalUpperBound: "-10", scalingAdjustment: -2 },
          { metricIntervalLowerBound: "-10", metricIntervalUpperBound: unknownValue, scalingAdjustment: -1 },
        ],
      },
    });
    assert.ok(policy.kind === "step");
    assert.deepEqual(policy.adjustment, known("PercentChangeInCapacity"));
    assert.deepEqual(policy.minimumChange, known(2));
    assert.deepEqual(policy.aggregation, { value: known("Average"), given: false });
    assert.deepEqual(
      policy.steps,
      known([
        { lower: "-infinity", upper: known(-10), change: known(-2) },
        { lower: known(-10), upper: computed, change: known(-1) },
      ]),
    );
  });

  it("know the alarms that call them", () => {
    const { b, target } = workerGraph();
    const steps = b.add(
      "aws:appautoscaling/policy:Policy",
      "steps",
      { ...ecs, policyType: "StepScaling" },
      { from: { resourceId: [target] } },
    );
    const topic = b.add("aws:sns/topic:Topic", "people");
    const alarm = (name: string, property: string, from: readonly (typeof steps)[]) =>
      b.add("aws:cloudwatch/metricAlarm:MetricAlarm", name, { [property]: from.map(() => unknownValue) }, { from: { [property]: from } });
    const high = alarm("high", "alarmActions", [topic, steps]);
    const calm = alarm("calm", "okActions", [steps]);
    alarm("other", "alarmActions", [topic]);
    const model = readModel(b.graph());
    const policy = model.scalables[0]?.policies.find((p) => p.kind === "step");
    assert.deepEqual(policy?.kind === "step" && policy.calledBy, [calm.urn, high.urn]);
    assert.deepEqual(model.alarms.find((a) => a.id === calm.urn)?.actions, [{ on: "ok", calls: known(steps.urn) }]);
  });

  it("are found by an alarm through their ARN", () => {
    const { b, target } = workerGraph();
    const arn = "arn:aws:autoscaling:us-east-1:1:scalingPolicy:u:resource/ecs/service/main/worker:policyName/up";
    const named = b.add(
      "aws:appautoscaling/policy:Policy",
      "a",
      { ...ecs, name: "up", policyType: "StepScaling" },
      { from: { resourceId: [target] } },
    );
    b.add("aws:cloudwatch/metricAlarm:MetricAlarm", "high", { alarmActions: [arn, "arn:aws:sns:us-east-1:1:elsewhere"] });
    const model = readModel(b.graph());
    assert.deepEqual(model.alarms[0]?.actions, [
      { on: "alarm", calls: known(named.urn) },
      { on: "alarm", calls: unknown("not in this source") },
    ]);
    assert.deepEqual(
      model.unresolved.map((u) => [u.property, u.why]),
      [["alarmActions", "no partner in this stack"]],
    );
  });
});

describe("what a target tracking policy looks at", () => {
  it("is what a predefined metric means", () => {
    const read = (predefinedMetricType: Value) => {
      const { signal, per, period, label } = metricOf({ predefinedMetricSpecification: { predefinedMetricType } });
      return [signal, per, period.value, label];
    };
    assert.deepEqual(read("ECSServiceAverageCPUUtilization"), [known("cpu"), known("ratio"), known(60), "ECSServiceAverageCPUUtilization"]);
    assert.deepEqual(read("ECSServiceAverageMemoryUtilizationHighResolution").slice(0, 3), [known("memory"), known("ratio"), known(20)]);
    assert.deepEqual(read("ALBRequestCountPerTarget").slice(0, 2), [known("requests"), known("unit")]);
    assert.deepEqual(read("SomethingNew").slice(0, 2), [known("custom"), unknown("not in this source")]);
    assert.deepEqual(read(unknownValue), [computed, computed, known(60), "a metric"]);
  });

  it("is the backlog of a queue, per task", () => {
    const metric = metricOf({ customizedMetricSpecification: backlog("jobs") });
    assert.deepEqual(
      [metric.signal, metric.per, metric.expression],
      [known("backlog"), known("unit"), known("IF(running > 0, waiting / running, waiting)")],
    );
    assert.equal(metric.of?.known && metric.of.value.endsWith("::jobs"), true);
  });

  it("is called as its expression is labelled, for people", () => {
    const { metrics } = backlog("jobs") as { metrics: readonly ValueMap[] };
    const labelled = metrics.map((query) => (query["id"] === "backlog" ? { ...query, label: "Waiting per task" } : query));
    assert.equal(metricOf({ customizedMetricSpecification: { metrics: labelled } }).label, "Waiting per task");
    assert.equal(metricOf({ customizedMetricSpecification: { metrics } }).label, "IF(running > 0, waiting / running, waiting)");
  });

  it("is a queue's whole depth where nothing divides it", () => {
    const metric = metricOf({
      customizedMetricSpecification: { ...sqsMetric("ApproximateNumberOfMessagesVisible", unknownValue), statistic: "Average" },
    });
    assert.deepEqual([metric.signal, metric.per, metric.statistic], [known("queue depth"), known("total"), known("Average")]);
    assert.equal(metric.label, "AWS/SQS ApproximateNumberOfMessagesVisible");
  });

  it("names a queue that is elsewhere as unresolved", () => {
    const { b } = workerGraph({ policy: tracking({ targetValue: 1, customizedMetricSpecification: backlog("elsewhere") }) });
    const model = readModel(b.graph());
    assert.deepEqual(
      model.unresolved.map((u) => [u.at.name, u.property, u.why, u.looked]),
      [["worker-backlog", "targetTrackingScalingPolicyConfiguration", "no partner in this stack", "a queue"]],
    );
  });

  it("is unknown where the expression, a query's id or metric is", () => {
    const queries = backlog("jobs")["metrics"] as readonly ValueMap[];
    for (const change of [{ expression: unknownValue }, { id: unknownValue }] as readonly ValueMap[]) {
      const metrics = queries.map((query, i) => (i === 2 ? { ...query, ...change } : query));
      assert.deepEqual(metricOf({ customizedMetricSpecification: { metrics } }).signal, computed, JSON.stringify(change));
    }
  });

  it("is malformed where no query returns data, and ambiguous where two do", () => {
    const query = (id: string, returnData: boolean) => ({ id, expression: "1", returnData });
    assert.deepEqual(metricOf({ customizedMetricSpecification: { metrics: [query("a", false)] } }).signal, unknown("malformed"));
    assert.deepEqual(
      metricOf({ customizedMetricSpecification: { metrics: [query("a", true), query("b", true)] } }).signal,
      unknown("ambiguous"),
    );
  });

  it("names the target group of requests per task", () => {
    const b = new GraphBuilder();
    const service = b.add("aws:ecs/service:Service", "api", { cluster: "main" });
    const groups = ["blue", "green"].map((name) => b.add("aws:lb/targetGroup:TargetGroup", name, { name }));
    const policy = (name: string, resourceLabel: Value, from: typeof groups) =>
      b.add(
        "aws:appautoscaling/policy:Policy",
        name,
        {
          ...ecs,
          ...tracking({
            targetValue: 1,
            predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel },
          }),
        },
        { from: { resourceId: [service], targetTrackingScalingPolicyConfiguration: from } },
      );
    policy("by-dependency", unknownValue, groups.slice(0, 1));
    policy("by-text", "app/lb/1/targetgroup/green/2", []);
    policy("either", unknownValue, groups);
    const of = readModel(b.graph()).scalables[0]?.policies.map((p) => p.kind === "targetTracking" && p.metric.of);
    assert.deepEqual(of, [known(groups[0]?.urn), known(groups[1]?.urn), unknown("ambiguous")]);
  });
});
