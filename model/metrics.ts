import { chain, known, map, unknown, type Maybe } from "../graph/maybe";
import type { Resource, Urn } from "../graph/resource-graph";
import type { ValueMap } from "../graph/value";
import type { GraphIndex } from "./index-of-graph";
import { join, type Reference } from "./joins";
import { alarmDialect, measured, trackingDialect, type Dialect, type Measured } from "./metric-dialects";
import { labelOf, meaningOfExpression } from "./metric-meaning";
import { predefinedMeaning, publishedMeaning, type MetricMeaning } from "./metric-names";
import { all, booleanAt, mapAt, mapsAt, numberAt, stringAt, withDefault, type Found, type Properties } from "./properties";
import { unresolved, urnOf } from "./readers/reader";
import type { Metric, Unresolved } from "./scaling-model";
import { seconds } from "./units";

/** A metric, and the references that it made in vain. */
export interface MetricRead {
  readonly metric: Metric;
  readonly unresolved: readonly Unresolved[];
}

/** What a target tracking policy looks at. `configuration` is its `targetTrackingScalingPolicyConfiguration`. */
export function trackedMetric(policy: Resource, configuration: Properties, index: GraphIndex): MetricRead {
  const predefined = mapAt(configuration, "predefinedMetricSpecification");
  if (predefined !== undefined) return predefinedMetric(policy, predefined, index);
  const customized = mapAt(configuration, "customizedMetricSpecification");
  return customized === undefined ? cannotRead(unknown("malformed")) : cloudWatchMetric(policy, customized, trackingDialect, index);
}

/** What an alarm looks at. */
export const alarmMetric = (alarm: Resource, index: GraphIndex): MetricRead =>
  cloudWatchMetric(alarm, known(alarm.inputs), alarmDialect, index);

/** The queue whose messages a metric counts, where it counts those of one that is known. */
export function measuredQueue({ signal, of }: Metric): readonly Urn[] {
  const counted = signal.known && (signal.value === "backlog" || signal.value === "queue depth");
  return counted && of?.known ? [of.value] : [];
}

/** The longest period, in seconds, of an alarm's metric or of those that it computes with; undefined where none is written. */
export function alarmPeriod(alarm: Properties): Found<number> {
  const queries = mapsAt(alarm, "metricQueries");
  const inQueries = queries?.known ? queries.value.flatMap((q) => [numberAt(q, "period"), numberAt(q, ["metric", "period"])]) : [queries];
  const periods = [numberAt(alarm, "period"), ...inQueries].filter((period) => period !== undefined);
  if (periods.length === 0) return undefined;
  return map(all(periods), (list) => list.reduce((longest, period) => Math.max(longest, period)));
}

function predefinedMetric(policy: Resource, specification: Properties, index: GraphIndex): MetricRead {
  const type = stringAt(specification, "predefinedMetricType") ?? unknown("malformed");
  const meaning = map(type, predefinedMeaning);
  const aboutRequests = meaning.known && meaning.value.signal === "requests";
  const subject = aboutRequests
    ? { reference: trackingDialect.alone.targetGroup, text: stringAt(specification, "resourceLabel") }
    : undefined;
  return readAs(policy, { meaning, label: type, statistic: undefined, expression: undefined }, subject, index);
}

function cloudWatchMetric(from: Resource, specification: Properties, dialect: Dialect, index: GraphIndex): MetricRead {
  const queries = mapsAt(specification, dialect.queries);
  if (queries?.known === false) return cannotRead(queries);
  if (queries !== undefined && queries.value.length > 0) return mathMetric(from, queries.value, dialect, index);
  const statistic = stringAt(specification, "statistic") ?? stringAt(specification, "extendedStatistic");
  return plainMetric(from, specification, statistic, dialect, dialect.alone, index);
}

function plainMetric(
  from: Resource,
  metric: Properties,
  statistic: Found<string>,
  dialect: Dialect,
  references: Dialect["alone"],
  index: GraphIndex,
): MetricRead {
  const label = labelOf(metric);
  return readAs(
    from,
    { meaning: map(label, publishedMeaning), label, statistic, expression: undefined },
    subjectOf([metric], dialect, references),
    index,
  );
}

