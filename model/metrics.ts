import { chain, known, map, unknown, type Maybe } from "../graph/maybe";
import type { Resource } from "../graph/resource-graph";
import type { ValueMap } from "../graph/value";
import type { GraphIndex } from "./index-of-graph";
import { join, references, type Reference } from "./joins";
import { countsRunningTasks, predefinedMeaning, publishedMeaning, type MetricMeaning } from "./metric-names";
import { measureOf, type Measure } from "./metric-math";
import { booleanAt, mapAt, mapsAt, numberAt, stringAt, withDefault, type Found, type Properties } from "./properties";
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
  if (customized === undefined) return { metric: unknownMetric(unknown("malformed")), unresolved: [] };
  return cloudWatchMetric(trackingDialect, policy, customized, index);
}

/** What an alarm looks at. */
export const alarmMetric = (alarm: Resource, index: GraphIndex): MetricRead =>
  cloudWatchMetric(alarmDialect, alarm, known(alarm.inputs), index);

/** The longest period of an alarm's own metric or of those that it computes with; undefined where none is written. */
export function alarmPeriod(alarm: Properties): Found<number> {
  const queries = mapsAt(alarm, "metricQueries");
  const periods = [
    numberAt(alarm, "period"),
    ...(queries?.known ? queries.value.flatMap((q) => [numberAt(q, "period"), numberAt(q, ["metric", "period"])]) : [queries]),
  ];
  const found = periods.filter((period) => period !== undefined);
  const lost = found.find((period) => !period.known);
  if (lost !== undefined) return lost as Maybe<never>;
  return found.reduce<Found<number>>(
    (longest, period) =>
      longest === undefined || (longest.known && period.known && period.value > longest.value) ? (period as Maybe<number>) : longest,
    undefined,
  );
}

/** A target tracking policy and an alarm name the same things differently. */
interface Dialect {
  /** The list of queries of metric math. */
  readonly queries: string;
  /** Within a query: the metric, and its statistic. */
  readonly metricIn: readonly string[];
  readonly statisticIn: readonly string[];
  readonly dimensionIn: (metric: Properties, name: string) => Found<string>;
  readonly queue: Reference;
  readonly queueInQueries: Reference;
  readonly targetGroup: Reference;
  readonly targetGroupInQueries: Reference;
}
const trackingDialect: Dialect = {
  queries: "metrics",
  metricIn: ["metricStat", "metric"],
  statisticIn: ["metricStat", "stat"],
  dimensionIn: dimensionInList,
  queue: references.trackedQueue,
  queueInQueries: references.trackedQueue,
  targetGroup: references.trackedTargetGroup,
  targetGroupInQueries: references.trackedTargetGroup,
};
const alarmDialect: Dialect = {
  queries: "metricQueries",
  metricIn: ["metric"],
  statisticIn: ["metric", "stat"],
  dimensionIn: (metric, name) => stringAt(metric, ["dimensions", name]),
  queue: references.alarmQueue,
  queueInQueries: references.alarmQueriesQueue,
  targetGroup: references.alarmTargetGroup,
  targetGroupInQueries: references.alarmQueriesTargetGroup,
};

function predefinedMetric(policy: Resource, specification: Properties, index: GraphIndex): MetricRead {
  const type = stringAt(specification, "predefinedMetricType") ?? unknown("malformed");
  const meaning = chain(type, (name) => meaningOr(predefinedMeaning(name)));
  const read = partnerOf(
    policy,
    meaning,
    references.trackedQueue,
    undefined,
    references.trackedTargetGroup,
    stringAt(specification, "resourceLabel"),
    index,
  );
  return {
    metric: {
      ...meaningful(meaning),
      of: read.of,
      period: withDefault(
        undefined,
        seconds(meaning.known && meaning.value !== "custom" ? (meaning.value.period ?? usualPeriod) : usualPeriod),
      ),
      statistic: undefined,
      expression: undefined,
      label: type.known ? type.value : unnamed,
    },
    unresolved: read.unresolved,
  };
}

