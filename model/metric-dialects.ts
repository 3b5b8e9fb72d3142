import type { Maybe } from "../graph/maybe";
import type { ValueMap } from "../graph/value";
import { references, type Reference } from "./joins";
import { chainFound, mapsAt, stringAt, type Found, type Properties } from "./properties";

/** Whom a metric can be about: the metric's namespaces, and the dimension that names it. */
export const measured = {
  queue: { namespaces: ["AWS/SQS"], dimension: "QueueName" },
  targetGroup: { namespaces: ["AWS/ApplicationELB", "AWS/NetworkELB"], dimension: "TargetGroup" },
  service: { namespaces: ["AWS/ECS", "ECS/ContainerInsights"], dimension: "ServiceName" },
} as const;
export type Measured = keyof typeof measured;

/** A target tracking policy and an alarm say the same things in different words. */
export interface Dialect {
  /** The list of queries of metric math. */
  readonly queries: string;
  /** Within a query: the metric, and its statistic. */
  readonly metricIn: readonly string[];
  readonly statisticIn: readonly string[];
  readonly dimensionIn: (metric: Properties, name: string) => Found<string>;
  /** Who is named in a metric that stands alone, and in one of several queries. */
  readonly alone: Readonly<Record<Measured, Reference>>;
  readonly inQueries: Readonly<Record<Measured, Reference>>;
}

const tracked = { queue: references.trackedQueue, targetGroup: references.trackedTargetGroup, service: references.trackedService } as const;

export const trackingDialect: Dialect = {
  queries: "metrics",
  metricIn: ["metricStat", "metric"],
  statisticIn: ["metricStat", "stat"],
  dimensionIn: (metric, name) => chainFound(mapsAt(metric, "dimensions"), (list) => valueNamed(list, name)),
  alone: tracked,
  inQueries: tracked,
};

export const alarmDialect: Dialect = {
  queries: "metricQueries",
  metricIn: ["metric"],
  statisticIn: ["metric", "stat"],
  dimensionIn: (metric, name) => stringAt(metric, ["dimensions", name]),
  alone: { queue: references.alarmQueue, targetGroup: references.alarmTargetGroup, service: references.alarmService },
  inQueries: {
    queue: references.alarmQueriesQueue,
    targetGroup: references.alarmQueriesTargetGroup,
    service: references.alarmQueriesService,
  },
};

/** A list of `{ name, value }`. */
function valueNamed(list: readonly Maybe<ValueMap>[], wanted: string): Found<string> {
  const named = list.find((dimension) => {
    const name = stringAt(dimension, "name");
    return name?.known === true && name.value === wanted;
  });
  return named === undefined ? undefined : stringAt(named, "value");
}
