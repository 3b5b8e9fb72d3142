import type * as pulumi from "@pulumi/pulumi";

/** A metric of CloudWatch, looked at every minute. */
export interface Metric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
  readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum";
}

/** A metric that an expression of the same alarm names by its id. */
export const measure = (id: string, { namespace, metricName, dimensions, statistic }: Metric) => ({
  id,
  returnData: false,
  metric: { namespace, metricName, dimensions, stat: statistic, period: 60 },
});

/** The expression whose value the alarm compares with its threshold. */
export const expression = (id: string, label: string, formula: string) => ({ id, label, expression: formula, returnData: true });
