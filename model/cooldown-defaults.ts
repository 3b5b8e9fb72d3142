import { known, map, unknown, type Maybe } from "../graph/maybe";
import { seconds, type Seconds } from "./units";

/**
 * Which cooldown Application Auto Scaling applies where a policy states none, in seconds, by service namespace.
 *
 * Source: Application Auto Scaling API reference, `TargetTrackingScalingPolicyConfiguration` (ScaleInCooldown,
 * ScaleOutCooldown) and `StepScalingPolicyConfiguration` (Cooldown), as of 2023-05, repeated in CloudFormation's
 * resource specification. Read 2026-11-23. The step text of today's CloudFormation page says "300" for every service;
 * it makes no difference, as step scaling exists only for services whose default is 300.
 *
 * This is what the API applies to a field that is left out. The Terraform provider that `@pulumi/aws` is built on fills
 * a nested integer that is left out with 0 and sends it (`internal/service/appautoscaling/policy.go`,
 * `expandTargetTrackingScalingPolicyConfiguration`, `expandStepScalingPolicyConfiguration`), so a policy deployed by it
 * may have 0. Not confirmed on a live account; writing the cooldown avoids the question.
 */
export interface CooldownDefault {
  readonly namespace: string;
  readonly seconds: number;
  /** Is the figure AWS's own, without another AWS page that contradicts it? */
  readonly confirmed: boolean;
}

export const cooldownDefaults: readonly CooldownDefault[] = [
  { namespace: "appstream", seconds: 300, confirmed: true },
  { namespace: "custom-resource", seconds: 300, confirmed: true },
  { namespace: "ec2", seconds: 300, confirmed: true }, // Spot Fleets
  { namespace: "ecs", seconds: 300, confirmed: true },
  { namespace: "elasticmapreduce", seconds: 300, confirmed: true },
  { namespace: "neptune", seconds: 300, confirmed: true },
  { namespace: "rds", seconds: 300, confirmed: true }, // Aurora clusters
  { namespace: "sagemaker", seconds: 300, confirmed: true },
  { namespace: "elasticache", seconds: 600, confirmed: false }, // its own guide says 600 out and 900 in; the smaller is safe to assume
  { namespace: "cassandra", seconds: 0, confirmed: true }, // Keyspaces
  { namespace: "comprehend", seconds: 0, confirmed: true },
  { namespace: "dynamodb", seconds: 0, confirmed: true },
  { namespace: "kafka", seconds: 0, confirmed: true }, // MSK
  { namespace: "lambda", seconds: 0, confirmed: true },
];

const byNamespace: ReadonlyMap<string, CooldownDefault> = new Map(cooldownDefaults.map((entry) => [entry.namespace, entry]));

/** The cooldown of a policy that states none; unknown for a namespace that is not listed. */
export function cooldownWithout(namespace: Maybe<string>): Maybe<Seconds> {
  if (!namespace.known) return namespace;
  const entry = byNamespace.get(namespace.value);
  return entry === undefined ? unknown("not in this source") : map(known(entry.seconds), seconds);
}
