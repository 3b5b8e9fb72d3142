import { chain, unknown } from "../../graph/maybe";
import type { Resource } from "../../graph/resource-graph";
import type { GraphIndex } from "../index-of-graph";
import { candidatesOf, joinEach, references } from "../joins";
import { alarmMetric, alarmPeriod } from "../metrics";
import {
  asString,
  booleanAt,
  inputsOf,
  listAt,
  mapFound,
  numberAt,
  requiredInput,
  setting,
  stringAt,
  withDefault,
  type Found,
} from "../properties";
import { types } from "../resource-types";
import type { Alarm, AlarmAction, Unresolved } from "../scaling-model";
import { seconds } from "../units";
import { unresolved, urnOf, type Reader } from "./reader";

/** Alarms. Defaults: CloudWatch API reference, `PutMetricAlarm`. */
export const cloudwatch: Reader = (_graph, index) => {
  const read = index.ofTypes(types.alarm).map((resource) => readAlarm(resource, index));
  return { alarms: read.map((r) => r.alarm), unresolved: read.flatMap((r) => r.unresolved) };
};

function readAlarm(resource: Resource, index: GraphIndex): { readonly alarm: Alarm; readonly unresolved: readonly Unresolved[] } {
  const inputs = inputsOf(resource);
  const { metric, unresolved: ofMetric } = alarmMetric(resource, index);
  const period = setting(mapFound(alarmPeriod(inputs), seconds), unknown("malformed"));
  const evaluationPeriods = requiredInput(resource, "evaluationPeriods", numberAt);
  const calls = states.map((state) => callsOf(resource, state, index));
  return {
    alarm: {
      id: resource.urn,
      at: index.ref(resource),
      metric: { ...metric, period },
      comparison: requiredInput(resource, "comparisonOperator", stringAt),
      threshold: requiredInput(resource, "threshold", numberAt),
      period,
      evaluationPeriods,
      datapointsToAlarm: setting(numberAt(inputs, "datapointsToAlarm"), evaluationPeriods),
      missingData: withDefault(stringAt(inputs, "treatMissingData"), "missing"),
      actions: calls.flatMap((call) => call.actions),
      enabled: withDefault(booleanAt(inputs, "actionsEnabled"), true),
    },
    unresolved: [...ofMetric, ...calls.flatMap((call) => call.unresolved)],
  };
}

const states = [
  { on: "alarm", reference: references.alarmActions },
  { on: "ok", reference: references.okActions },
  { on: "insufficient data", reference: references.insufficientDataActions },
] as const;

function callsOf(
  resource: Resource,
  { on, reference }: (typeof states)[number],
  index: GraphIndex,
): { readonly actions: readonly AlarmAction[]; readonly unresolved: readonly Unresolved[] } {
  const list = listAt(inputsOf(resource), reference.property);
  if (list === undefined) return { actions: [], unresolved: [] };
  const texts: readonly Found<string>[] = list.known
    ? list.value.map((item) => chain(item, asString))
    : Array(Math.max(1, candidatesOf(reference, resource, index).length)).fill(list);
  const joined = joinEach(reference, resource, texts, index);
  return {
    actions: joined.map((one) => ({ on, calls: urnOf(one) })),
    unresolved: joined.flatMap((one, i) => unresolved(resource, reference.property, one, texts[i], index)),
  };
}
