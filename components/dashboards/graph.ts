import type * as pulumi from "@pulumi/pulumi";
import type { Metric } from "../metric";

/** A part of a dashboard. */
export interface Section {
  readonly title: string;
  readonly graphs: readonly Graph[];
}

/** Lines over time. */
export interface Graph {
  readonly title: string;
  /** What the left axis counts. */
  readonly unit: string;
  readonly lines: readonly (Line | Formula)[];
  /** Values that the lines are to be compared with: a target, a limit, a step. */
  readonly levels?: readonly Level[];
  /** Where the metrics are; the stack's own region where absent. */
  readonly region?: string;
}

export interface Line {
  readonly label: string;
  readonly metric: Metric;
  readonly stat: Statistic;
}

/** A line that metric math makes of others, which are not drawn themselves. */
export interface Formula {
  readonly label: string;
  /** Names the metrics by their keys in `of`. */
  readonly expression: string;
  readonly of: Readonly<Record<string, Line>>;
}

type Statistic = "Average" | "Maximum" | "Minimum" | "Sum" | "p50" | "p95";

export interface Level {
  readonly label: string;
  readonly value: number;
}

/** Lines of several metrics of one thing. */
export const linesOf =
  (namespace: string, dimensions: Readonly<Record<string, pulumi.Input<string>>>) =>
  (metricName: string, stat: Statistic, label: string): Line => ({ label, stat, metric: { namespace, metricName, dimensions } });

/** A level where there is a value for it. */
export const levelsOf = (levels: readonly { readonly label: string; readonly value: number | undefined }[]): readonly Level[] =>
  levels.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
