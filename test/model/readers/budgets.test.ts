import assert from "node:assert/strict";
import { known, secretValue, unknown, unknownValue, type Value, type ValueMap } from "../../../graph";
import { readModel, type Budget } from "../../../model";
import { GraphBuilder } from "../graph-builder";

const computed = unknown("computed on deployment");
const malformed = unknown("malformed");

function budget(inputs: ValueMap): Budget {
  const b = new GraphBuilder();
  b.add("aws:budgets/budget:Budget", "budget", {
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount: "150",
    limitUnit: "USD",
    ...inputs,
  });
  const [read] = readModel(b.graph()).budgets;
  assert.ok(read);
  return read;
}
const subscribers = (emails: Value, topics: Value) => {
  const { alerts } = budget({ notifications: [{ subscriberEmailAddresses: emails, subscriberSnsTopicArns: topics }] });
  return alerts.known ? alerts.value[0]?.subscribers : undefined;
};

describe("budgets", () => {
  it("are read as AWS takes them", () => {
    const alert = {
      notificationType: "FORECASTED",
      comparisonOperator: "GREATER_THAN",
      threshold: "100",
      thresholdType: "PERCENTAGE",
      subscriberEmailAddresses: ["a@example.com"],
    };
    const read = budget({ name: "monthly", notifications: [alert] });
    assert.equal(read.name, "monthly");
    assert.deepEqual(
      [read.budgetType, read.limit, read.unit, read.period, read.filtered],
      [known("COST"), known(150), known("USD"), known("MONTHLY"), known(false)],
    );
    assert.deepEqual(
      read.alerts,
      known([
        {
          on: known("FORECASTED"),
          comparison: known("GREATER_THAN"),
          threshold: known(100),
          thresholdKind: known("PERCENTAGE"),
          subscribers: known(1),
        },
      ]),
    );
  });

  it("without alerts have none, and with unknown ones unknown ones", () => {
    assert.deepEqual(budget({}).alerts, known([]));
    assert.deepEqual(budget({ notifications: unknownValue }).alerts, computed);
    assert.deepEqual(budget({ notifications: secretValue }).alerts, unknown("secret"));
    assert.deepEqual(budget({ notifications: "all" }).alerts, malformed);
  });

  it("count an unknown topic as somebody who hears of it", () => {
    assert.deepEqual(subscribers(["a@example.com", "b@example.com"], [unknownValue]), known(3));
    assert.deepEqual(subscribers(null, null), known(0));
    assert.deepEqual(subscribers([], unknownValue), computed);
    assert.deepEqual(subscribers(["a@example.com"], unknownValue), known(1));
  });

  it("do not count a blank text as somebody", () => {
    assert.deepEqual(subscribers([""], [" "]), known(0));
    assert.deepEqual(subscribers([null, 5], null), known(0));
    assert.deepEqual(subscribers(["", "a@example.com"], null), known(1));
    assert.deepEqual(subscribers([""], unknownValue), computed);
  });

  it("have a period and perhaps an end", () => {
    const read = (inputs: ValueMap) => [budget(inputs).period, budget(inputs).end];
    assert.deepEqual(read({}), [known("MONTHLY"), undefined]);
    assert.deepEqual(read({ timeUnit: "DAILY", timePeriodEnd: "2026-12-31_00:00" }), [known("DAILY"), known("2026-12-31_00:00")]);
    assert.deepEqual(read({ timeUnit: "WEEKLY", timePeriodEnd: "next year" }), [malformed, malformed]);
    assert.deepEqual(read({ timeUnit: unknownValue, timePeriodEnd: secretValue }), [computed, unknown("secret")]);
    assert.deepEqual(read({ timeUnit: null }), [malformed, undefined]);
  });

  it("take the lowest of planned limits, and leave to AWS what it adjusts", () => {
    const without = { limitAmount: null, limitUnit: null };
    const planned = [
      { amount: "200", unit: "USD" },
      { amount: "100", unit: "USD" },
    ];
    assert.deepEqual(
      [budget({ ...without, plannedLimits: planned }).limit, budget({ ...without, plannedLimits: planned }).unit],
      [known(100), known("USD")],
    );
    assert.deepEqual(budget({ ...without, plannedLimits: [...planned, { amount: unknownValue }] }).limit, computed);
    assert.deepEqual(budget({ ...without, autoAdjustData: { autoAdjustType: "FORECAST" } }).limit, computed);
    assert.deepEqual(budget(without).limit, malformed);
  });

  it("that were deployed with what the source leaves out do not lack it", () => {
    const b = new GraphBuilder();
    const outputs = { budgetType: "COST", timeUnit: "MONTHLY", limitAmount: "150", limitUnit: "USD" };
    b.add("aws:budgets/budget:Budget", "budget", {}, { outputs });
    const [read] = readModel(b.graph()).budgets;
    const absent = unknown("not in this source");
    assert.deepEqual([read?.budgetType, read?.period, read?.limit, read?.unit], [absent, absent, absent, absent]);
  });

  it("that look at a part of the bill say so", () => {
    assert.deepEqual(budget({ costFilters: [{ name: "Service", values: ["x"] }] }).filtered, known(true));
    assert.deepEqual(budget({ filterExpression: {} }).filtered, known(true));
    assert.deepEqual(budget({ costFilters: unknownValue }).filtered, computed);
    assert.deepEqual(budget({ costFilters: [] }).filtered, known(false));
  });
});
