import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { ServiceConfig } from "../config";
import { createAlarm } from "./alarm";
import type { AlarmArgs, AlarmContext } from "./alarm";
import { expression, measure } from "./metric-queries";
import type { Measured } from "./scaling-metrics";

interface DeploymentAlarmsArgs extends AlarmContext {
  readonly deployment: ServiceConfig["deployment"];
  readonly measured: Pick<Measured, "clusterName" | "serviceName" | "target">;
}

/**
 * Alarms that take a deployment of a service back while they ring, and that somebody hears of at any other time.
 *
 * @returns their names, which are written down, because ECS finds alarms by name and refuses a deployment whose alarm is not there
 */
export function deploymentAlarms(
  name: string,
  args: DeploymentAlarmsArgs,
  options: pulumi.CustomResourceOptions,
): readonly pulumi.Output<string>[] {
  const { deployment, measured, scope } = args;
  if (!deployment.alarms) return [];
  const alarm = (id: string, what: AlarmArgs): pulumi.Output<string> =>
    createAlarm(`${name}-${id}`, { name: names.alarm(scope.where, `${name}-${id}`), ...what }, args, options).name;
  return [
    ...(deployment.minimumHealthy === 0
      ? []
      : [alarm("missing-tasks", missingTasks(name, measured, { minimumHealthy: deployment.minimumHealthy, minutes: 5 }))]),
    ...(measured.target === undefined ? [] : [alarm("failing-requests", failingRequests(name, measured.target))]),
  ];
}

/** Fewer tasks run than a deployment leaves running, for minutes on end: they crash, or there is no capacity for them. */
export const missingTasks = (
  name: string,
  { clusterName, serviceName }: Pick<Measured, "clusterName" | "serviceName">,
  { minimumHealthy, minutes }: { readonly minimumHealthy: number; readonly minutes: number },
): AlarmArgs => {
  const count = (id: string, metricName: string) =>
    measure(id, {
      namespace: "ECS/ContainerInsights",
      metricName,
      dimensions: { ClusterName: clusterName, ServiceName: serviceName },
      statistic: "Average",
    });
  return {
    alarmDescription: `Tasks of ${name} have been missing for ${minutes} minutes: they crash, or there is no capacity for them.`,
    metricQueries: [
      count("wanted", "DesiredTaskCount"),
      count("running", "RunningTaskCount"),
      expression("missing", "Missing tasks", `CEIL(wanted * ${minimumHealthy} / 100) - running`),
    ],
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    evaluationPeriods: minutes,
  };
};

const failingRequests = (name: string, target: NonNullable<Measured["target"]>): AlarmArgs => {
  const count = (id: string, metricName: string) =>
    measure(id, { namespace: "AWS/ApplicationELB", metricName, dimensions: target, statistic: "Sum" });
  return {
    alarmDescription: `More than ${FAILING} % of the requests to ${name} have failed for 3 minutes.`,
    metricQueries: [
      count("failed", "HTTPCode_Target_5XX_Count"),
      count("requests", "RequestCount"),
      expression("share", "Failing requests, in percent", "100 * FILL(failed, 0) / requests"),
    ],
    comparisonOperator: "GreaterThanThreshold",
    threshold: FAILING,
    evaluationPeriods: 3,
  };
};

/** Percent. A version that fails more often than this is worse than the one before. */
const FAILING = 5;
