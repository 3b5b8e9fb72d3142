import { unknownValue, type Resource, type Value, type ValueMap } from "../../graph";
import { GraphBuilder } from "./graph-builder";

/** A worker on ECS that scales on its backlog, as a first preview shows it: ids, ARNs and `resourceId` are unknown. */
export function workerGraph(change: { target?: ValueMap; policy?: ValueMap; service?: ValueMap; stack?: string } = {}) {
  const b = new GraphBuilder(change.stack);
  const component = b.component("headroom:components:EcsService", "worker", { configPath: "headroom:services.worker" });
  const cluster = b.add("aws:ecs/cluster:Cluster", "main", { name: "main", settings: [{ name: "containerInsights", value: "enabled" }] });
  const deadLetters = b.add("aws:sqs/queue:Queue", "jobs-dead", { name: "jobs-dead" });
  const queue = b.add(
    "aws:sqs/queue:Queue",
    "jobs",
    { name: "jobs", visibilityTimeoutSeconds: 360, redrivePolicy: unknownValue },
    { from: { redrivePolicy: [deadLetters] } },
  );
  const definition = b.add(
    "aws:ecs/taskDefinition:TaskDefinition",
    "worker-task",
    { family: "worker", cpu: "512", memory: "1024" },
    { parent: component },
  );
  const service = b.add(
    "aws:ecs/service:Service",
    "worker-service",
    { cluster: unknownValue, taskDefinition: unknownValue, desiredCount: 1, launchType: "FARGATE", ...change.service },
    { parent: component, from: { cluster: [cluster], taskDefinition: [definition] }, ignoreChanges: ["desiredCount"] },
  );
  const target = b.add(
    "aws:appautoscaling/target:Target",
    "worker-target",
    { ...ecs, minCapacity: 1, maxCapacity: 10, ...change.target },
    { parent: component, from: { resourceId: [cluster, service] } },
  );
  const policy = b.add(
    "aws:appautoscaling/policy:Policy",
    "worker-backlog",
    {
      ...ecs,
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        targetValue: 100,
        scaleInCooldown: 300,
        scaleOutCooldown: 60,
        customizedMetricSpecification: backlog("jobs"),
      },
      ...change.policy,
    },
    { parent: component, from: { resourceId: [target], targetTrackingScalingPolicyConfiguration: [queue, cluster, service] } },
  );
  return { b, component, cluster, deadLetters, queue, definition, service, target, policy };
}

export const ecs = { serviceNamespace: "ecs", scalableDimension: "ecs:service:DesiredCount", resourceId: unknownValue } as const;

/** Messages waiting for each running task; none running counts as one. */
export const backlog = (queueName: Value): ValueMap => ({
  metrics: [
    { id: "waiting", metricStat: { metric: sqsMetric("ApproximateNumberOfMessagesVisible", queueName), stat: "Sum" }, returnData: false },
    {
      id: "running",
      metricStat: { metric: { namespace: "ECS/ContainerInsights", metricName: "RunningTaskCount", dimensions: [] }, stat: "Average" },
      returnData: false,
    },
    { id: "backlog", expression: "IF(running > 0, waiting / running, waiting)", returnData: true },
  ],
});

export const sqsMetric = (metricName: string, queueName: Value): ValueMap => ({
  namespace: "AWS/SQS",
  metricName,
  dimensions: [{ name: "QueueName", value: queueName }],
});

export type Named = Readonly<Record<string, Resource>>;
