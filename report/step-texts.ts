import { both, type Maybe, type Urn } from "../graph";
import type { Alarm, Metric, ScalableUnit, Signal, Step, StepPolicy } from "../model";
import { numeral } from "./numeral";

/** The stack's alarms by id. */
export type Alarms = ReadonlyMap<Urn, Alarm>;

/**
 * What step policies do, one text for each alarm that calls one: `queue depth >= 50/100/200 -> +1/+2/+3`. What is done
 * above comes before what is done below, and a metric that was just named is not named again: `< 10 -> -1`.
 */
export function stepTexts(policies: readonly StepPolicy[], unit: ScalableUnit, alarms: Alarms): readonly string[] {
  const all = policies.flatMap((policy) => textsOf(policy, unit, alarms)).sort((a, b) => a.rank - b.rank);
  const subjects = [...new Set(all.map(({ subject }) => subject))];
  return subjects.flatMap((subject) => {
    const own = all.filter((text) => text.subject === subject);
    return [...new Set(own.map(({ does }) => does))].map((does, i) => (i === 0 && subject !== "" ? `${subject} ${does}` : does));
  });
}

interface StepText {
  /** What is measured; empty where nothing tells. */
  readonly subject: string;
  readonly does: string;
  /** Above, below, anything else. */
  readonly rank: 0 | 1 | 2;
}

function textsOf(policy: StepPolicy, unit: ScalableUnit, alarms: Alarms): readonly StepText[] {
  if (policy.calledBy.length === 0) return [{ subject: "", does: "steps that no alarm calls", rank: 2 }];
  return policy.calledBy.map((id) => {
    const alarm = alarms.get(id);
    return alarm === undefined ? { subject: "", does: "steps on an alarm", rank: 2 } : textOf(policy, unit, alarm);
  });
}

function textOf(policy: StepPolicy, unit: ScalableUnit, alarm: Alarm): StepText {
  const sign = alarm.comparison.known ? signs.get(alarm.comparison.value) : undefined;
  const edges = sign === undefined || !policy.steps.known ? [] : edgesOf(policy.steps.value, sign.side, alarm.threshold);
  const from = edges.length === 0 ? numeral(alarm.threshold) : edges.map(({ at }) => numeral(at)).join("/");
  const changes = edges.length === 0 ? "steps" : edges.map(({ change }) => changeText(change, policy.adjustment)).join("/");
  return {
    subject: subjectOf(alarm.metric, unit),
    does: `${sign?.text ?? "against"} ${from}${percentOf(alarm.metric)} -> ${changes}`,
    rank: sign === undefined ? 2 : sign.side === "lower" ? 0 : 1,
  };
}

interface Sign {
  readonly text: string;
  /** The bound of a step that the metric crosses first. */
  readonly side: "lower" | "upper";
}

const signs: ReadonlyMap<string, Sign> = new Map([
  ["GreaterThanThreshold", { text: ">", side: "lower" }],
  ["GreaterThanOrEqualToThreshold", { text: ">=", side: "lower" }],
  ["LessThanThreshold", { text: "<", side: "upper" }],
  ["LessThanOrEqualToThreshold", { text: "<=", side: "upper" }],
]);

interface Edge {
  readonly at: Maybe<number>;
  readonly change: Maybe<number>;
}

/** Where each step begins, from the threshold onwards. A step without a bound on that side begins at the threshold. */
function edgesOf(steps: readonly Step[], side: "lower" | "upper", threshold: Maybe<number>): readonly Edge[] {
  const edges = steps.map((step) => {
    const bound = step[side];
    return { at: typeof bound === "string" ? threshold : both(threshold, bound, (from, by) => from + by), change: step.change };
  });
  const away = side === "lower" ? 1 : -1;
  return [...edges].sort((a, b) => (a.at.known && b.at.known ? away * (a.at.value - b.at.value) : 0));
}

function changeText(change: Maybe<number>, adjustment: StepPolicy["adjustment"]): string {
  const sign = change.known && change.value > 0 ? "+" : "";
  if (!adjustment.known) return numeral(change);
  switch (adjustment.value) {
    case "ChangeInCapacity":
      return `${sign}${numeral(change)}`;
    case "PercentChangeInCapacity":
      return `${sign}${numeral(change)} %`;
    case "ExactCapacity":
      return `exactly ${numeral(change)}`;
    default:
      return adjustment.value satisfies never;
  }
}

const subjectOf = ({ signal, label }: Metric, unit: ScalableUnit): string => (signal.known ? words[signal.value](unit, label) : label);

const words: Readonly<Record<Signal, (unit: ScalableUnit, label: string) => string>> = {
  cpu: () => "CPU",
  memory: () => "memory",
  requests: (unit) => `req/${unit}`,
  backlog: (unit) => `backlog per ${unit}`,
  "queue depth": () => "queue depth",
  "concurrency utilization": () => "utilization",
  "capacity utilization": () => "used capacity",
  connections: () => "connections",
  custom: (_unit, label) => label,
};

/** Of these AWS publishes percentages; utilization of provisioned concurrency is a fraction. */
const percentOf = ({ signal }: Metric): string => (signal.known && (signal.value === "cpu" || signal.value === "memory") ? " %" : "");
