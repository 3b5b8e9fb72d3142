import * as appautoscaling from "@pulumi/aws/appautoscaling";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { ScaleConfig } from "../config";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import { specificationsOf } from "./scaling-metrics";
import type { Measured } from "./scaling-metrics";
import type { Scope } from "./scope";

interface AutoscalingArgs {
  readonly scale: ScaleConfig;
  readonly configPath: string;
  readonly measured: Measured;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** Moves a service's task count between its limits, one target tracking policy for each metric, and says when it is at its maximum. */
export class Autoscaling extends Part {
  constructor(name: string, args: AutoscalingArgs, options: pulumi.ComponentResourceOptions) {
    super("Autoscaling", name, args.configPath, options);
    const child = { parent: this };
    const { scale, measured, scope } = args;

    const target = new appautoscaling.Target(
      name,
      {
        serviceNamespace: "ecs",
        scalableDimension: "ecs:service:DesiredCount",
        resourceId: pulumi.interpolate`service/${measured.clusterName}/${measured.serviceName}`,
        minCapacity: scale.min,
        maxCapacity: scale.max,
        tags: scope.tags(name),
      },
      child,
    );
    for (const { id, track } of specificationsOf(scale.on, measured)) {
      new appautoscaling.Policy(
        `${name}-${id}`,
        {
          policyType: "TargetTrackingScaling",
          serviceNamespace: target.serviceNamespace,
          scalableDimension: target.scalableDimension,
          resourceId: target.resourceId,
          targetTrackingScalingPolicyConfiguration: {
            ...track,
            scaleInCooldown: scale.scaleInCooldown,
            scaleOutCooldown: scale.scaleOutCooldown,
          },
        },
        child,
      );
    }
    if (scale.max > scale.min) this.alarmAtMax(name, args);
    this.registerOutputs({});
  }

  private alarmAtMax(name: string, { scale, measured, notifications, scope }: AutoscalingArgs): void {
    new cloudwatch.MetricAlarm(
      `${name}-at-max`,
      {
        alarmDescription: `${name} has wanted its ${scale.max} tasks, the most it may have, for 15 minutes.`,
        namespace: "ECS/ContainerInsights",
        metricName: "DesiredTaskCount",
        dimensions: { ClusterName: measured.clusterName, ServiceName: measured.serviceName },
        statistic: "Minimum",
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: scale.max,
        period: 60,
        evaluationPeriods: 15,
        treatMissingData: "notBreaching",
        alarmActions: [notifications.topicArn],
        tags: scope.tags(name),
      },
      { parent: this },
    );
  }
}
