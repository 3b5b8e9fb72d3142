import type { Registered } from "../../components/registered";

/** A metric that a resource names. */
export interface Used {
  readonly by: string;
  readonly namespace: string;
  readonly metricName: string;
  /** Names of the dimensions, in the order of the alphabet. */
  readonly dimensions: readonly string[];
}

type Inputs = Readonly<Record<string, unknown>>;

/** Every metric that alarms, scaling policies and dashboards name. */
export const metricsOf = (resources: readonly Registered[]): readonly Used[] =>
  resources.flatMap(({ type, name, inputs }) => [
    ...named(inputs).map((metric) => ({ by: `${type}::${name}`, ...metric })),
    ...(typeof inputs.dashboardBody === "string"
      ? drawn(JSON.parse(inputs.dashboardBody) as unknown).map((metric) => ({ by: `${type}::${name}`, ...metric }))
      : []),
  ]);

type Metric = Omit<Used, "by">;

/** Mappings with a namespace and a metric's name, however deep they stand. */
function named(value: unknown): readonly Metric[] {
  if (Array.isArray(value)) return value.flatMap(named);
  if (!isMapping(value)) return [];
  const { namespace, metricName, dimensions } = value;
  const own =
    typeof namespace === "string" && typeof metricName === "string"
      ? [{ namespace, metricName, dimensions: [...namesOf(dimensions)].sort() }]
      : [];
  return [...own, ...Object.values(value).flatMap(named)];
}

/** Dimensions are a mapping, or a list of names and values. */
const namesOf = (dimensions: unknown): readonly string[] =>
  Array.isArray(dimensions)
    ? (dimensions as readonly Inputs[]).map(({ name }) => String(name))
    : Object.keys(isMapping(dimensions) ? dimensions : {});

/**
 * A dashboard's widgets draw rows of namespace, metric, then names and values of dimensions; `.` repeats what stands above, `...` the
 * whole row above but its last values. CloudWatch API reference, dashboard body structure.
 */
function drawn(body: unknown): readonly Metric[] {
  const widgets = isMapping(body) && Array.isArray(body.widgets) ? (body.widgets as readonly unknown[]) : [];
  return widgets.flatMap((widget) => {
    const properties = isMapping(widget) && isMapping(widget.properties) ? widget.properties : {};
    const rows = Array.isArray(properties.metrics) ? (properties.metrics as readonly unknown[]) : [];
    return rows.reduce<{ readonly above: readonly string[]; readonly metrics: readonly Metric[] }>(
      ({ above, metrics }, row) => {
        const texts = (Array.isArray(row) ? row : []).filter((each): each is string => typeof each === "string");
        if (texts.length === 0) return { above, metrics };
        const whole = written(texts, above);
        const [namespace = "", metricName = "", ...rest] = whole;
        return { above: whole, metrics: [...metrics, { namespace, metricName, dimensions: rest.filter((_, i) => i % 2 === 0).sort() }] };
      },
      { above: [], metrics: [] },
    ).metrics;
  });
}

const written = (texts: readonly string[], above: readonly string[]): readonly string[] =>
  texts[0] === "..."
    ? [...above.slice(0, above.length - (texts.length - 1)), ...texts.slice(1)]
    : texts.map((text, i) => (text === "." ? (above[i] ?? text) : text));

const isMapping = (value: unknown): value is Inputs => typeof value === "object" && value !== null && !Array.isArray(value);
