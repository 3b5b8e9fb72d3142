import type * as pulumi from "@pulumi/pulumi";
import type { FunctionConfig } from "../config";
import { createAlarm } from "./alarm";
import type { AlarmArgs } from "./alarm";
import type { Notifications } from "./notifications";
import type { Scope } from "./scope";

interface FunctionAlarmsArgs {
  readonly fn: FunctionConfig;
  readonly functionName: pulumi.Output<string>;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** The share of calls that may fail, in percent. */
const ERRORS = 5;

/** The share of the timeout that calls may need before somebody looks, in percent. */
const OF_TIMEOUT = 80;

/** Alarms on what goes wrong in a function: calls refused, failed, nearly too long, and lost. */
export function functionAlarms(name: string, args: FunctionAlarmsArgs, options: pulumi.CustomResourceOptions): void {
  const { fn, functionName } = args;
  const alarm = (id: string, what: AlarmArgs): void => {
    createAlarm(`${name}-${id}`, what, { ...args, component: name }, options);
  };
  const metric = { namespace: "AWS/Lambda", dimensions: { FunctionName: functionName }, comparisonOperator: "GreaterThanThreshold" };

  alarm("throttles", {
    ...metric,
    ...lasting,
    alarmDescription: `Calls of ${name} were refused in 3 of 5 minutes: it is at its reserved concurrency, or the account at its own.`,
    metricName: "Throttles",
    statistic: "Sum",
    threshold: 0,
  });
  alarm("errors", {
    ...lasting,
    alarmDescription: `More than ${ERRORS} % of the calls of ${name} failed in 3 of 5 minutes.`,
    comparisonOperator: "GreaterThanThreshold",
    threshold: ERRORS,
    metricQueries: errorRate(functionName),
  });
  alarm("duration", {
    ...metric,
    ...lasting,
    alarmDescription: `The slowest 5 % of the calls of ${name} needed more than ${OF_TIMEOUT} % of its timeout in 3 of 5 minutes.`,
    metricName: "Duration",
    extendedStatistic: "p95",
    threshold: (fn.timeout * 1000 * OF_TIMEOUT) / 100,
  });
  alarm("undelivered", {
    ...metric,
    alarmDescription: `A failed asynchronous call of ${name} did not reach its queue and is lost.`,
    metricName: "DestinationDeliveryFailures",
    statistic: "Sum",
    threshold: 0,
    evaluationPeriods: 1,
  });
}

const lasting = { evaluationPeriods: 5, datapointsToAlarm: 3 } as const;

const errorRate = (functionName: pulumi.Input<string>): AlarmArgs["metricQueries"] => {
  const sum = (id: string, metricName: string) => ({
    id,
    returnData: false,
    metric: { namespace: "AWS/Lambda", metricName, dimensions: { FunctionName: functionName }, period: 60, stat: "Sum" },
  });
  return [
    sum("errors", "Errors"),
    sum("calls", "Invocations"),
    { id: "rate", label: "Failed calls, %", expression: "IF(calls > 0, 100 * errors / calls, 0)", returnData: true },
  ];
};
