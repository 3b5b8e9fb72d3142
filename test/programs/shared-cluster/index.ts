import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

class Service extends pulumi.ComponentResource {
  constructor(name: string, args: { configPath: string; cluster: aws.ecs.Cluster; min: number; max: number }) {
    super("shared-cluster:index:Service", name, { configPath: args.configPath });
    const task = new aws.ecs.TaskDefinition(`${name}-task`, { family: name, containerDefinitions: "[]" }, { parent: this });
    const service = new aws.ecs.Service(
      `${name}-service`,
      { cluster: args.cluster.arn, taskDefinition: task.arn, desiredCount: args.min },
      { parent: this, ignoreChanges: ["desiredCount"] },
    );
    const target = new aws.appautoscaling.Target(
      `${name}-target`,
      {
        minCapacity: args.min,
        maxCapacity: args.max,
        resourceId: pulumi.interpolate`service/${args.cluster.name}/${service.name}`,
        scalableDimension: "ecs:service:DesiredCount",
        serviceNamespace: "ecs",
      },
      { parent: this },
    );
    const common = {
      resourceId: target.resourceId,
      scalableDimension: target.scalableDimension,
      serviceNamespace: target.serviceNamespace,
    };
    const out = new aws.appautoscaling.Policy(
      `${name}-out`,
      {
        ...common,
        policyType: "StepScaling",
        stepScalingPolicyConfiguration: { cooldown: 60, stepAdjustments: [{ scalingAdjustment: 2, metricIntervalLowerBound: "0" }] },
      },
      { parent: this },
    );
    new aws.cloudwatch.MetricAlarm(
      `${name}-busy`,
      {
        comparisonOperator: "GreaterThanThreshold",
        evaluationPeriods: 2,
        threshold: 80,
        namespace: "AWS/ECS",
        metricName: "CPUUtilization",
        period: 60,
        statistic: "Average",
        dimensions: { ClusterName: args.cluster.name, ServiceName: service.name },
        alarmActions: [out.arn],
      },
      { parent: this },
    );
  }
}

const cluster = new aws.ecs.Cluster("cluster");
new Service("api", { configPath: "shared-cluster:services.api", cluster, min: 2, max: 10 });
new Service("worker", { configPath: "shared-cluster:services.worker", cluster, min: 1, max: 4 });
