import { map, type Maybe } from "../graph";
import type { Metric, Scalable, ScalableUnit, ScalingPolicy, Signal, StepPolicy } from "../model";
import { numeral as text } from "./numeral";
import { scheduleTexts } from "./schedule-texts";
import { stepTexts, type Alarms } from "./step-texts";

/** What moves a scalable: one short text for each policy, then its schedules. Unknown numbers show as `?`. */
export function movesOn(scalable: Scalable, alarms: Alarms): readonly string[] {
  if (scalable.owner.kind === "aurora capacity") return ["managed by Aurora"];
  const policies = scalable.policies.flatMap((policy) => (policy.kind === "step" ? [] : [policyText(policy, scalable.unit)]));
  const steps = scalable.policies.flatMap((policy) => (policy.kind === "step" ? [policy] : []));
  return [...new Set(policies), ...stepTexts(steps, scalable.unit, alarms), ...scheduleTexts(scalable.schedules)];
}

function policyText(policy: Exclude<ScalingPolicy, StepPolicy>, unit: ScalableUnit): string {
  switch (policy.kind) {
    case "targetTracking":
    case "hpaMetric":
      return metricText(policy.metric, policy.target, unit);
    case "predictive":
      return policy.mode.known && policy.mode.value === "ForecastOnly" ? "a forecast, only observed" : "a forecast";
    case "unread":
      return policy.policyType.known ? policy.policyType.value : "a policy of unknown kind";
    default:
      return never(policy);
  }
}

function metricText(metric: Metric, target: Maybe<number>, unit: ScalableUnit): string {
  if (!metric.signal.known) return `${metric.label} ${text(target)}`;
  return texts[metric.signal.value](target, unit, metric.label);
}

/** How a target reads for each signal; provisioned concurrency is tracked as a fraction. */
const texts: Readonly<Record<Signal, (target: Maybe<number>, unit: ScalableUnit, label: string) => string>> = {
  cpu: (target) => `CPU ${text(target)} %`,
  memory: (target) => `memory ${text(target)} %`,
  requests: (target, unit) => `${text(target)} req/${unit}`,
  backlog: (target, unit) => `backlog ${text(target)} per ${unit}`,
  "queue depth": (target) => `queue depth ${text(target)}`,
  "concurrency utilization": (target) => `utilization ${text(map(target, (fraction) => fraction * 100))} %`,
  "capacity utilization": (target) => `used capacity ${text(target)} %`,
  connections: (target, unit) => `${text(target)} connections/${unit}`,
  custom: (target, _unit, label) => `${label} ${text(target)}`,
};

const never = (policy: never): never => policy;
