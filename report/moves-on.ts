import { map, type Maybe, type Urn } from "../graph";
import type { Alarm, Metric, Scalable, ScalableUnit, ScalingPolicy, Signal } from "../model";
import { scheduleTexts } from "./schedule-texts";

/** What moves a scalable: one short text for each policy, then its schedules. Unknown numbers show as `?`. */
export function movesOn(scalable: Scalable, alarms: Alarms): readonly string[] {
  if (scalable.owner.kind === "aurora capacity") return ["managed by Aurora"];
  const policies = scalable.policies.flatMap((policy) => policyTexts(policy, scalable.unit, alarms));
  return [...new Set([...policies, ...scheduleTexts(scalable.schedules)])];
}

/** The stack's alarms by id. */
export type Alarms = ReadonlyMap<Urn, Alarm>;

function policyTexts(policy: ScalingPolicy, unit: ScalableUnit, alarms: Alarms): readonly string[] {
  switch (policy.kind) {
    case "targetTracking":
    case "hpaMetric":
      return [metricText(policy.metric, policy.target, unit)];
    case "step":
      return policy.calledBy.length === 0 ? ["steps that no alarm calls"] : policy.calledBy.map((id) => alarmText(alarms.get(id)));
    case "predictive":
      return [policy.mode.known && policy.mode.value === "ForecastOnly" ? "a forecast, only observed" : "a forecast"];
    case "unread":
      return [policy.policyType.known ? policy.policyType.value : "a policy of unknown kind"];
    default:
      return never(policy);
  }
}

/** `steps on AWS/SQS ApproximateNumberOfMessagesVisible > 100` */
function alarmText(alarm: Alarm | undefined): string {
  if (alarm === undefined) return "steps on an alarm";
  const sign = alarm.comparison.known ? signs.get(alarm.comparison.value) : undefined;
  return `steps on ${alarm.metric.label} ${sign ?? "against"} ${text(alarm.threshold)}`;
}

const signs: ReadonlyMap<string, string> = new Map([
  ["GreaterThanThreshold", ">"],
  ["GreaterThanOrEqualToThreshold", ">="],
  ["LessThanThreshold", "<"],
  ["LessThanOrEqualToThreshold", "<="],
]);

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

/** At most two decimals, so that 0.7 * 100 reads 70. */
const text = (value: Maybe<number>): string => (value.known ? String(Math.round(value.value * 100) / 100) : "?");

const never = (policy: never): never => policy;
