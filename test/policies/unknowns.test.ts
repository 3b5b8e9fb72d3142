import assert from "node:assert/strict";

import * as fc from "fast-check";

import { unknown, unknownValue, type Value, type ValueMap } from "../../graph";
import { readModel } from "../../model";
import { judge } from "../../policies/judge";
import { GraphBuilder } from "../model/graph-builder";

/** What a program says; the lists of adjustments and of alerts may be empty. */
interface Written {
  readonly target: ValueMap;
  readonly policy: ValueMap;
  readonly budget: ValueMap;
  readonly ignores: boolean;
}

const scaled = fc.constantFrom(
  { serviceNamespace: "ecs", scalableDimension: "ecs:service:DesiredCount" },
  { serviceNamespace: "lambda", scalableDimension: "lambda:function:ProvisionedConcurrency" },
);
const seconds = fc.constantFrom(0, 60, 299, 300, 600);
const count = fc.constantFrom(-1, 0, 1, 2.5, 5, 10);

const targetTracking = fc
  .record({ targetValue: fc.constant(70), scaleInCooldown: seconds, disableScaleIn: fc.boolean() }, { requiredKeys: ["targetValue"] })
  .map((configuration): ValueMap => ({ policyType: "TargetTrackingScaling", targetTrackingScalingPolicyConfiguration: configuration }));
const stepScaling = fc
  .record(
    {
      adjustmentType: fc.constantFrom("ChangeInCapacity", "ExactCapacity"),
      cooldown: seconds,
      stepAdjustments: fc.array(
        fc.record({ metricIntervalLowerBound: fc.constant("0"), scalingAdjustment: fc.constantFrom(-1, 0, 2, 10) }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ["adjustmentType", "stepAdjustments"] },
  )
  .map((configuration): ValueMap => ({ policyType: "StepScaling", stepScalingPolicyConfiguration: configuration }));

const notification = fc.record({
  notificationType: fc.constantFrom("ACTUAL", "ACTUAL", "ACTUAL", "FORECASTED"),
  comparisonOperator: fc.constant("GREATER_THAN"),
  threshold: fc.constantFrom(50, 80, 100),
  thresholdType: fc.constant("PERCENTAGE"),
  subscriberEmailAddresses: fc.constantFrom(["platform@example.com"], ["platform@example.com"], []),
});
const alerts = fc.tuple(
  fc.array(notification, { maxLength: 2 }),
  fc.boolean().map((complete) => (complete ? ["ACTUAL 50", "ACTUAL 80", "ACTUAL 100", "FORECASTED 100"].map(alertOf) : [])),
);

function alertOf(text: string): ValueMap {
  const [notificationType = "", threshold] = text.split(" ");
  return {
    notificationType,
    comparisonOperator: "GREATER_THAN",
    threshold: Number(threshold),
    thresholdType: "PERCENTAGE",
    subscriberEmailAddresses: ["platform@example.com"],
  };
}

const written: fc.Arbitrary<Written> = fc.record({
  target: fc.record({ scaled, minCapacity: count, maxCapacity: count }).map(({ scaled: place, ...limits }) => ({ ...place, ...limits })),
  policy: fc.oneof(targetTracking, stepScaling),
  budget: fc.record({
    budgetType: fc.constantFrom("COST", "USAGE"),
    limitUnit: fc.constantFrom("USD", "EUR"),
    limitAmount: fc.constantFrom("100", "100", "0"),
    timeUnit: fc.constantFrom("MONTHLY", "MONTHLY", "DAILY"),
    timePeriodEnd: fc.constantFrom("2087-06-15_00:00", "2087-06-15_00:00", "2026-12-31_00:00"),
    notifications: alerts.map((lists) => lists.flat()),
  }),
  ignores: fc.boolean(),
});

/** Only an ECS service's target is made of a service here; a function is somebody else's. */
function verdicts(
  { target, policy, budget, ignores }: Omit<Written, "ignores"> & { ignores: boolean | undefined },
  ofService: boolean,
): Map<string, string> {
  const builder = new GraphBuilder();
  const ignoreChanges = ignores === undefined ? unknown("not in this source") : ignores ? ["desiredCount"] : [];
  const service = builder.add("aws:ecs/service:Service", "api", { name: "api", desiredCount: 2 }, { ignoreChanges });
  const from = { resourceId: ofService ? [service] : [] };
  const registered = builder.add("aws:appautoscaling/target:Target", "api", { resourceId: unknownValue, ...target }, { from });
  const { serviceNamespace = null, scalableDimension = null } = target;
  const place = { serviceNamespace, scalableDimension, resourceId: unknownValue };
  builder.add("aws:appautoscaling/policy:Policy", "api", { ...place, ...policy }, { from: { resourceId: [registered] } });
  builder.add("aws:budgets/budget:Budget", "monthly", budget);
  return new Map(judge(readModel(builder.graph())).map(({ rule, verdict }) => [rule.id, verdict.verdict]));
}

/** Hides values here and there: the n-th value on the way is hidden when the n-th choice says so. */
function hide<V extends Value>(value: V, choices: Iterator<boolean>): V {
  if (choices.next().value === true) return unknownValue as unknown as V;
  if (Array.isArray(value)) return value.map((each: Value) => hide(each, choices)) as unknown as V;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value as ValueMap).map(([key, each]) => [key, hide(each, choices)])) as unknown as V;
}

/** The properties of a resource are there; what they are may be hidden. */
const hideIn = (properties: ValueMap, choices: Iterator<boolean>): ValueMap =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, hide(value, choices)]));

/** What a rule may say once values are hidden, by what it says when all are known. */
const stillAllowed: Readonly<Record<string, readonly string[]>> = {
  pass: ["pass", "unknown"],
  fail: ["fail", "unknown"],
  notApplicable: ["notApplicable", "pass", "unknown"],
  // A doubt may be about one subject, and what is hidden next about another.
  unknown: ["unknown"],
};

describe("what a rule does not know", () => {
  it("never turns a yes into a no, or a no into a yes", () => {
    fc.assert(
      fc.property(
        written,
        fc.infiniteStream(fc.integer({ min: 0, max: 5 }).map((n) => n === 0)),
        fc.boolean(),
        (all, stream, hidesOptions) => {
          const choices = stream[Symbol.iterator]();
          const hidden = { target: hideIn(all.target, choices), policy: hideIn(all.policy, choices), budget: hideIn(all.budget, choices) };
          const ofService = all.target["serviceNamespace"] === "ecs";
          const known = verdicts(all, ofService);
          for (const [rule, verdict] of verdicts({ ...hidden, ignores: hidesOptions ? undefined : all.ignores }, ofService)) {
            const before = known.get(rule) ?? "";
            assert.ok(stillAllowed[before]?.includes(verdict), `${rule}: ${before} became ${verdict} in ${JSON.stringify(hidden)}`);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
