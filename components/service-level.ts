import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { SloConfig } from "../config";
import { createCompositeAlarm, createCondition } from "./alarm";
import type { AlarmArgs } from "./alarm";
import { failureShare } from "./failure-share";
import type { Metric } from "./metric";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Scope } from "./scope";

/** Where the requests to something, their failures and their time are measured. */
export interface RequestMetrics {
  readonly requests: Metric;
  /** Counts of requests that failed, each of others. */
  readonly failures: readonly Metric[];
  readonly latency: Metric;
  /** How much of the latency's unit a second is: 1 for seconds, 1000 for milliseconds. */
  readonly latencyPerSecond: 1 | 1000;
  /** How many there are that can answer; absent where AWS finds one for each request. */
  readonly answering?: Metric;
}

interface ServiceLevelArgs {
  readonly slo: SloConfig;
  readonly configPath: string;
  readonly metrics: RequestMetrics;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * Alarms for what a service promises. Each is composed of conditions that tell nobody by themselves, where a single one would go on and
 * off: a slow answer counts only while there is traffic, and a spent error budget only while it is still being spent.
 */
export class ServiceLevel extends Part {
  constructor(name: string, args: ServiceLevelArgs, options: pulumi.ComponentResourceOptions) {
    super("ServiceLevel", name, args.configPath, options);
    const { slo, metrics } = args;
    const context = { notifications: args.notifications, scope: args.scope, component: name };
    const child = { parent: this };
    const condition = (id: string, what: AlarmArgs): Condition => createCondition(`${name}-${id}`, what, context, child);
    const alarm = (id: string, rule: pulumi.Output<string>, description: string): void => {
      createCompositeAlarm(`${name}-slo-${id}`, { rule, description }, context, child);
    };

    if (slo.p95 !== undefined || slo.errors !== undefined) {
      const traffic = condition("traffic", withTraffic(metrics, slo.traffic));
      if (slo.p95 !== undefined) {
        const slow = condition("slow", isSlow(metrics, slo.p95));
        alarm("p95", both(slow, traffic), `${name} answers 1 of 20 requests in more than ${slo.p95 * 1000} ms.`);
      }
      if (slo.errors !== undefined) {
        const failing = condition("failing", failsMoreThan(metrics, slo.errors, { seconds: 300, times: 2 }));
        alarm("errors", both(failing, traffic), `More than ${slo.errors} % of the requests to ${name} fail.`);
      }
    }
    if (slo.availability !== undefined) {
      const budget = errorBudget(slo.availability);
      const burns = (id: string, rate: number, seconds: number): Condition =>
        condition(`burn-${id}`, failsMoreThan(metrics, rounded(rate * budget), { seconds, times: 1 }));
      const absent = metrics.answering === undefined ? [] : [condition("absent", isAbsent(metrics.answering))];
      alarm(
        "availability",
        any([
          both(burns("1h", 14.4, 3600), burns("5m", 14.4, 300)),
          both(burns("6h", 6, 21_600), burns("30m", 6, 1800)),
          ...absent.map(inAlarm),
        ]),
        `${name} spends its error budget of ${budget} % too fast to keep ${slo.availability} % of 30 days${absent.length === 0 ? "" : ", or nothing of it answers"}.`,
      );
    }
    this.registerOutputs({});
  }
}

type Condition = cloudwatch.MetricAlarm;

const inAlarm = (condition: Condition): pulumi.Output<string> => pulumi.interpolate`ALARM("${condition.name}")`;
const both = (one: Condition, other: Condition): pulumi.Output<string> => pulumi.interpolate`(${inAlarm(one)} AND ${inAlarm(other)})`;
const any = (rules: readonly pulumi.Output<string>[]): pulumi.Output<string> => pulumi.all([...rules]).apply((texts) => texts.join(" OR "));

/** What may fail, in percent. */
const errorBudget = (availability: number): number => rounded(100 - availability);

/** Without the last digits of binary fractions: 100 - 99.9 is 0.1. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

const withTraffic = ({ requests }: RequestMetrics, least: number): AlarmArgs => ({
  ...requests,
  alarmDescription: `At least ${least} requests in 5 minutes.`,
  statistic: "Sum",
  period: 300,
  evaluationPeriods: 1,
  comparisonOperator: "GreaterThanOrEqualToThreshold",
  threshold: least,
});

const isSlow = ({ latency, latencyPerSecond }: RequestMetrics, seconds: number): AlarmArgs => ({
  ...latency,
  alarmDescription: `1 of 20 answers takes more than ${seconds * 1000} ms.`,
  extendedStatistic: "p95",
  period: 300,
  evaluationPeriods: 2,
  comparisonOperator: "GreaterThanThreshold",
  threshold: rounded(seconds * latencyPerSecond),
});

interface Window {
  readonly seconds: number;
  /** How often in a row. */
  readonly times: number;
}

const failsMoreThan = (metrics: RequestMetrics, percent: number, { seconds, times }: Window): AlarmArgs => ({
  alarmDescription: `More than ${percent} % of requests failed in ${(seconds * times) / 60} minutes.`,
  metricQueries: failureShare(metrics, seconds),
  evaluationPeriods: times,
  comparisonOperator: "GreaterThanThreshold",
  threshold: percent,
});

const isAbsent = (answering: Metric): AlarmArgs => ({
  ...answering,
  alarmDescription: "Nothing has been able to answer for 5 minutes.",
  statistic: "Maximum",
  evaluationPeriods: 5,
  comparisonOperator: "LessThanThreshold",
  threshold: 1,
});
