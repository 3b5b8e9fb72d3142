import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import type { Notifications } from "./notifications";
import type { Scope } from "./scope";

/** Who hears of an alarm, and whose costs it counts towards. */
export interface AlarmContext {
  readonly notifications: Notifications;
  readonly scope: Scope;
  /** What the alarm is about: its `headroom:component` tag. */
  readonly component: string;
}

/** What an alarm says to the person who is woken by it is required; who hears of it and its tags follow from the context. */
export type AlarmArgs = Omit<cloudwatch.MetricAlarmArgs, "alarmActions" | "alarmDescription" | "tags"> & {
  readonly alarmDescription: pulumi.Input<string>;
};

/**
 * An alarm that somebody hears of. Where nothing else is said it looks at one minute, and no data is no trouble: most metrics are
 * only published while something happens.
 */
export const createAlarm = (
  name: string,
  what: AlarmArgs,
  { notifications, scope, component }: AlarmContext,
  options: pulumi.CustomResourceOptions,
): cloudwatch.MetricAlarm =>
  new cloudwatch.MetricAlarm(
    name,
    { treatMissingData: "notBreaching", alarmActions: [notifications.topicArn], tags: scope.tags(component), ...withPeriod(what) },
    options,
  );

/** A period belongs to a single metric; metric math names one for each of its metrics. */
const withPeriod = (what: AlarmArgs): AlarmArgs => (what.metricQueries === undefined ? { period: 60, ...what } : what);
