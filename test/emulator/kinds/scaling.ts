import type {
  PutScalingPolicyCommandInput,
  PutScheduledActionCommandInput,
  RegisterScalableTargetCommandInput,
} from "@aws-sdk/client-application-auto-scaling";
import { as, capitalised, capitals, kind } from "../kind";
import type { Kind } from "../kind";

type Inputs = Readonly<Record<string, unknown>>;

const joined = capitals("resourceId", "scalableDimension", "serviceNamespace");

export const scaling: Readonly<Record<string, Kind>> = {
  "aws:appautoscaling/target:Target": kind<RegisterScalableTargetCommandInput>({
    fields: { ...joined, ...capitals("minCapacity", "maxCapacity", "tags"), suspendedState: as("SuspendedState", capitalised) },
    create: async ({ scaling }, request) => {
      await scaling.registerScalableTarget(request);
      return {};
    },
    read: async ({ scaling }, { ServiceNamespace, ScalableDimension, ResourceId = "" }) => {
      const { ScalableTargets } = await scaling.describeScalableTargets({ ServiceNamespace, ScalableDimension, ResourceIds: [ResourceId] });
      return ScalableTargets?.[0];
    },
    lost: ["Tags"],
    unknown: ({ ServiceNamespace }) => ServiceNamespace === "elasticache",
  }),
  "aws:appautoscaling/policy:Policy": kind<PutScalingPolicyCommandInput>({
    nameIn: "PolicyName",
    fields: {
      ...joined,
      ...capitals("policyType"),
      name: as("PolicyName"),
      stepScalingPolicyConfiguration: as("StepScalingPolicyConfiguration", steps),
      targetTrackingScalingPolicyConfiguration: as("TargetTrackingScalingPolicyConfiguration", capitalised),
    },
    create: async ({ scaling }, request) => ({ arn: (await scaling.putScalingPolicy(request)).PolicyARN }),
    read: async ({ scaling }, { ServiceNamespace, ScalableDimension, ResourceId, PolicyName }) => {
      // The emulator gives back every policy of a target, whichever is asked for.
      const { ScalingPolicies } = await scaling.describeScalingPolicies({ ServiceNamespace, ScalableDimension, ResourceId });
      return ScalingPolicies?.find((policy) => policy.PolicyName === PolicyName);
    },
  }),
  "aws:appautoscaling/scheduledAction:ScheduledAction": kind<PutScheduledActionCommandInput>({
    fields: {
      ...joined,
      ...capitals("schedule", "timezone"),
      name: as("ScheduledActionName"),
      scalableTargetAction: as("ScalableTargetAction", capitalised),
      startTime: as("StartTime", (given) => new Date(String(given))),
      endTime: as("EndTime", (given) => new Date(String(given))),
    },
    create: async ({ scaling }, request) => {
      await scaling.putScheduledAction(request);
      return {};
    },
    read: async ({ scaling }, { ServiceNamespace, ScalableDimension, ResourceId, ScheduledActionName = "" }) => {
      const actions = { ServiceNamespace, ScalableDimension, ResourceId, ScheduledActionNames: [ScheduledActionName] };
      return (await scaling.describeScheduledActions(actions)).ScheduledActions?.[0];
    },
  }),
};

/** Pulumi writes the bounds of steps as texts. */
function steps(given: unknown): unknown {
  const { stepAdjustments = [], ...rest } = given as Inputs & { readonly stepAdjustments?: readonly Inputs[] };
  const numbers = (adjustment: Inputs): Inputs => Object.fromEntries(Object.entries(adjustment).map(([key, text]) => [key, Number(text)]));
  return capitalised({ ...rest, stepAdjustments: stepAdjustments.map(numbers) });
}
