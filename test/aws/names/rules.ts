/**
 * What AWS allows of the names that resources are given, from the API reference of each service, read on 2026-11-25. Where the program
 * gives no name, the provider makes one up: the logical name, a hyphen and seven random characters.
 */
export interface NameRule {
  /** The input that holds the name. */
  readonly property: string;
  readonly least?: number;
  readonly most: number;
  readonly pattern: RegExp;
  /** The operation or data type in the API reference. */
  readonly source: string;
}

/** `a-z`, digits and single hyphens, a letter first and no hyphen last: databases and caches. */
const identifier = /^[a-z](?:-?[a-z0-9])*$/;
const word = /^[A-Za-z0-9_-]+$/;

/** Names that a type has, by type. */
export const nameRules: Readonly<Record<string, readonly NameRule[]>> = {
  "aws-native:ecs:Service": [{ property: "serviceName", most: 255, pattern: word, source: "ECS, CreateService" }],
  "aws:apigatewayv2/api:Api": [{ property: "name", most: 128, pattern: /^.+$/, source: "API Gateway v2, CreateApi" }],
  "aws:appautoscaling/policy:Policy": [
    { property: "name", most: 256, pattern: /^[\x20-\x7e]+$/, source: "Application Auto Scaling, PutScalingPolicy" },
  ],
  "aws:appautoscaling/scheduledAction:ScheduledAction": [
    { property: "name", most: 256, pattern: /^[^:/|\s](?:[^:/|]*[^:/|\s])?$/, source: "Application Auto Scaling, PutScheduledAction" },
  ],
  "aws:budgets/budget:Budget": [{ property: "name", most: 100, pattern: /^[^:\\]+$/, source: "Budgets, Budget" }],
  "aws:cloudfront/cachePolicy:CachePolicy": [{ property: "name", most: 128, pattern: word, source: "CloudFront, CachePolicyConfig" }],
  "aws:cloudfront/originAccessControl:OriginAccessControl": [
    { property: "name", most: 64, pattern: /^.+$/, source: "CloudFront, OriginAccessControlConfig" },
  ],
  "aws:cloudfront/originRequestPolicy:OriginRequestPolicy": [
    { property: "name", most: 128, pattern: word, source: "CloudFront, OriginRequestPolicyConfig" },
  ],
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": [
    { property: "name", most: 128, pattern: word, source: "CloudFront, ResponseHeadersPolicyConfig" },
  ],
  "aws:cloudtrail/trail:Trail": [
    { property: "name", least: 3, most: 128, pattern: /^[A-Za-z0-9](?:[._-]?[A-Za-z0-9])*$/, source: "CloudTrail, CreateTrail" },
  ],
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": [
    { property: "alarmName", most: 255, pattern: /^[\x20-\x7e]+$/, source: "CloudWatch, PutCompositeAlarm" },
  ],
  "aws:cloudwatch/dashboard:Dashboard": [{ property: "dashboardName", most: 255, pattern: word, source: "CloudWatch, PutDashboard" }],
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": [
    { property: "name", most: 60, pattern: word, source: "CloudWatch Logs, PutDeliveryDestination" },
  ],
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": [
    { property: "name", most: 60, pattern: word, source: "CloudWatch Logs, PutDeliverySource" },
  ],
  "aws:cloudwatch/logGroup:LogGroup": [{ property: "name", most: 512, pattern: /^[\w./#-]+$/, source: "CloudWatch Logs, CreateLogGroup" }],
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": [
    { property: "name", most: 512, pattern: /^[^:*]+$/, source: "CloudWatch Logs, PutMetricFilter" },
  ],
  "aws:cloudwatch/metricAlarm:MetricAlarm": [
    { property: "name", most: 255, pattern: /^[\x20-\x7e]+$/, source: "CloudWatch, PutMetricAlarm" },
  ],
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": [
    { property: "name", most: 1024, pattern: /^[\S\s]+$/, source: "Cost Explorer, AnomalyMonitor" },
  ],
  "aws:costexplorer/anomalySubscription:AnomalySubscription": [
    { property: "name", most: 1024, pattern: /^[\S\s]+$/, source: "Cost Explorer, AnomalySubscription" },
  ],
  "aws:ec2/securityGroup:SecurityGroup": [
    {
      property: "name",
      most: 255,
      pattern: /^(?!sg-)[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/,
      source: "EC2, CreateSecurityGroup",
    },
    { property: "description", most: 255, pattern: /^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/, source: "EC2, CreateSecurityGroup" },
  ],
  "aws:ecr/repository:Repository": [
    {
      property: "name",
      least: 2,
      most: 256,
      pattern: /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
      source: "ECR, CreateRepository",
    },
  ],
  "aws:ecs/cluster:Cluster": [{ property: "name", most: 255, pattern: word, source: "ECS, CreateCluster" }],
  "aws:ecs/service:Service": [{ property: "name", most: 255, pattern: word, source: "ECS, CreateService" }],
  "aws:ecs/taskDefinition:TaskDefinition": [{ property: "family", most: 255, pattern: word, source: "ECS, RegisterTaskDefinition" }],
  "aws:elasticache/parameterGroup:ParameterGroup": [
    { property: "name", most: 255, pattern: identifier, source: "ElastiCache, CreateCacheParameterGroup" },
  ],
  "aws:elasticache/replicationGroup:ReplicationGroup": [
    { property: "replicationGroupId", most: 40, pattern: identifier, source: "ElastiCache, CreateReplicationGroup" },
  ],
  "aws:elasticache/subnetGroup:SubnetGroup": [
    { property: "name", most: 255, pattern: /^[a-z0-9-]+$/, source: "ElastiCache, CreateCacheSubnetGroup" },
  ],
  "aws:iam/role:Role": [{ property: "name", most: 64, pattern: /^[\w+=,.@-]+$/, source: "IAM, CreateRole" }],
  "aws:iam/rolePolicy:RolePolicy": [{ property: "name", most: 128, pattern: /^[\w+=,.@-]+$/, source: "IAM, PutRolePolicy" }],
  "aws:kms/alias:Alias": [{ property: "name", most: 256, pattern: /^alias\/(?!aws\/)[A-Za-z0-9:/_-]+$/, source: "KMS, CreateAlias" }],
  "aws:lambda/alias:Alias": [{ property: "name", most: 128, pattern: /^(?!\d+$)[A-Za-z0-9_-]+$/, source: "Lambda, CreateAlias" }],
  "aws:lambda/function:Function": [{ property: "name", most: 64, pattern: word, source: "Lambda, CreateFunction" }],
  "aws:lb/loadBalancer:LoadBalancer": [
    {
      property: "name",
      most: 32,
      pattern: /^(?!internal-)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
      source: "ELB v2, CreateLoadBalancer",
    },
  ],
  "aws:lb/targetGroup:TargetGroup": [
    { property: "name", most: 32, pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/, source: "ELB v2, CreateTargetGroup" },
  ],
  "aws:mq/broker:Broker": [{ property: "brokerName", most: 50, pattern: word, source: "Amazon MQ, CreateBroker" }],
  "aws:mq/configuration:Configuration": [{ property: "name", most: 150, pattern: /^[\w.~-]+$/, source: "Amazon MQ, CreateConfiguration" }],
  "aws:rds/cluster:Cluster": [{ property: "clusterIdentifier", most: 63, pattern: identifier, source: "RDS, CreateDBCluster" }],
  "aws:rds/clusterInstance:ClusterInstance": [{ property: "identifier", most: 63, pattern: identifier, source: "RDS, CreateDBInstance" }],
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": [
    { property: "name", most: 255, pattern: identifier, source: "RDS, CreateDBClusterParameterGroup" },
  ],
  "aws:rds/instance:Instance": [{ property: "identifier", most: 63, pattern: identifier, source: "RDS, CreateDBInstance" }],
  "aws:rds/parameterGroup:ParameterGroup": [{ property: "name", most: 255, pattern: identifier, source: "RDS, CreateDBParameterGroup" }],
  "aws:rds/proxy:Proxy": [{ property: "name", most: 63, pattern: /^[A-Za-z](?:-?[A-Za-z0-9])*$/, source: "RDS, CreateDBProxy" }],
  "aws:rds/subnetGroup:SubnetGroup": [
    { property: "name", most: 255, pattern: /^(?!default$)[a-z0-9 ._-]+$/, source: "RDS, CreateDBSubnetGroup" },
  ],
  "aws:s3/bucket:Bucket": [
    {
      property: "bucket",
      least: 3,
      most: 63,
      pattern: /^(?!xn--|sthree-)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
      source: "S3 user guide, general purpose bucket naming rules",
    },
  ],
  "aws:secretsmanager/secret:Secret": [{ property: "name", most: 512, pattern: /^[\w/+=.@-]+$/, source: "Secrets Manager, CreateSecret" }],
  "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace": [
    { property: "name", most: 253, pattern: /^[!-~]+$/, source: "Cloud Map, CreatePrivateDnsNamespace" },
  ],
  "aws:servicediscovery/service:Service": [
    { property: "name", most: 127, pattern: /^[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?$/, source: "Cloud Map, CreateService" },
  ],
  "aws:sns/topic:Topic": [{ property: "name", most: 256, pattern: word, source: "SNS, CreateTopic" }],
  "aws:sqs/queue:Queue": [{ property: "name", most: 80, pattern: /^[A-Za-z0-9_-]+(?:\.fifo)?$/, source: "SQS, CreateQueue" }],
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": [
    { property: "description", most: 255, pattern: /^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/, source: "EC2, IpRange" },
  ],
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": [
    { property: "description", most: 255, pattern: /^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/, source: "EC2, IpRange" },
  ],
  "aws:wafv2/webAcl:WebAcl": [{ property: "name", most: 128, pattern: word, source: "WAF v2, CreateWebACL" }],
};

