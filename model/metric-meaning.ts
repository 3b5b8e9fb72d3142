import { chain, known, map, unknown, type Maybe } from "../graph/maybe";
import type { ValueMap } from "../graph/value";
import type { Dialect } from "./metric-dialects";
import { measureOf, type Measure } from "./metric-math";
import { countsRunningTasks, custom, publishedMeaning, type MetricMeaning } from "./metric-names";
import { mapAt, stringAt, type Properties } from "./properties";

/** CloudWatch's own name: `AWS/SQS ApproximateNumberOfMessagesVisible`. */
export function labelOf(metric: Properties): Maybe<string> {
  const name = stringAt(metric, "metricName") ?? unknown("malformed");
  const namespace = stringAt(metric, "namespace") ?? known("");
  return chain(namespace, (space) => map(name, (text) => `${space} ${text}`.trim()));
}

/** What an expression over several queries says; unknown when it or one of the queries is. */
export function meaningOfExpression(dialect: Dialect, expression: string, queries: readonly Maybe<ValueMap>[]): Maybe<MetricMeaning> {
  const byId = new Map<string, Query>();
  for (const query of queries) {
    const id = stringAt(query, "id") ?? unknown("malformed");
    const metric = mapAt(query, dialect.metricIn);
    const label = metric && labelOf(metric);
    const inner = stringAt(query, "expression");
    if (!id.known) return id;
    if (label?.known === false) return label;
    if (inner?.known === false) return inner;
    byId.set(id.value, { label: label?.value, expression: inner?.value });
  }
  return known(meaningOfMeasure(measureOf(expression, measuresOf(byId))));
}

interface Query {
  readonly label: string | undefined;
  readonly expression: string | undefined;
}

/** What each query measures, found once; one that refers to itself measures nothing that can be told. */
function measuresOf(queries: ReadonlyMap<string, Query>): (id: string) => Measure {
  const measures = new Map<string, Measure>();
  const find = (id: string): Measure => {
    const ready = measures.get(id);
    if (ready !== undefined) return ready;
    measures.set(id, "other");
    const query = queries.get(id);
    const measure = query?.expression === undefined ? measureOfMetric(query?.label) : measureOf(query.expression, find);
    measures.set(id, measure);
    return measure;
  };
  return find;
}

function measureOfMetric(label: string | undefined): Measure {
  if (label === undefined) return "other";
  if (countsRunningTasks(label)) return "tasks";
  return publishedMeaning(label).signal === "queue depth" ? "messages" : "other";
}

function meaningOfMeasure(measure: Measure): MetricMeaning {
  switch (measure) {
    case "messages":
      return { signal: "queue depth", per: "total" };
    case "messages per task":
      return { signal: "backlog", per: "unit" };
    case "tasks":
    case "number":
    case "other":
      return custom;
    default:
      return measure satisfies never;
  }
}
