import assert from "node:assert/strict";
import { edited, everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

type Inputs = Readonly<Record<string, unknown>>;

const BUDGET = "aws:budgets/budget:Budget";
const MONITOR = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
const SUBSCRIPTION = "aws:costexplorer/anomalySubscription:AnomalySubscription";

const alertsOf = (resources: readonly Registered[]): readonly Inputs[] =>
  one(resources, BUDGET, "budget").inputs.notifications as readonly Inputs[];
const statementsOf = (policy: unknown): readonly Inputs[] => (JSON.parse(String(policy)) as { Statement: readonly Inputs[] }).Statement;

describe("components/budget", () => {
  let all: readonly Registered[];
  let least: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
    least = await registered(leastKeys());
  });

  it("warns at 50, 80 and 100 %, on a forecast, and at the burst limit, by e-mail and by topic", () => {
    assert.deepEqual(
      alertsOf(all).map((alert) => [alert.notificationType, alert.threshold, alert.thresholdType]),
      [
        ["ACTUAL", 50, "PERCENTAGE"],
        ["ACTUAL", 80, "PERCENTAGE"],
        ["ACTUAL", 100, "PERCENTAGE"],
        ["FORECASTED", 100, "PERCENTAGE"],
        ["ACTUAL", 4800, "ABSOLUTE_VALUE"],
        ["FORECASTED", 4800, "ABSOLUTE_VALUE"],
      ],
    );
    for (const alert of alertsOf(all)) {
      assert.deepEqual(
        [alert.comparisonOperator, alert.subscriberEmailAddresses, alert.subscriberSnsTopicArns],
        ["GREATER_THAN", ["platform@example.com"], ["arn:notifications"]],
      );
    }
  });

  it("says nothing twice where burst is the monthly limit", async () => {
    const same = await registered(edited(everyKey(), ["headroom:budget", "burst"], 2400));
    assert.deepEqual(
      alertsOf(same).map((alert) => alert.threshold),
      [50, 80, 100, 100],
    );
  });

  it("is in US dollars, and counts what the stack's file says", () => {
    const { inputs } = one(all, BUDGET, "budget");
    assert.deepEqual([inputs.limitAmount, inputs.limitUnit, inputs.timeUnit, inputs.budgetType], ["2400", "USD", "MONTHLY", "COST"]);
    assert.deepEqual(inputs.costFilters, [{ name: "TagKeyValue", values: ["user:headroom:stack$prod"] }]);
    assert.equal(one(least, BUDGET, "budget").inputs.costFilters, undefined);
  });

  it("watches the stack's costs by its tag, and tells the topic of what is not usual", () => {
    const monitor = one(all, MONITOR, "budget-monitor").inputs;
    assert.deepEqual([monitor.name, monitor.monitorType, monitor.monitorDimension], ["headroom-prod", "CUSTOM", undefined]);
    assert.deepEqual(JSON.parse(String(monitor.monitorSpecification)), {
      And: null,
      CostCategories: null,
      Dimensions: null,
      Not: null,
      Or: null,
      Tags: { Key: "headroom:stack", MatchOptions: null, Values: ["prod"] },
    });
    const { tags, ...subscription } = one(all, SUBSCRIPTION, "budget-anomalies").inputs;
    assert.ok(tags);
    assert.deepEqual(subscription, {
      name: "headroom-prod",
      frequency: "IMMEDIATE",
      subscribers: [{ type: "SNS", address: "arn:notifications" }],
      monitorArnLists: ["arn:budget-monitor"],
      thresholdExpression: {
        dimension: { key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE", matchOptions: ["GREATER_THAN_OR_EQUAL"], values: ["20"] },
      },
    });
  });

  it("watches the account's services where the budget counts the account, or what it is told", async () => {
    const account = edited(everyKey(), ["headroom:budget", "scope"], "account");
    const made = one(await registered(account), MONITOR, "budget-monitor").inputs;
    assert.deepEqual([made.monitorType, made.monitorDimension, made.monitorSpecification], ["DIMENSIONAL", "SERVICE", undefined]);

    const monitor = "arn:aws:ce::123456789012:anomalymonitor/01234567-89ab-cdef-0123-456789abcdef";
    const told = await registered(edited(account, ["headroom:budget", "anomaly", "monitor"], monitor));
    assert.deepEqual(one(told, SUBSCRIPTION, "budget-anomalies").inputs.monitorArnLists, [monitor]);
    assert.ok(!told.some(({ type }) => type === MONITOR));
    assert.ok(!least.some(({ type }) => type === MONITOR || type === SUBSCRIPTION));
  });
});

describe("components/notifications", () => {
  const writersOf = (resources: readonly Registered[]): readonly unknown[] =>
    statementsOf(one(resources, "aws:sns/topicPolicy:TopicPolicy", "notifications-policy").inputs.policy)
      .filter(({ Effect }) => Effect === "Allow")
      .map(({ Principal, Action, Resource, Condition }) => [Principal, Action, Resource, Condition]);

  const ours = { "aws:SourceAccount": "123456789012" };
  const always = [
    [
      { Service: "cloudwatch.amazonaws.com" },
      "sns:Publish",
      "arn:notifications",
      { StringEquals: ours, ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:*" } },
    ],
    [
      { Service: "budgets.amazonaws.com" },
      "sns:Publish",
      "arn:notifications",
      { StringEquals: ours, ArnLike: { "aws:SourceArn": "arn:aws:budgets::123456789012:*" } },
    ],
  ];

  it("lets only this account's alarms and budgets write to the topic", async () => {
    assert.deepEqual(writersOf(await registered(leastKeys())), always);
  });

  it("lets cost anomalies write where they are watched, and use the key", async () => {
    const all = await registered(everyKey());
    assert.deepEqual(writersOf(all), [
      ...always,
      [{ Service: "costalerts.amazonaws.com" }, "sns:Publish", "arn:notifications", { StringEquals: ours }],
    ]);
    assert.deepEqual(
      statementsOf(one(all, "aws:kms/key:Key", "notifications-key").inputs.policy).map(({ Principal, Action }) => [Principal, Action]),
      [
        [{ AWS: "arn:aws:iam::123456789012:root" }, "kms:*"],
        ...["cloudwatch", "budgets", "costalerts"].map((service) => [
          { Service: `${service}.amazonaws.com` },
          ["kms:GenerateDataKey*", "kms:Decrypt"],
        ]),
      ],
    );
  });
});