/** Types that AWS names, or that are named by what they belong to. */
export const unnamed: readonly string[] = [
  "aws:apigatewayv2/apiMapping:ApiMapping",
  "aws:apigatewayv2/domainName:DomainName",
  "aws:apigatewayv2/integration:Integration",
  "aws:apigatewayv2/route:Route",
  "aws:apigatewayv2/stage:Stage",
  "aws:appautoscaling/target:Target",
  "aws:cloudfront/distribution:Distribution",
  "aws:cloudfront/monitoringSubscription:MonitoringSubscription",
  "aws:cloudwatch/logDelivery:LogDelivery",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  "aws:ec2/flowLog:FlowLog",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
  "aws:ecr/lifecyclePolicy:LifecyclePolicy",
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
  "aws:lambda/eventSourceMapping:EventSourceMapping",
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  "aws:lambda/permission:Permission",
  "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
  "aws:lb/listener:Listener",
  "aws:lb/listenerRule:ListenerRule",
  "aws:kms/key:Key",
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
  "aws:rds/proxyTarget:ProxyTarget",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketVersioning:BucketVersioning",
  "aws:secretsmanager/secretRotation:SecretRotation",
  "aws:secretsmanager/secretVersion:SecretVersion",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:sns/topicSubscription:TopicSubscription",
  "aws:sqs/queuePolicy:QueuePolicy",
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
];
