import assert from "node:assert/strict";
import { edited, everyKey } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

const CONDITION = "aws:cloudwatch/metricAlarm:MetricAlarm";
const ALARM = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

const dimensions = { LoadBalancer: "app/public-1/abc", TargetGroup: "targetgroup/api-tg-1/def" };
const sum = (id: string, metricName: string, period: number) => ({
  id,
  metric: { namespace: "AWS/ApplicationELB", metricName, dimensions, stat: "Sum", period },
});

/** The share of failed requests over a period, as it must be asked for. */
const share = (period: number) => [
  sum("requests", "RequestCount", period),
  sum("failures0", "HTTPCode_Target_5XX_Count", period),
  sum("failures1", "TargetConnectionErrorCount", period),
  { id: "failed", label: "Requests that failed", expression: "FILL(failures0, 0) + FILL(failures1, 0)" },
  { id: "total", label: "Requests", expression: "FILL(requests, 0)" },
  { id: "share", label: "Percent that failed", expression: "IF(total > 0, 100 * failed / total, 0)", returnData: true },
];

describe("components/service-level", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  const inputsOf = (name: string): Readonly<Record<string, unknown>> => {
    const { tags, treatMissingData, ...inputs } = one(all, CONDITION, name).inputs;
    assert.ok(tags);
    assert.equal(treatMissingData, "notBreaching");
    return inputs;
  };

  it("composes each alarm of conditions that tell nobody", () => {
    const alarms = all.filter(({ type, name }) => type === ALARM && name.startsWith("api-")).map(({ inputs }) => inputs);
    assert.deepEqual(
      alarms.map(({ alarmName, alarmRule, alarmDescription, alarmActions }) => [alarmName, alarmRule, alarmDescription, alarmActions]),
      [
        [
          "headroom-prod-api-slo-p95",
          '(ALARM("api-slow") AND ALARM("api-traffic"))',
          "api answers 1 of 20 requests in more than 200 ms.",
          ["arn:notifications"],
        ],
        [
          "headroom-prod-api-slo-errors",
          '(ALARM("api-failing") AND ALARM("api-traffic"))',
          "More than 1 % of the requests to api fail.",
          ["arn:notifications"],
        ],
        [
          "headroom-prod-api-slo-availability",
          '(ALARM("api-burn-1h") AND ALARM("api-burn-5m")) OR (ALARM("api-burn-6h") AND ALARM("api-burn-30m")) OR ALARM("api-absent")',
          "api spends its error budget of 0.1 % too fast to keep 99.9 % of 30 days, or nothing of it answers.",
          ["arn:notifications"],
        ],
      ],
    );
    for (const name of ["slow", "traffic", "failing", "burn-1h", "burn-5m", "burn-6h", "burn-30m", "absent"])
      assert.equal(one(all, CONDITION, `api-${name}`).inputs.alarmActions, undefined, name);
  });

  it("measures time in the load balancer's seconds, and only where there is traffic", () => {
    assert.deepEqual(inputsOf("api-slow"), {
      namespace: "AWS/ApplicationELB",
      metricName: "TargetResponseTime",
      dimensions,
      alarmDescription: "1 of 20 answers takes more than 200 ms.",
      extendedStatistic: "p95",
      period: 300,
      evaluationPeriods: 2,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0.2,
    });
    assert.deepEqual(inputsOf("api-traffic"), {
      namespace: "AWS/ApplicationELB",
      metricName: "RequestCount",
      dimensions,
      alarmDescription: "At least 50 requests in 5 minutes.",
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 50,
    });
  });

  it("measures failures as a share, without dividing by zero", () => {
    assert.deepEqual(inputsOf("api-failing"), {
      alarmDescription: "More than 1 % of requests failed in 10 minutes.",
      metricQueries: share(300),
      evaluationPeriods: 2,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 1,
    });
  });

  it("measures how fast the error budget is spent: 14.4 * 0.1 % and 6 * 0.1 %, each over a long and a short time", () => {
    const burns = ["burn-1h", "burn-5m", "burn-6h", "burn-30m"].map((name) => inputsOf(`api-${name}`));
    assert.deepEqual(
      burns.map(({ threshold, metricQueries, evaluationPeriods }) => [threshold, metricQueries, evaluationPeriods]),
      [
        [1.44, share(3600), 1],
        [1.44, share(300), 1],
        [0.6, share(21_600), 1],
        [0.6, share(1800), 1],
      ],
    );
    assert.deepEqual(burns[0]?.alarmDescription, "More than 1.44 % of requests failed in 60 minutes.");
  });

  it("measures a function's calls in Lambda's milliseconds, and asks for no task that answers", () => {
    const { namespace, metricName, dimensions, threshold } = inputsOf("checkout-slow");
    assert.deepEqual(
      { namespace, metricName, dimensions, threshold },
      { namespace: "AWS/Lambda", metricName: "Duration", dimensions: { FunctionName: "headroom-prod-checkout" }, threshold: 300 },
    );
    const { alarmRule, alarmDescription } = one(all, ALARM, "checkout-slo-availability").inputs;
    assert.equal(
      alarmRule,
      '(ALARM("checkout-burn-1h") AND ALARM("checkout-burn-5m")) OR (ALARM("checkout-burn-6h") AND ALARM("checkout-burn-30m"))',
    );
    assert.equal(alarmDescription, "checkout spends its error budget of 0.1 % too fast to keep 99.9 % of 30 days.");
  });

  it("makes only the conditions of what is promised", async () => {
    const some = await registered(edited(everyKey(), ["headroom:services", "api", "slo"], { errors: "5%" }), "prod");
    assert.deepEqual(
      some.filter(({ type, name }) => type === ALARM && name.startsWith("api-")).map(({ name }) => name),
      ["api-slo-errors"],
    );
    const conditions = some.filter(
      ({ type, name, inputs }) => type === CONDITION && name.startsWith("api-") && inputs.alarmActions === undefined,
    );
    assert.deepEqual(conditions.map(({ name }) => name).sort(), ["api-failing", "api-traffic"]);
    assert.equal(one(some, CONDITION, "api-traffic").inputs.threshold, 20);
  });
});
