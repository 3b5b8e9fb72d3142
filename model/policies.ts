import { known, map, unknown, type Maybe } from "../graph/maybe";
import type { Resource } from "../graph/resource-graph";
import { cooldownWithout } from "./cooldown-defaults";
import type { GraphIndex } from "./index-of-graph";
import { trackedMetric } from "./metrics";
import {
  booleanAt,
  inputsOf,
  mapAt,
  mapFound,
  mapsAt,
  numberAt,
  oneOf,
  required,
  setting,
  stringAt,
  withDefault,
  type Properties,
} from "./properties";
import type {
  PredictivePolicy,
  ResourceRef,
  ScalingPolicy,
  Setting,
  Step,
  StepPolicy,
  TargetTrackingPolicy,
  Unresolved,
} from "./scaling-model";
import { percent, seconds, type Seconds } from "./units";

/** A policy, and the references that it made in vain. */
export interface PolicyRead {
  readonly policy: ScalingPolicy;
  readonly unresolved: readonly Unresolved[];
}

const configurations = {
  TargetTrackingScaling: "targetTrackingScalingPolicyConfiguration",
  StepScaling: "stepScalingPolicyConfiguration",
  PredictiveScaling: "predictiveScalingPolicyConfiguration",
} as const;
type PolicyType = keyof typeof configurations;

/** An `aws:appautoscaling/policy:Policy`; the namespace decides which cooldown an omitted one is. */
export function readPolicy(resource: Resource, namespace: Maybe<string>, index: GraphIndex): PolicyRead {
  const inputs = inputsOf(resource);
  const at = index.ref(resource);
  const type = policyType(inputs);
  if (!type.known) return { policy: { kind: "unread", at, policyType: stringAt(inputs, "policyType") ?? type }, unresolved: [] };
  const configuration = mapAt(inputs, configurations[type.value]) ?? unknown("malformed");
  switch (type.value) {
    case "TargetTrackingScaling": {
      const { metric, unresolved } = trackedMetric(resource, configuration, index);
      return { policy: targetTracking(at, metric, configuration, namespace), unresolved };
    }
    case "StepScaling":
      return { policy: stepScaling(at, configuration, namespace), unresolved: [] };
    case "PredictiveScaling":
      return { policy: predictive(at, configuration), unresolved: [] };
    default:
      return type.value satisfies never;
  }
}

/** As written; where nothing is written, the one kind that is configured, or step scaling, which the provider then asks for. */
function policyType(inputs: Properties): Maybe<PolicyType> {
  const types = Object.keys(configurations) as PolicyType[];
  const written = oneOf(stringAt(inputs, "policyType"), types);
  if (written?.known) return written;
  const configured = types.filter((type) => mapAt(inputs, configurations[type]) !== undefined);
  const [only = "StepScaling", second] = configured;
  if (written === undefined) return second === undefined ? known(only) : unknown("ambiguous");
  return written.why !== "malformed" && configured.length === 1 ? known(only) : written;
}

function targetTracking(
  at: ResourceRef,
  metric: TargetTrackingPolicy["metric"],
  configuration: Properties,
  namespace: Maybe<string>,
): TargetTrackingPolicy {
  return {
    kind: "targetTracking",
    at,
    metric,
    target: required(numberAt(configuration, "targetValue")),
    scaleInCooldown: cooldown(configuration, "scaleInCooldown", namespace),
    scaleOutCooldown: cooldown(configuration, "scaleOutCooldown", namespace),
    scaleInDisabled: booleanAt(configuration, "disableScaleIn") ?? known(false),
  };
}

function stepScaling(at: ResourceRef, configuration: Properties, namespace: Maybe<string>): StepPolicy {
  const adjustments = mapsAt(configuration, "stepAdjustments") ?? known([]);
  return {
    kind: "step",
    at,
    adjustment: required(
      oneOf(stringAt(configuration, "adjustmentType"), ["ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity"]),
    ),
    steps: map(adjustments, (list) => list.map(step)),
    cooldown: cooldown(configuration, "cooldown", namespace),
    minimumChange: numberAt(configuration, "minAdjustmentMagnitude"),
    aggregation: withDefault(stringAt(configuration, "metricAggregationType"), "Average"),
    calledBy: [],
  };
}

const step = (adjustment: Properties): Step => ({
  lower: numberAt(adjustment, "metricIntervalLowerBound") ?? "-infinity",
  upper: numberAt(adjustment, "metricIntervalUpperBound") ?? "infinity",
  change: required(numberAt(adjustment, "scalingAdjustment")),
});

function predictive(at: ResourceRef, configuration: Properties): PredictivePolicy {
  return {
    kind: "predictive",
    at,
    mode: oneOf(stringAt(configuration, "mode"), ["ForecastOnly", "ForecastAndScale"]) ?? known("ForecastOnly"),
    maxBreach: withDefault(
      oneOf(stringAt(configuration, "maxCapacityBreachBehavior"), ["HonorMaxCapacity", "IncreaseMaxCapacity"]),
      "HonorMaxCapacity",
    ),
    maxBuffer: mapFound(numberAt(configuration, "maxCapacityBuffer"), percent) ?? known(percent(0)),
  };
}

const cooldown = (configuration: Properties, property: string, namespace: Maybe<string>): Setting<Seconds> =>
  setting(mapFound(numberAt(configuration, property), seconds), cooldownWithout(namespace));
