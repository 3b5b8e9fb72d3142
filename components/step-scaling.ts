import * as appautoscaling from "@pulumi/aws/appautoscaling";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import type { Seconds, StepsConfig } from "../config";
import type { ScalableDimension } from "./autoscaling";
import { expression, measure } from "./metric-queries";
import type { Metric } from "./metric-queries";
import { Part } from "./part";
import type { Scope } from "./scope";
import type { Guard } from "./step-guards";

interface StepScalingArgs {
  readonly configPath: string;
  /** The `headroom:component` tag. */
  readonly component: string;
  readonly dimension: ScalableDimension;
  readonly steps: StepsConfig;
  readonly source: Metric;
  readonly guards: readonly Guard[];
  /** Dimensions of the service's number of running tasks. */
  readonly running: Metric["dimensions"];
  readonly cooldowns: { readonly scaleInCooldown: Seconds; readonly scaleOutCooldown: Seconds };
  readonly scope: Scope;
}

/**
 * Adds tasks in steps while something outside of them grows, and takes them away in one step once it has been small for a while: two
 * step policies, and the two alarms that call them every minute for as long as they ring.
 *
 * A step back does not wait for target tracking, which would start at once what the step has just stopped. So where there are both,
 * target tracking adds tasks only, and the alarm of the step back looks at its metrics too: it rings only while one step fewer tasks
 * would keep each of them below its target. Source: Application Auto Scaling user guide, "How target tracking scaling for Application
 * Auto Scaling works", multiple scaling policies, read 2026-11-25.
 *
 * No data is no reason to add tasks, nor to take any away.
 */
export class StepScaling extends Part {
  constructor(name: string, args: StepScalingArgs, options: pulumi.ComponentResourceOptions) {
    super("StepScaling", name, args.configPath, options);
    const child = { parent: this };
    const { steps, source, cooldowns, component } = args;

    const policy = (id: string, cooldown: Seconds, stepAdjustments: readonly Adjustment[]): appautoscaling.Policy =>
      new appautoscaling.Policy(
        `${name}-${id}`,
        {
          ...args.dimension,
          policyType: "StepScaling",
          stepScalingPolicyConfiguration: {
            adjustmentType: "ChangeInCapacity",
            metricAggregationType: aggregations[source.statistic],
            cooldown,
            stepAdjustments: [...stepAdjustments],
          },
        },
        child,
      );
    const alarm = (id: string, calls: appautoscaling.Policy, what: cloudwatch.MetricAlarmArgs): void => {
      new cloudwatch.MetricAlarm(
        `${name}-${id}`,
        { treatMissingData: "notBreaching", alarmActions: [calls.arn], tags: args.scope.tags(component), ...what },
        child,
      );
    };

    const out = policy("out", cooldowns.scaleOutCooldown, upwards(steps.out));
    const back = policy("in", cooldowns.scaleInCooldown, [{ metricIntervalUpperBound: "0", scalingAdjustment: -steps.in.remove }]);
    alarm("out", out, {
      alarmDescription: `Adds tasks to ${component}: ${source.metricName} is ${lowest(steps.out)} or more.`,
      ...source,
      period: 60,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: lowest(steps.out),
      evaluationPeriods: 1,
    });
    alarm("in", back, {
      alarmDescription: `Takes tasks from ${component}: ${source.metricName} has been below ${steps.in.below} for ${steps.in.for / 60} minutes.`,
      ...(args.guards.length === 0 ? { ...source, period: 60 } : { metricQueries: guarded(args) }),
      comparisonOperator: "LessThanThreshold",
      threshold: steps.in.below,
      evaluationPeriods: steps.in.for / 60,
    });
    this.registerOutputs({});
  }
}

interface Adjustment {
  readonly metricIntervalLowerBound?: string;
  readonly metricIntervalUpperBound?: string;
  readonly scalingAdjustment: number;
}

/** A policy takes the average of the alarm's values where it is not told otherwise; a sum has one value a minute. */
const aggregations = { Average: "Average", Maximum: "Maximum", Minimum: "Minimum", Sum: "Average" } as const;

/** Intervals are counted from the alarm's threshold, the lowest step; each begins where the one before ends, and the last is open. */
export function upwards(out: StepsConfig["out"]): readonly Adjustment[] {
  return out.map(({ from, add }, i) => {
    const next = out[i + 1];
    return {
      metricIntervalLowerBound: String(from - lowest(out)),
      ...(next === undefined ? {} : { metricIntervalUpperBound: String(next.from - lowest(out)) }),
      scalingAdjustment: add,
    };
  });
}

const lowest = (out: StepsConfig["out"]): number => Math.min(...out.map(({ from }) => from));

/**
 * The value itself while a step back would keep every guarded metric below its target, and otherwise the threshold, below which it then
 * is not. Load is shared out: with `remove` tasks fewer, what `tasks` carry at `cpu` is carried at `cpu * tasks / (tasks - remove)`.
 */
function guarded({ steps, source, guards, running }: StepScalingArgs) {
  const { below, remove } = steps.in;
  const fits = guards.map(({ id, target, silent }) => `${silent ? `FILL(${id}, 0)` : id} * tasks < ${target} * (tasks - ${remove})`);
  return [
    measure("waiting", source),
    measure("tasks", { namespace: "ECS/ContainerInsights", metricName: "RunningTaskCount", dimensions: running, statistic: "Average" }),
    ...guards.map(({ id, metric }) => measure(id, metric)),
    expression("spare", "Waiting, while fewer tasks would do", `IF(${fits.map((fit) => `(${fit})`).join(" AND ")}, waiting, ${below})`),
  ];
}
