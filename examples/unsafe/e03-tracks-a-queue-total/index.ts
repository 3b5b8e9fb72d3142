/**
 * E3. "100 messages per task", but the metric is the depth of the whole queue. With 150 messages waiting it is above the
 * target however many tasks run, so each scale-out is followed by the next one, up to the maximum.
 * To be caught by queue-metric-per-task.
 */
import * as aws from "@pulumi/aws";
import { soundBudget, soundService } from "../sound";

soundBudget("e03");
const queue = new aws.sqs.Queue("e03-steps", { name: "orchestrator-steps-queue", visibilityTimeoutSeconds: 1800 });
const { target } = soundService("e03-orchestrator", { min: 1, max: 20 });

new aws.appautoscaling.Policy("e03-orchestrator-queue-scaling", {
  serviceNamespace: target.serviceNamespace,
  scalableDimension: target.scalableDimension,
  resourceId: target.resourceId,
  policyType: "TargetTrackingScaling",
  targetTrackingScalingPolicyConfiguration: {
    targetValue: 100, // messages per task
    customizedMetricSpecification: {
      metricName: "ApproximateNumberOfMessagesVisible",
      namespace: "AWS/SQS",
      statistic: "Average",
      dimensions: [{ name: "QueueName", value: queue.name }],
    },
    scaleInCooldown: 300,
    scaleOutCooldown: 60,
  },
});
