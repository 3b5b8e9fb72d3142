import type { types } from "@pulumi/aws";
import type { Metric } from "./metric";

type Query = types.input.cloudwatch.MetricAlarmMetricQuery;

interface Counted {
  readonly requests: Metric;
  readonly failures: readonly Metric[];
}

/**
 * The share of requests that failed, in percent, as metric math. A count that was not published is none, so nothing is divided by zero
 * and a time without requests has no failures.
 */
export const failureShare = ({ requests, failures }: Counted, period: number): Query[] => [
  sum("requests", requests, period),
  ...failures.map((metric, i) => sum(`failures${i}`, metric, period)),
  { id: "failed", label: "Requests that failed", expression: failures.map((_, i) => `FILL(failures${i}, 0)`).join(" + ") },
  { id: "total", label: "Requests", expression: "FILL(requests, 0)" },
  { id: "share", label: "Percent that failed", expression: "IF(total > 0, 100 * failed / total, 0)", returnData: true },
];

const sum = (id: string, { namespace, metricName, dimensions }: Metric, period: number): Query => ({
  id,
  metric: { namespace, metricName, dimensions: { ...dimensions }, stat: "Sum", period },
});