function cloudWatchMetric(dialect: Dialect, from: Resource, specification: Properties, index: GraphIndex): MetricRead {
  const queries = mapsAt(specification, dialect.queries);
  if (queries !== undefined && !(queries.known && queries.value.length === 0)) return mathMetric(dialect, from, queries, index);
  return plainMetric(
    dialect,
    from,
    specification,
    stringAt(specification, "statistic") ?? stringAt(specification, "extendedStatistic"),
    dialect.queue,
    dialect.targetGroup,
    index,
  );
}

function plainMetric(
  dialect: Dialect,
  from: Resource,
  specification: Properties,
  statistic: Found<string>,
  queue: Reference,
  targetGroup: Reference,
  index: GraphIndex,
): MetricRead {
  const label = labelOf(specification);
  const meaning = chain(label, (text) => meaningOr(publishedMeaning(text)));
  const read = partnerOf(
    from,
    meaning,
    queue,
    dialect.dimensionIn(specification, "QueueName"),
    targetGroup,
    dialect.dimensionIn(specification, "TargetGroup"),
    index,
  );
  return {
    metric: {
      ...meaningful(meaning),
      of: read.of,
      period: withDefault(undefined, seconds(usualPeriod)),
      statistic,
      expression: undefined,
      label: label.known ? label.value : unnamed,
    },
    unresolved: read.unresolved,
  };
}

/** One query of several returns data: a metric as it is, or an expression over the others. */
function mathMetric(dialect: Dialect, from: Resource, list: Maybe<readonly Maybe<ValueMap>[]>, index: GraphIndex): MetricRead {
  if (!list.known || list.value.length > mostQueries)
    return { metric: unknownMetric(list.known ? unknown("malformed") : list), unresolved: [] };
  const returning = list.value.filter((query) => !isFalse(booleanAt(query, "returnData")));
  const [only] = returning;
  if (only === undefined || returning.length > 1)
    return { metric: unknownMetric(unknown(only === undefined ? "malformed" : "ambiguous")), unresolved: [] };
  const expression = stringAt(only, "expression");
  if (expression === undefined) {
    const metric = mapAt(only, dialect.metricIn) ?? unknown("malformed");
    return plainMetric(
      dialect,
      from,
      metric,
      stringAt(only, dialect.statisticIn),
      dialect.queueInQueries,
      dialect.targetGroupInQueries,
      index,
    );
  }
  const meaning = chain(expression, (text) => meaningOfExpression(dialect, text, list.value));
  const queue = oneText(list.value.flatMap((query) => dialect.dimensionIn(mapAt(query, dialect.metricIn) ?? known({}), "QueueName") ?? []));
  const read = partnerOf(from, meaning, dialect.queueInQueries, queue, dialect.targetGroupInQueries, undefined, index);
  return {
    metric: {
      ...meaningful(meaning),
      of: read.of,
      period: withDefault(undefined, seconds(usualPeriod)),
      statistic: undefined,
      expression,
      label: expression.known ? expression.value : "metric math",
    },
    unresolved: read.unresolved,
  };
}

function meaningOfExpression(dialect: Dialect, expression: string, queries: readonly Maybe<ValueMap>[]): Maybe<MetricMeaning | "custom"> {
  const byId = new Map<string, { readonly label: Found<string>; readonly expression: Found<string> }>();
  for (const query of queries) {
    const id = stringAt(query, "id") ?? unknown("malformed");
    const metric = mapAt(query, dialect.metricIn);
    const entry = { label: metric && labelOf(metric), expression: stringAt(query, "expression") };
    const lost = [id, entry.label, entry.expression].find((part) => part !== undefined && !part.known);
    if (lost !== undefined && !lost.known) return lost;
    if (id.known) byId.set(id.value, entry);
  }
  const measures = new Map<string, Measure>();
  const measureOfId = (id: string): Measure => {
    const ready = measures.get(id);
    if (ready !== undefined) return ready;
    measures.set(id, "other"); // an expression that refers to itself
    const entry = byId.get(id);
    const measure = entry?.expression?.known
      ? measureOf(entry.expression.value, measureOfId)
      : entry?.label?.known
        ? measureOfMetric(entry.label.value)
        : "other";
    measures.set(id, measure);
    return measure;
  };
  return known(meaningOfMeasure(measureOf(expression, measureOfId)));
}

