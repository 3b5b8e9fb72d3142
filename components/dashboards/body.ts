import type * as pulumi from "@pulumi/pulumi";
import type { Formula, Graph, Line, Section } from "./graph";

/** A dashboard is 24 columns wide; three graphs stand side by side. */
const COLUMNS = 24;
const GRAPH = { width: 8, height: 6 } as const;
const TITLE_HEIGHT = 1;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Widget extends Place {
  readonly type: "text" | "metric";
  readonly properties: object;
}

/**
 * A dashboard as CloudWatch takes it, section below section. Sections without a graph are left out. Source: CloudWatch API reference,
 * "Dashboard Body Structure and Syntax", read 2026-11-25.
 *
 * @param region where metrics are that say nothing else
 */
export const bodyOf = (sections: readonly Section[], region: pulumi.Input<string>): { readonly widgets: readonly Widget[] } => ({
  widgets: sections
    .filter(({ graphs }) => graphs.length > 0)
    .reduce<readonly Widget[]>((above, section) => [...above, ...place(section, bottomOf(above), region)], []),
});

const bottomOf = (widgets: readonly Widget[]): number => Math.max(0, ...widgets.map(({ y, height }) => y + height));

const place = ({ title, graphs }: Section, top: number, region: pulumi.Input<string>): readonly Widget[] => [
  { type: "text", x: 0, y: top, width: COLUMNS, height: TITLE_HEIGHT, properties: { markdown: `## ${title}` } },
  ...graphs.map((graph, i): Widget => ({ type: "metric", ...placeOf(i, top + TITLE_HEIGHT), properties: propertiesOf(graph, region) })),
];

const placeOf = (i: number, top: number): Place => {
  const inRow = COLUMNS / GRAPH.width;
  return { x: (i % inRow) * GRAPH.width, y: top + Math.floor(i / inRow) * GRAPH.height, ...GRAPH };
};

const propertiesOf = ({ title, unit, lines, levels = [], region }: Graph, stackRegion: pulumi.Input<string>) => ({
  title,
  view: "timeSeries",
  region: region ?? stackRegion,
  period: 60,
  yAxis: { left: { min: 0, label: unit, showUnits: false } },
  metrics: lines.flatMap((line) => ("of" in line ? formulaOf(line) : [metricOf(line)])),
  ...(levels.length === 0 ? {} : { annotations: { horizontal: levels } }),
});

/** `[namespace, metric, dimension, value, …, options]` */
const metricOf = ({ metric, stat, label }: Line, options: object = {}) => [
  metric.namespace,
  metric.metricName,
  ...Object.entries(metric.dimensions).flat(),
  { stat, label, ...options },
];

const formulaOf = ({ label, expression, of }: Formula) => [
  [{ label, expression }],
  ...Object.entries(of).map(([id, line]) => metricOf(line, { id, visible: false })),
];
