/**
 * Of the requirement "no scale-in within five minutes": a cooldown that is left out is 300 s for ECS and Aurora, and 0 s
 * for Lambda. A rule that takes a missing one for safe lets this through.
 * Caught by scale-in-cooldown-min.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { soundBudget, soundFunction } from "../sound";

soundBudget("lambda-cooldown");
const checkout = soundFunction("lambda-cooldown-checkout", { reserved: 50 });
const live = new aws.lambda.Alias("lambda-cooldown-checkout-live", {
  name: "live",
  functionName: checkout.name,
  functionVersion: checkout.version,
});
const target = new aws.appautoscaling.Target("lambda-cooldown-checkout-target", {
  serviceNamespace: "lambda",
  scalableDimension: "lambda:function:ProvisionedConcurrency",
  resourceId: pulumi.interpolate`function:${checkout.name}:${live.name}`,
  minCapacity: 2,
  maxCapacity: 20,
});
new aws.appautoscaling.Policy("lambda-cooldown-checkout-utilization", {
  serviceNamespace: target.serviceNamespace,
  scalableDimension: target.scalableDimension,
  resourceId: target.resourceId,
  policyType: "TargetTrackingScaling",
  targetTrackingScalingPolicyConfiguration: {
    targetValue: 0.7,
    predefinedMetricSpecification: { predefinedMetricType: "LambdaProvisionedConcurrencyUtilization" },
  },
});
