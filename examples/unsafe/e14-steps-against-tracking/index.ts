/**
 * E14. Step scaling takes a worker away when the queue is nearly empty, and target tracking on CPU and memory does not
 * hold it back: it adds the worker again at once. The count flaps between the two.
 * To be caught by policy-metric-conflict.
 */
import * as aws from "@pulumi/aws";
import { soundBudget, soundService, track } from "../sound";

soundBudget("e14");
const { target } = soundService("e14-gp-worker", { min: 1, max: 10 });
track("e14-gp-worker-cpu", target, "ECSServiceAverageCPUUtilization", 70);
track("e14-gp-worker-memory", target, "ECSServiceAverageMemoryUtilization", 80);

const about = {
  serviceNamespace: target.serviceNamespace,
  scalableDimension: target.scalableDimension,
  resourceId: target.resourceId,
  policyType: "StepScaling",
};
const out = new aws.appautoscaling.Policy("e14-gp-worker-out", {
  ...about,
  stepScalingPolicyConfiguration: {
    adjustmentType: "ChangeInCapacity",
    cooldown: 60,
    stepAdjustments: [
      { metricIntervalLowerBound: "0", metricIntervalUpperBound: "50", scalingAdjustment: 1 },
      { metricIntervalLowerBound: "50", metricIntervalUpperBound: "150", scalingAdjustment: 2 },
      { metricIntervalLowerBound: "150", scalingAdjustment: 3 },
    ],
  },
});
const away = new aws.appautoscaling.Policy("e14-gp-worker-in", {
  ...about,
  stepScalingPolicyConfiguration: {
    adjustmentType: "ChangeInCapacity",
    cooldown: 300,
    stepAdjustments: [{ metricIntervalUpperBound: "0", scalingAdjustment: -1 }],
  },
});

const depth = {
  namespace: "AWS/AmazonMQ",
  metricName: "MessageCount",
  dimensions: { Broker: "arrakis", VirtualHost: "/", Queue: "events" },
  statistic: "Average",
  period: 60,
};
new aws.cloudwatch.MetricAlarm("e14-queue-deep", {
  ...depth,
  comparisonOperator: "GreaterThanOrEqualToThreshold",
  threshold: 50,
  evaluationPeriods: 1,
  alarmActions: [out.arn],
});
new aws.cloudwatch.MetricAlarm("e14-queue-shallow", {
  ...depth,
  comparisonOperator: "LessThanThreshold",
  threshold: 10,
  evaluationPeriods: 5,
  alarmActions: [away.arn],
});
