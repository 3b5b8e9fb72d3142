/**
 * The resource types that a reader looks at, as Pulumi names them. One thing under several names (`lb` and `alb`,
 * a typed resource and a remote component that makes one) is one list.
 */
export const types = {
  target: ["aws:appautoscaling/target:Target"],
  policy: ["aws:appautoscaling/policy:Policy"],
  scheduledAction: ["aws:appautoscaling/scheduledAction:ScheduledAction"],
  alarm: ["aws:cloudwatch/metricAlarm:MetricAlarm"],
  topic: ["aws:sns/topic:Topic"],
  queue: ["aws:sqs/queue:Queue"],
  redrivePolicy: ["aws:sqs/redrivePolicy:RedrivePolicy"],
  budget: ["aws:budgets/budget:Budget"],
  ecsService: ["aws:ecs/service:Service", "aws-native:ecs:Service", "awsx:ecs:FargateService", "awsx:ecs:EC2Service"],
  taskDefinition: ["aws:ecs/taskDefinition:TaskDefinition", "awsx:ecs:FargateTaskDefinition", "awsx:ecs:EC2TaskDefinition"],
  ecsCluster: ["aws:ecs/cluster:Cluster"],
  targetGroup: ["aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup"],
  fn: ["aws:lambda/function:Function"],
  fnAlias: ["aws:lambda/alias:Alias"],
  provisionedConcurrency: ["aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig"],
  eventSource: ["aws:lambda/eventSourceMapping:EventSourceMapping"],
  databaseCluster: ["aws:rds/cluster:Cluster"],
  databaseClusterInstance: ["aws:rds/clusterInstance:ClusterInstance"],
  databaseInstance: ["aws:rds/instance:Instance"],
  databaseProxy: ["aws:rds/proxy:Proxy"],
  databaseProxyTarget: ["aws:rds/proxyTarget:ProxyTarget"],
  replicationGroup: ["aws:elasticache/replicationGroup:ReplicationGroup"],
  table: ["aws:dynamodb/table:Table"],
  natGateway: ["aws:ec2/natGateway:NatGateway"],
  vpcComponent: ["awsx:ec2:Vpc"],
  loadBalancer: [
    "aws:lb/loadBalancer:LoadBalancer",
    "aws:alb/loadBalancer:LoadBalancer",
    "awsx:lb:ApplicationLoadBalancer",
    "awsx:lb:NetworkLoadBalancer",
  ],
  vpcEndpoint: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
  publicAddress: ["aws:ec2/eip:Eip"],
  messageBroker: ["aws:mq/broker:Broker"],
  distribution: ["aws:cloudfront/distribution:Distribution"],
  webAcl: ["aws:wafv2/webAcl:WebAcl"],
} as const satisfies Record<string, readonly string[]>;

/** Remote components, and the one resource that each stands for once its provider has expanded it. */
export const standsFor: Readonly<Record<string, string>> = {
  "awsx:ecs:FargateService": "aws:ecs/service:Service",
  "awsx:ecs:EC2Service": "aws:ecs/service:Service",
  "awsx:ecs:FargateTaskDefinition": "aws:ecs/taskDefinition:TaskDefinition",
  "awsx:ecs:EC2TaskDefinition": "aws:ecs/taskDefinition:TaskDefinition",
  "awsx:lb:ApplicationLoadBalancer": "aws:lb/loadBalancer:LoadBalancer",
  "awsx:lb:NetworkLoadBalancer": "aws:lb/loadBalancer:LoadBalancer",
};
