import * as appautoscaling from "@pulumi/aws/appautoscaling";
import type { types } from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ScheduleConfig, Seconds } from "../config";
import { Part } from "./part";
import type { Scope } from "./scope";

type Configuration = types.input.appautoscaling.PolicyTargetTrackingScalingPolicyConfiguration;

/** What a target tracking policy keeps at which value; its pauses come from the cooldowns. */
export type Tracked = Pick<
  Configuration,
  "predefinedMetricSpecification" | "customizedMetricSpecification" | "targetValue" | "disableScaleIn"
>;

/** The capacity that moves, as Application Auto Scaling names it. */
export interface ScalableDimension {
  readonly serviceNamespace: string;
  readonly scalableDimension: string;
  readonly resourceId: pulumi.Input<string>;
}

interface AutoscalingArgs {
  readonly configPath: string;
  readonly dimension: ScalableDimension;
  readonly bounds: { readonly min: number; readonly max: number };
  /** One target tracking policy for each, by an id that ends its name. */
  readonly tracks: readonly { readonly id: string; readonly track: Tracked }[];
  readonly cooldowns: { readonly scaleInCooldown: Seconds; readonly scaleOutCooldown: Seconds };
  readonly schedule: readonly ScheduleConfig[];
  readonly scope: Scope;
  /** The `headroom:component` tag; the name where absent. */
  readonly component?: string;
}

/**
 * Moves one capacity between its limits: a target tracking policy for each metric, and the limits themselves by the clock. A deployment
 * that changes a limit sets both to what the stack's file says, until the schedule speaks again.
 */
export class Autoscaling extends Part {
  /** What a step policy of the owner's has to name. */
  readonly dimension: ScalableDimension;

  constructor(name: string, args: AutoscalingArgs, options: pulumi.ComponentResourceOptions) {
    super("Autoscaling", name, args.configPath, options);
    const child = { parent: this };
    const { scaleInCooldown, scaleOutCooldown } = args.cooldowns;

    const target = new appautoscaling.Target(
      name,
      { ...args.dimension, minCapacity: args.bounds.min, maxCapacity: args.bounds.max, tags: args.scope.tags(args.component ?? name) },
      child,
    );
    this.dimension = {
      serviceNamespace: args.dimension.serviceNamespace,
      scalableDimension: args.dimension.scalableDimension,
      resourceId: target.resourceId,
    };
    for (const { id, track } of args.tracks) {
      new appautoscaling.Policy(
        `${name}-${id}`,
        {
          ...this.dimension,
          policyType: "TargetTrackingScaling",
          targetTrackingScalingPolicyConfiguration: { ...track, scaleInCooldown, scaleOutCooldown },
        },
        child,
      );
    }
    args.schedule.forEach(({ cron, timezone, min, max }, i) => {
      new appautoscaling.ScheduledAction(
        `${name}-schedule-${i}`,
        {
          ...this.dimension,
          name: `${name}-schedule-${i}`,
          schedule: cron,
          timezone,
          scalableTargetAction: {
            ...(min === undefined ? {} : { minCapacity: min }),
            ...(max === undefined ? {} : { maxCapacity: max }),
          },
        },
        child,
      );
    });
    this.registerOutputs({});
  }
}
