import { unknownValue, type Resource, type ResourceGraph, type ValueMap } from "../../graph";
import { workerGraph, ecs } from "./worker";

/** One of everything that a reader reads, wired as programs wire it. */
export function everything(): ResourceGraph {
  const { b, service, target, queue, cluster } = workerGraph();
  const add = (type: string, name: string, inputs: ValueMap, from: Readonly<Record<string, readonly Resource[]>> = {}): Resource =>
    b.add(type, name, inputs, { from });
  const scale = (
    name: string,
    namespace: string,
    dimension: string,
    from: readonly Resource[],
    resourceId: string | undefined = undefined,
  ): Resource => {
    const about = { serviceNamespace: namespace, scalableDimension: dimension, resourceId: resourceId ?? unknownValue };
    const registered = add("aws:appautoscaling/target:Target", name, { ...about, minCapacity: 1, maxCapacity: 5 }, { resourceId: from });
    const tracking = { targetValue: 70, predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" } };
    add(
      "aws:appautoscaling/policy:Policy",
      `${name}-policy`,
      { ...about, policyType: "TargetTrackingScaling", targetTrackingScalingPolicyConfiguration: tracking },
      { resourceId: [registered] },
    );
    return registered;
  };
  const fn = add("aws:lambda/function:Function", "checkout", {
    name: "checkout",
    timeout: 30,
    memorySize: 512,
    reservedConcurrentExecutions: 50,
  });
  const alias = add("aws:lambda/alias:Alias", "live", { name: "live", functionName: unknownValue }, { functionName: [fn] });
  scale("checkout-target", "lambda", "lambda:function:ProvisionedConcurrency", [alias]);
  b.add(
    "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    "checkout-provisioned",
    { functionName: unknownValue, qualifier: "live", provisionedConcurrentExecutions: 2 },
    { from: { functionName: [alias], qualifier: [alias] }, ignoreChanges: ["provisionedConcurrentExecutions"] },
  );
  add(
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    "checkout-jobs",
    {
      eventSourceArn: unknownValue,
      functionName: unknownValue,
      batchSize: 10,
      maximumBatchingWindowInSeconds: 5,
      scalingConfig: { maximumConcurrency: 20 },
      enabled: true,
    },
    { eventSourceArn: [queue], functionName: [alias] },
  );
  const table = add("aws:dynamodb/table:Table", "orders", { name: "orders", readCapacity: 5 });
  scale("orders-read", "dynamodb", "dynamodb:table:ReadCapacityUnits", [table]);
  scale("orders-index", "dynamodb", "dynamodb:index:ReadCapacityUnits", [table], "table/orders/index/by-day");
  const database = add("aws:rds/cluster:Cluster", "main", {
    clusterIdentifier: "main",
    engine: "aurora-postgresql",
    serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 16 },
  });
  add(
    "aws:rds/clusterInstance:ClusterInstance",
    "main-writer",
    { clusterIdentifier: unknownValue, instanceClass: "db.serverless", engine: "aurora-postgresql" },
    { clusterIdentifier: [database] },
  );
  const store = add("aws:rds/instance:Instance", "store", { identifier: "store", engine: "postgres", instanceClass: "db.t4g.small" });
  add(
    "aws:rds/instance:Instance",
    "store-replica",
    { replicateSourceDb: unknownValue, instanceClass: "db.t4g.small" },
    { replicateSourceDb: [store] },
  );
  add("aws:rds/proxy:Proxy", "store-proxy", { name: "store" });
  add(
    "aws:rds/proxyTarget:ProxyTarget",
    "store-proxy-target",
    { dbProxyName: "store", targetGroupName: "default", dbInstanceIdentifier: unknownValue },
    { dbInstanceIdentifier: [store] },
  );
  scale("readers", "rds", "rds:cluster:ReadReplicaCount", [database]);
  const cache = add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", {
    replicationGroupId: "sessions",
    engine: "valkey",
    nodeType: "cache.r7g.large",
    clusterMode: "enabled",
    parameterGroupName: "default.valkey8.cluster.on",
    numNodeGroups: 2,
    replicasPerNodeGroup: 1,
  });
  scale("shards", "elasticache", "elasticache:replication-group:NodeGroups", [cache]);
  scale("replicas", "elasticache", "elasticache:replication-group:Replicas", [cache]);
  scale("stream", "kafka", "kafka:broker-storage:VolumeSize", [], "arn:aws:kafka:x");

  const steps = add(
    "aws:appautoscaling/policy:Policy",
    "steps",
    {
      ...ecs,
      policyType: "StepScaling",
      stepScalingPolicyConfiguration: {
        adjustmentType: "ChangeInCapacity",
        cooldown: 60,
        metricAggregationType: "Average",
        minAdjustmentMagnitude: 1,
        stepAdjustments: [
          { metricIntervalLowerBound: "0", metricIntervalUpperBound: "20", scalingAdjustment: 1 },
          { metricIntervalLowerBound: "20", scalingAdjustment: 2 },
        ],
      },
    },
    { resourceId: [target] },
  );
  const topic = add("aws:sns/topic:Topic", "people", { name: "people" });
  add(
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    "high",
    {
      namespace: "AWS/ECS",
      metricName: "CPUUtilization",
      dimensions: { ClusterName: "main", ServiceName: unknownValue },
      statistic: "Average",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 80,
      period: 60,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      treatMissingData: "ignore",
      actionsEnabled: true,
      alarmActions: [unknownValue, unknownValue],
      okActions: [unknownValue],
    },
    { dimensions: [service], alarmActions: [steps, topic], okActions: [topic] },
  );
  add(
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    "backlog",
    {
      metricQueries: [
        {
          id: "m",
          metric: {
            namespace: "AWS/SQS",
            metricName: "ApproximateNumberOfMessagesVisible",
            dimensions: { QueueName: "jobs" },
            period: 60,
            stat: "Sum",
          },
          returnData: false,
        },
        { id: "e", expression: "m * 1", returnData: true },
      ],
      comparisonOperator: "GreaterThanThreshold",
      threshold: 80,
      evaluationPeriods: 1,
      insufficientDataActions: unknownValue,
    },
    { metricQueries: [queue], insufficientDataActions: [topic] },
  );
  add("aws:appautoscaling/scheduledAction:ScheduledAction", "morning", {
    ...ecs,
    name: "morning",
    schedule: "cron(0 8 ? * MON-FRI *)",
    timezone: "Europe/Berlin",
    startTime: "2026-12-01T00:00:00Z",
    endTime: "2027-12-01T00:00:00Z",
    scalableTargetAction: { minCapacity: 5 },
  });
  add(
    "aws:appautoscaling/policy:Policy",
    "forecast",
    {
      ...ecs,
      policyType: "PredictiveScaling",
      predictiveScalingPolicyConfiguration: { mode: "ForecastOnly", maxCapacityBreachBehavior: "HonorMaxCapacity", maxCapacityBuffer: 10 },
    },
    { resourceId: [target] },
  );
  const side = add("aws:sqs/queue:Queue", "side", {
    name: "side.fifo",
    fifoQueue: true,
    contentBasedDeduplication: true,
    redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:1:jobs-dead","maxReceiveCount":5}',
  });
  add(
    "aws:sqs/redrivePolicy:RedrivePolicy",
    "redrive",
    { queueUrl: unknownValue, redrivePolicy: unknownValue },
    { queueUrl: [side], redrivePolicy: [queue] },
  );
  add("aws:budgets/budget:Budget", "budget", {
    name: "budget",
    budgetType: "COST",
    limitAmount: "150",
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    costFilters: [{ name: "Service", values: ["x"] }],
    notifications: [
      {
        notificationType: "ACTUAL",
        comparisonOperator: "GREATER_THAN",
        threshold: 80,
        thresholdType: "PERCENTAGE",
        subscriberEmailAddresses: ["a@example.com"],
        subscriberSnsTopicArns: [unknownValue],
      },
    ],
  });
  b.add(
    "awsx:ec2:Vpc",
    "network",
    {
      numberOfAvailabilityZones: 2,
      natGateways: { strategy: "OnePerAz" },
      vpcEndpointSpecs: [{ serviceName: "x", vpcEndpointType: "Interface" }],
    },
    { remote: true },
  );
  b.add("awsx:lb:ApplicationLoadBalancer", "public", {}, { remote: true });
  add("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", { vpcEndpointType: "Interface" });
  const group = add("aws:lb/targetGroup:TargetGroup", "api-tg", { name: "api-tg" });
  const fargate = b.add(
    "awsx:ecs:FargateService",
    "api",
    {
      name: "api",
      cluster: "arn:aws:ecs:us-east-1:1:cluster/main",
      taskDefinitionArgs: { cpu: ".5 vCPU", memory: "1 GB", runtimePlatform: { cpuArchitecture: "ARM64" } },
      loadBalancers: [{ targetGroupArn: unknownValue }],
      capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", base: 1, weight: 2 }],
      deploymentCircuitBreaker: { enable: true, rollback: true },
      deploymentMinimumHealthyPercent: 50,
      deploymentMaximumPercent: 150,
    },
    { remote: true, from: { loadBalancers: [group] } },
  );
  const fast = add(
    "aws-native:ecs:Service",
    "fast",
    {
      serviceName: "fast",
      cluster: unknownValue,
      desiredCount: 2,
      deploymentConfiguration: {
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
      capacityProviderStrategy: [{ capacityProvider: "FARGATE", base: 1, weight: 1 }],
      monitoring: { metricConfigurations: [{ metricNames: ["CPUUtilization"], resolutionSeconds: 20 }] },
    },
    { cluster: [cluster] },
  );
  scale("fast-target", "ecs", "ecs:service:DesiredCount", [fast]);
  add("aws:mq/broker:Broker", "events", { brokerName: "events", engineType: "RabbitMQ", hostInstanceType: "mq.m5.large" });
  add("aws:cloudfront/distribution:Distribution", "cdn", { enabled: true });
  add("aws:wafv2/webAcl:WebAcl", "acl", { scope: "REGIONAL" });
  scale("api-target", "ecs", "ecs:service:DesiredCount", [fargate]);
  return b.graph();
}