/** One of several queries returns data: a metric as it is, or an expression over the others. */
function mathMetric(from: Resource, queries: readonly Maybe<ValueMap>[], dialect: Dialect, index: GraphIndex): MetricRead {
  if (queries.length > mostQueries) return cannotRead(unknown("malformed"));
  const [only, second] = queries.filter((query) => !isFalse(booleanAt(query, "returnData")));
  if (only === undefined || second !== undefined) return cannotRead(unknown(only === undefined ? "malformed" : "ambiguous"));
  const expression = stringAt(only, "expression");
  if (expression === undefined) {
    const metric = mapAt(only, dialect.metricIn) ?? unknown("malformed");
    return plainMetric(from, metric, stringAt(only, dialect.statisticIn), dialect, dialect.inQueries, index);
  }
  const meaning = chain(expression, (text) => meaningOfExpression(dialect, text, queries));
  const metrics = queries.flatMap((query) => mapAt(query, dialect.metricIn) ?? []);
  return readAs(
    from,
    { meaning, label: stringAt(only, "label") ?? expression, statistic: undefined, expression },
    subjectOf(metrics, dialect, dialect.inQueries),
    index,
  );
}

interface Facts {
  readonly meaning: Maybe<MetricMeaning>;
  readonly label: Maybe<string>;
  readonly statistic: Found<string>;
  readonly expression: Found<string>;
}
interface Subject {
  readonly reference: Reference;
  readonly text: Found<string>;
}

function readAs(from: Resource, facts: Facts, subject: Subject | undefined, index: GraphIndex): MetricRead {
  const { meaning, label, statistic, expression } = facts;
  const joined = subject && join(subject.reference, from, subject.text, index);
  const nobody = subject === undefined || joined === undefined || (joined.found === undefined && subject.text === undefined);
  return {
    metric: {
      signal: map(meaning, ({ signal }) => signal),
      per: chain(meaning, ({ per }) => (per === undefined ? unknown("not in this source") : known(per))),
      of: nobody ? undefined : urnOf(joined),
      period: withDefault(undefined, seconds((meaning.known ? meaning.value.period : undefined) ?? usualPeriod)),
      statistic,
      expression,
      label: label.known ? label.value : unnamed,
    },
    unresolved: nobody ? [] : unresolved(from, subject.reference.property, joined, subject.text, index),
  };
}

/** Whom the metrics are about: a queue before a target group before a service, as a backlog counts messages by tasks. */
function subjectOf(metrics: readonly Properties[], dialect: Dialect, references: Dialect["alone"]): Subject | undefined {
  const namespaces = metrics.map((metric) => stringAt(metric, "namespace"));
  for (const kind of Object.keys(measured) as Measured[]) {
    const { namespaces: own, dimension } = measured[kind];
    const about = metrics.filter((_metric, i) => namespaces[i]?.known && own.some((name) => name === textOf(namespaces[i])));
    if (about.length > 0)
      return { reference: references[kind], text: oneText(about.flatMap((m) => dialect.dimensionIn(m, dimension) ?? [])) };
  }
  return undefined;
}

/** The one text of several; ambiguous where they differ. */
function oneText(texts: readonly Maybe<string>[]): Found<string> {
  const [first, ...others] = texts;
  return others.every((text) => textOf(text) !== undefined && textOf(text) === textOf(first)) ? first : unknown("ambiguous");
}

const textOf = (found: Found<string>): string | undefined => (found?.known ? found.value : undefined);
const isFalse = (found: Found<boolean>): boolean => found?.known === true && !found.value;

/** Seconds: CloudWatch's metrics of AWS services, and what a target tracking policy looks at. */
const usualPeriod = 60;
/** CloudWatch takes at most 20 for an alarm and 10 for a policy. */
const mostQueries = 100;
const unnamed = "a metric";

function cannotRead(why: Maybe<never>): MetricRead {
  const metric: Metric = {
    signal: why,
    per: why,
    of: undefined,
    period: { value: why, given: false },
    statistic: undefined,
    expression: undefined,
    label: unnamed,
  };
  return { metric, unresolved: [] };
}
