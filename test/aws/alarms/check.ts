import type { Registered } from "../../components/registered";
import { outputOf } from "../as-aws";

type Inputs = Readonly<Record<string, unknown>>;

const metricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const compositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

/** Alarms that CloudWatch would refuse, and alarms that nobody would hear of. */
export const alarmFaults = (all: readonly Registered[]): readonly string[] =>
  all
    .filter(({ type }) => type === metricAlarm || type === compositeAlarm)
    .flatMap((alarm) =>
      [...(isHeard(alarm, all) ? [] : ["is heard by nobody"]), ...(alarm.type === metricAlarm ? refused(alarm.inputs) : [])].map(
        (fault) => `${alarm.type}::${alarm.name} ${fault}`,
      ),
    );

/** An alarm tells a topic, calls a scaling policy, rolls back a deployment, or is part of a composite that is heard. */
function isHeard(alarm: Registered, all: readonly Registered[]): boolean {
  const name = String(outputOf(alarm, alarm.type === metricAlarm ? "name" : "alarmName"));
  const heard = new Set(
    all
      .filter(({ type }) => ["aws:sns/topic:Topic", "aws:appautoscaling/policy:Policy"].includes(type))
      .map((resource) => outputOf(resource, "arn")),
  );
  if (list(alarm.inputs.alarmActions).some((action) => heard.has(action))) return true;
  return all.some(({ type, inputs }) => {
    if (type === compositeAlarm)
      return String(inputs.alarmRule).includes(`"${name}"`) || String(inputs.alarmRule).includes(`alarm:${name}"`);
    return type === "aws:ecs/service:Service" && list((inputs.alarms as Inputs | undefined)?.alarmNames).includes(name);
  });
}

/** What PutMetricAlarm refuses: CloudWatch API reference, read on 2026-11-25. */
function refused(inputs: Inputs): readonly string[] {
  const queries = list(inputs.metricQueries) as readonly Inputs[];
  const single = inputs.metricName !== undefined;
  const periods = single ? [inputs.period] : queries.flatMap(({ metric }) => (metric === undefined ? [] : [(metric as Inputs).period]));
  const evaluations = Number(inputs.evaluationPeriods);
  return [
    ...(single === queries.length > 0 ? ["has either one metric or metric math, not both and not neither"] : []),
    ...(single && (inputs.statistic === undefined) === (inputs.extendedStatistic === undefined) ? ["needs one statistic"] : []),
    ...(!single && queries.filter(({ returnData }) => returnData === true).length !== 1 ? ["needs one query that returns data"] : []),
    ...(!single && inputs.period !== undefined ? ["has a period beside metric math"] : []),
    ...periods.flatMap((period) => periodFaults(Number(period), evaluations)),
    ...(typeof inputs.threshold === "number" || inputs.thresholdMetricId !== undefined ? [] : ["has no threshold"]),
    ...(Number(inputs.datapointsToAlarm ?? 0) > evaluations ? ["wants more data points than it looks at"] : []),
    ...(comparisons.includes(String(inputs.comparisonOperator)) ? [] : [`compares by ${String(inputs.comparisonOperator)}`]),
    ...(missing.includes(String(inputs.treatMissingData)) ? [] : [`treats missing data as ${String(inputs.treatMissingData)}`]),
    ...(typeof inputs.alarmDescription === "string" && inputs.alarmDescription.length > 1024
      ? ["has a description of more than 1024 characters"]
      : []),
    ...(list(inputs.alarmActions).length > 5 ? ["has more than 5 actions"] : []),
    ...queries.filter(({ id }) => !/^[a-z][A-Za-z0-9_]*$/.test(String(id))).map(({ id }) => `has a query called ${String(id)}`),
  ];
}

const DAY = 86_400;

function periodFaults(period: number, evaluations: number): readonly string[] {
  if (![10, 20, 30].includes(period) && period % 60 !== 0) return [`has a period of ${period} s`];
  const most = period >= 3600 ? 7 * DAY : DAY;
  return period * evaluations > most ? [`looks back ${period * evaluations} s; ${most} s are allowed`] : [];
}

const comparisons = [
  "GreaterThanOrEqualToThreshold",
  "GreaterThanThreshold",
  "GreaterThanUpperThreshold",
  "LessThanLowerOrGreaterThanUpperThreshold",
  "LessThanLowerThreshold",
  "LessThanOrEqualToThreshold",
  "LessThanThreshold",
];
const missing = ["breaching", "notBreaching", "ignore", "missing"];
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
