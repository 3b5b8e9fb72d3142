import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
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
  context: AlarmContext,
  options: pulumi.CustomResourceOptions,
): cloudwatch.MetricAlarm =>
  new cloudwatch.MetricAlarm(name, { ...shared(what, context), alarmActions: [context.notifications.topicArn] }, options);

/** An alarm that tells nobody: one of the conditions of an alarm that does. */
export const createCondition = (
  name: string,
  what: AlarmArgs,
  context: AlarmContext,
  options: pulumi.CustomResourceOptions,
): cloudwatch.MetricAlarm => new cloudwatch.MetricAlarm(name, shared(what, context), options);

/**
 * An alarm that somebody hears of when a rule over conditions holds.
 *
 * @param rule as CloudWatch writes it: `ALARM("one") AND NOT ALARM("another")`
 */
export const createCompositeAlarm = (
  name: string,
  { rule, description }: { readonly rule: pulumi.Input<string>; readonly description: string },
  { notifications, scope, component }: AlarmContext,
  options: pulumi.CustomResourceOptions,
): cloudwatch.CompositeAlarm =>
  new cloudwatch.CompositeAlarm(
    name,
    {
      alarmName: names.alarm(scope.where, name),
      alarmDescription: description,
      alarmRule: rule,
      alarmActions: [notifications.topicArn],
      tags: scope.tags(component),
    },
    options,
  );

const shared = (what: AlarmArgs, { scope, component }: AlarmContext): cloudwatch.MetricAlarmArgs => ({
  treatMissingData: "notBreaching",
  tags: scope.tags(component),
  // A period belongs to a single metric; metric math names one for each of its metrics.
  ...(what.metricQueries === undefined ? { period: 60 } : {}),
  ...what,
});
