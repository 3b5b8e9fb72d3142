import type * as pulumi from "@pulumi/pulumi";
import { createAlarm } from "./alarm";
import type { AlarmContext } from "./alarm";

/** Errors that the load balancer itself answers with, and connections that it turned away. */
export function loadBalancerAlarms(
  name: string,
  arnSuffix: pulumi.Input<string>,
  context: AlarmContext,
  options: pulumi.CustomResourceOptions,
): void {
  const counted = {
    namespace: "AWS/ApplicationELB",
    dimensions: { LoadBalancer: arnSuffix },
    statistic: "Sum",
    comparisonOperator: "GreaterThanThreshold",
  };
  createAlarm(
    `${name}-errors`,
    {
      ...counted,
      alarmDescription: `The load balancer itself answered more than ${TOLERATED} requests a minute with an error: no task was there to answer, or none did in time.`,
      metricName: "HTTPCode_ELB_5XX_Count",
      threshold: TOLERATED,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
    },
    context,
    options,
  );
  createAlarm(
    `${name}-rejected`,
    {
      ...counted,
      alarmDescription: "The load balancer turned connections away, because it has as many as it can have.",
      metricName: "RejectedConnectionCount",
      threshold: 0,
      evaluationPeriods: 1,
    },
    context,
    options,
  );
}

/** Requests a minute: a client that hangs up at a bad moment is no reason to wake somebody. */
const TOLERATED = 5;
