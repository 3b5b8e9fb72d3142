import * as pulumi from "@pulumi/pulumi";
import type { ScaleConfig } from "../config";
import { createAlarm } from "./alarm";
import { Autoscaling } from "./autoscaling";
import type { Notifications } from "./notifications";
import { specificationsOf } from "./scaling-metrics";
import type { Measured } from "./scaling-metrics";
import type { Scope } from "./scope";

interface ServiceScalingArgs {
  readonly scale: ScaleConfig;
  readonly configPath: string;
  readonly measured: Measured;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** Moves a service's task count between its limits, one target tracking policy for each metric, and says when it is at its maximum. */
export function scaleService(name: string, args: ServiceScalingArgs, options: pulumi.ComponentResourceOptions): Autoscaling {
  const { scale, configPath, measured, scope } = args;
  const autoscaling = new Autoscaling(
    name,
    {
      configPath,
      dimension: {
        serviceNamespace: "ecs",
        scalableDimension: "ecs:service:DesiredCount",
        resourceId: pulumi.interpolate`service/${measured.clusterName}/${measured.serviceName}`,
      },
      bounds: scale,
      tracks: specificationsOf(scale.on, measured),
      cooldowns: scale,
      schedule: scale.schedule,
      scope,
    },
    options,
  );
  if (scale.max > scale.min) alarmAtMax(name, args, { parent: autoscaling });
  return autoscaling;
}

function alarmAtMax(name: string, args: ServiceScalingArgs, options: pulumi.CustomResourceOptions): void {
  const { scale, measured } = args;
  createAlarm(
    `${name}-at-max`,
    {
      alarmDescription: `${name} has wanted its ${scale.max} tasks, the most it may have, for 15 minutes.`,
      namespace: "ECS/ContainerInsights",
      metricName: "DesiredTaskCount",
      dimensions: { ClusterName: measured.clusterName, ServiceName: measured.serviceName },
      statistic: "Minimum",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: scale.max,
      evaluationPeriods: 15,
    },
    { ...args, component: name },
    options,
  );
}