function measureOfMetric(label: string): Measure {
  if (countsRunningTasks(label)) return "tasks";
  return publishedMeaning(label)?.signal === "queue depth" ? "messages" : "other";
}

function meaningOfMeasure(measure: Measure): MetricMeaning | "custom" {
  switch (measure) {
    case "messages":
      return { signal: "queue depth", per: "total" };
    case "messages per task":
      return { signal: "backlog", per: "unit" };
    case "tasks":
    case "number":
    case "other":
      return "custom";
    default:
      return measure satisfies never;
  }
}

/** Whom the metric is about: a queue, a target group, or nobody in particular. */
function partnerOf(
  from: Resource,
  meaning: Maybe<MetricMeaning | "custom">,
  queue: Reference,
  queueText: Found<string>,
  targetGroup: Reference,
  targetGroupText: Found<string>,
  index: GraphIndex,
): { readonly of: Metric["of"]; readonly unresolved: readonly Unresolved[] } {
  if (!meaning.known || meaning.value === "custom") return { of: undefined, unresolved: [] };
  const { signal } = meaning.value;
  const [reference, text] = signal === "requests" ? [targetGroup, targetGroupText] : [queue, queueText];
  if (signal !== "requests" && signal !== "queue depth" && signal !== "backlog") return { of: undefined, unresolved: [] };
  const joined = join(reference, from, text, index);
  return { of: urnOf(joined), unresolved: unresolved(from, reference.property, joined, text, index) };
}

/** CloudWatch's own name: `AWS/SQS ApproximateNumberOfMessagesVisible`. */
function labelOf(metric: Properties): Maybe<string> {
  const name = stringAt(metric, "metricName") ?? unknown("malformed");
  const namespace = stringAt(metric, "namespace") ?? known("");
  return chain(namespace, (space) => map(name, (text) => `${space} ${text}`.trim()));
}

/** A dimension in a list of names and values. */
function dimensionInList(metric: Properties, wanted: string): Found<string> {
  const list = mapsAt(metric, "dimensions");
  if (!list?.known) return list;
  const named = list.value.find((dimension) => {
    const name = stringAt(dimension, "name");
    return name?.known === true && name.value === wanted;
  });
  return named === undefined ? undefined : stringAt(named, "value");
}

/** The one text of several; ambiguous where they differ. */
function oneText(texts: readonly Maybe<string>[]): Found<string> {
  const [first] = texts;
  const alike = texts.every((text) => text.known && first?.known && text.value === first.value);
  return alike || texts.length === 1 ? first : unknown("ambiguous");
}

/** Seconds: CloudWatch's metrics of AWS services, and a target tracking policy's own. */
const usualPeriod = 60;
/** CloudWatch takes at most 20 for an alarm and 10 for a policy. */
const mostQueries = 100;
const unnamed = "a metric";

const isFalse = (found: Found<boolean>): boolean => found?.known === true && !found.value;
const meaningOr = (meaning: MetricMeaning | undefined): Maybe<MetricMeaning | "custom"> => known(meaning ?? "custom");
const meaningful = (meaning: Maybe<MetricMeaning | "custom">): Pick<Metric, "signal" | "per"> => ({
  signal: map(meaning, (m) => (m === "custom" ? "custom" : m.signal)),
  per: chain(meaning, (m) => (m === "custom" ? unknown("not in this source") : known(m.per))),
});
const unknownMetric = (why: Maybe<never>): Metric => ({
  signal: why,
  per: why,
  of: undefined,
  period: { value: why, given: false },
  statistic: undefined,
  expression: undefined,
  label: unnamed,
});
