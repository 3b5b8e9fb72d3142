import type { Registered } from "../../components/registered";
import { applications, families } from "./known";
import { metricsOf } from "./used";
import type { Used } from "./used";

/** Metrics that nobody publishes, or not by those dimensions. */
export const metricFaults = (resources: readonly Registered[]): readonly string[] => {
  const own = publishedByLogs(resources);
  return metricsOf(resources).flatMap((metric) => (isOwn(metric, own) ? [] : faultsOf(metric)));
};

function faultsOf({ by, namespace, metricName, dimensions }: Used): readonly string[] {
  const found = families.filter((family) => family.namespace === namespace && family.metrics.includes(metricName));
  if (found.length === 0) return [`${by} names the metric ${namespace} ${metricName}, which is not in test/aws/metrics/known.ts`];
  return found.some((family) => family.by.some((names) => names.join() === dimensions.join()))
    ? []
    : [`${by} names ${namespace} ${metricName} by ${dimensions.join(", ") || "nothing"}, by which nobody publishes it`];
}

/** What the stack's own log metric filters publish: name and namespace. */
const publishedByLogs = (resources: readonly Registered[]): readonly string[] =>
  resources.flatMap(({ type, inputs }) => {
    if (type !== "aws:cloudwatch/logMetricFilter:LogMetricFilter") return [];
    const { namespace, name } = inputs.metricTransformation as { readonly namespace: string; readonly name: string };
    return [`${namespace} ${name}`];
  });

const isOwn = ({ namespace, metricName }: Used, own: readonly string[]): boolean =>
  own.includes(`${namespace} ${metricName}`) || applications.includes(namespace);
