import * as pulumi from "@pulumi/pulumi";
import type { ScaleConfig } from "../config";
import { createAlarm } from "./alarm";
import { Autoscaling } from "./autoscaling";
import type { Notifications } from "./notifications";
import { specificationsOf } from "./scaling-metrics";
import type { Measured } from "./scaling-metrics";
import type { Scope } from "./scope";
import { guardsOf } from "./step-guards";
import { StepScaling } from "./step-scaling";
import { sourceOf } from "./step-sources";

interface ServiceScalingArgs {
  readonly scale: ScaleConfig;
  readonly configPath: string;
  readonly measured: Measured;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** Moves a service's task count between its limits, by target tracking and by steps, and says when it is at its maximum. */
export function scaleService(name: string, args: ServiceScalingArgs, options: pulumi.ComponentResourceOptions): Autoscaling {
  const { scale, configPath, measured, scope } = args;
  const tracks = specificationsOf(scale, measured);
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
      tracks: scale.steps === undefined ? tracks : tracks.map(({ id, track }) => ({ id, track: { ...track, disableScaleIn: true } })),
      cooldowns: scale,
      schedule: scale.schedule,
      scope,
    },
    options,
  );
  scaleInSteps(name, autoscaling, args);
  if (scale.max > scale.min) alarmAtMax(name, args, { parent: autoscaling });
  return autoscaling;
}

function scaleInSteps(name: string, autoscaling: Autoscaling, { scale, configPath, measured, scope }: ServiceScalingArgs): void {
  const { steps } = scale;
  const source = steps === undefined ? undefined : sourceOf(steps.on, measured.queueName, scope.where);
  if (steps === undefined || source === undefined) return;
  new StepScaling(
    `${name}-steps`,
    {
      configPath,
      component: name,
      dimension: autoscaling.dimension,
      steps,
      source,
      guards: guardsOf(scale.on, measured),
      running: { ClusterName: measured.clusterName, ServiceName: measured.serviceName },
      cooldowns: scale,
      scope,
    },
    { parent: autoscaling },
  );
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
