/** What the programs beside this file need and are not about, made soundly. `id` starts every name. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A month's budget in USD that warns at 50, 80 and 100 % of what was spent, and ahead of what will be. */
export function soundBudget(id: string, usd = 2400): void {
  new aws.budgets.Budget(`${id}-budget`, {
    budgetType: "COST",
    limitAmount: String(usd),
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    notifications: alerts(),
  });
}

export const alerts = () => [alert("ACTUAL", 50), alert("ACTUAL", 80), alert("ACTUAL", 100), alert("FORECASTED", 100)];

const alert = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
  notificationType,
  comparisonOperator: "GREATER_THAN",
  threshold,
  thresholdType: "PERCENTAGE",
  subscriberEmailAddresses: ["platform@example.com"],
});

/** A Fargate service that leaves its task count to the autoscaler, in a cluster with Container Insights, and its scalable target. */
export function soundService(
  id: string,
  bounds: { readonly min: number; readonly max: number },
  environment: Readonly<Record<string, pulumi.Input<string>>> = {},
): { readonly cluster: aws.ecs.Cluster; readonly service: aws.ecs.Service; readonly target: aws.appautoscaling.Target } {
  const cluster = new aws.ecs.Cluster(`${id}-cluster`, { settings: [{ name: "containerInsights", value: "enabled" }] });
  const task = new aws.ecs.TaskDefinition(`${id}-task`, {
    family: id,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "1024",
    memory: "2048",
    containerDefinitions: pulumi.jsonStringify([
      {
        name: id,
        image: `ghcr.io/example/${id}:1.0.0`,
        environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
      },
    ]),
  });
  const service = new aws.ecs.Service(
    id,
    {
      cluster: cluster.arn,
      taskDefinition: task.arn,
      desiredCount: bounds.min,
      launchType: "FARGATE",
      networkConfiguration: { subnets: ["subnet-0123456789abcdef0"] },
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
    { ignoreChanges: ["desiredCount"] },
  );
  const target = new aws.appautoscaling.Target(`${id}-target`, {
    serviceNamespace: "ecs",
    scalableDimension: "ecs:service:DesiredCount",
    resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,
    minCapacity: bounds.min,
    maxCapacity: bounds.max,
  });
  return { cluster, service, target };
}

/** Keeps a predefined metric at a value; nothing is taken away within five minutes. */
export function track(id: string, target: aws.appautoscaling.Target, predefinedMetricType: string, targetValue: number): void {
  new aws.appautoscaling.Policy(id, {
    serviceNamespace: target.serviceNamespace,
    scalableDimension: target.scalableDimension,
    resourceId: target.resourceId,
    policyType: "TargetTrackingScaling",
    targetTrackingScalingPolicyConfiguration: {
      targetValue,
      predefinedMetricSpecification: { predefinedMetricType },
      scaleInCooldown: 300,
      scaleOutCooldown: 60,
    },
  });
}

/** A function as an image; what is not given is Lambda's default. */
export function soundFunction(id: string, args: { readonly timeout?: number; readonly reserved?: number } = {}): aws.lambda.Function {
  return new aws.lambda.Function(id, {
    packageType: "Image",
    imageUri: `123456789012.dkr.ecr.us-east-1.amazonaws.com/${id}:1.0.0`,
    role: "arn:aws:iam::123456789012:role/example",
    publish: true,
    ...(args.timeout === undefined ? {} : { timeout: args.timeout }),
    ...(args.reserved === undefined ? {} : { reservedConcurrentExecutions: args.reserved }),
  });
}
