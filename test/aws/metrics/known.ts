/**
 * Metrics that AWS publishes, with the dimensions by which it does, from the monitoring pages of each service, read on 2026-11-25.
 * A combination of dimensions that is not there has no data: an alarm on it never fires, and nobody hears of that.
 */
interface Family {
  readonly namespace: string;
  readonly metrics: readonly string[];
  /** The combinations of dimensions, each in the order of the alphabet. */
  readonly by: readonly (readonly string[])[];
  readonly source: string;
}

export const families: readonly Family[] = [
  {
    namespace: "AWS/SQS",
    metrics: [
      "ApproximateAgeOfOldestMessage",
      "ApproximateNumberOfMessagesDelayed",
      "ApproximateNumberOfMessagesNotVisible",
      "ApproximateNumberOfMessagesVisible",
      "NumberOfMessagesDeleted",
      "NumberOfMessagesReceived",
      "NumberOfMessagesSent",
    ],
    by: [["QueueName"]],
    source: "SQS developer guide, available CloudWatch metrics",
  },
  {
    namespace: "AWS/ECS",
    metrics: ["CPUUtilization", "MemoryUtilization"],
    by: [["ClusterName"], ["ClusterName", "ServiceName"]],
    source: "ECS developer guide, CloudWatch metrics",
  },
  {
    namespace: "ECS/ContainerInsights",
    metrics: ["CpuReserved", "CpuUtilized", "MemoryReserved", "MemoryUtilized", "NetworkRxBytes", "NetworkTxBytes"],
    by: [["ClusterName"], ["ClusterName", "ServiceName"], ["ClusterName", "TaskDefinitionFamily"]],
    source: "CloudWatch user guide, Amazon ECS Container Insights metrics",
  },
  {
    namespace: "ECS/ContainerInsights",
    metrics: ["DeploymentCount", "DesiredTaskCount", "PendingTaskCount", "RunningTaskCount"],
    by: [["ClusterName", "ServiceName"]],
    source: "CloudWatch user guide, Amazon ECS Container Insights metrics",
  },
  {
    namespace: "ECS/ContainerInsights",
    metrics: ["ContainerInstanceCount", "ServiceCount", "TaskCount"],
    by: [["ClusterName"]],
    source: "CloudWatch user guide, Amazon ECS Container Insights metrics",
  },
  {
    namespace: "AWS/ApplicationELB",
    metrics: [
      "ActiveConnectionCount",
      "ConsumedLCUs",
      "HTTPCode_ELB_4XX_Count",
      "HTTPCode_ELB_5XX_Count",
      "NewConnectionCount",
      "ProcessedBytes",
      "RejectedConnectionCount",
    ],
    by: [["LoadBalancer"]],
    source: "Application Load Balancers, CloudWatch metrics, load balancer metrics",
  },
  {
    namespace: "AWS/ApplicationELB",
    metrics: [
      "HTTPCode_Target_2XX_Count",
      "HTTPCode_Target_3XX_Count",
      "HTTPCode_Target_4XX_Count",
      "HTTPCode_Target_5XX_Count",
      "RequestCount",
      "TargetConnectionErrorCount",
      "TargetResponseTime",
    ],
    by: [["LoadBalancer"], ["LoadBalancer", "TargetGroup"]],
    source: "Application Load Balancers, CloudWatch metrics, load balancer and target metrics",
  },
  {
    namespace: "AWS/ApplicationELB",
    metrics: ["HealthyHostCount", "UnHealthyHostCount"],
    by: [["LoadBalancer", "TargetGroup"]],
    source: "Application Load Balancers, CloudWatch metrics, target metrics",
  },
  {
    namespace: "AWS/ApplicationELB",
    metrics: ["RequestCountPerTarget"],
    by: [["TargetGroup"], ["LoadBalancer", "TargetGroup"]],
    source: "Application Load Balancers, CloudWatch metrics, target metrics",
  },
  {
    namespace: "AWS/RDS",
    metrics: [
      "CPUCreditBalance",
      "CPUUtilization",
      "DBLoad",
      "DatabaseConnections",
      "FreeableMemory",
      "ReadIOPS",
      "ReadLatency",
      "SwapUsage",
      "WriteIOPS",
      "WriteLatency",
    ],
    by: [["DBInstanceIdentifier"], ["DBClusterIdentifier"], ["DBClusterIdentifier", "Role"]],
    source: "RDS user guide, CloudWatch instance-level metrics; dimensions",
  },
  {
    namespace: "AWS/RDS",
    metrics: ["BurstBalance", "DiskQueueDepth", "FreeStorageSpace", "ReplicaLag"],
    by: [["DBInstanceIdentifier"]],
    source: "RDS user guide, CloudWatch instance-level metrics",
  },
  {
    namespace: "AWS/RDS",
    metrics: ["ACUUtilization", "AuroraReplicaLag", "ServerlessDatabaseCapacity", "AuroraReplicaLagMaximum"],
    by: [["DBInstanceIdentifier"], ["DBClusterIdentifier"], ["DBClusterIdentifier", "Role"]],
    source: "Aurora user guide, CloudWatch metrics; dimensions",
  },
  {
    namespace: "AWS/RDS",
    metrics: ["ClientConnections", "DatabaseConnections", "MaxDatabaseConnectionsAllowed", "QueryDatabaseResponseLatency"],
    by: [["ProxyName"], ["ProxyName", "TargetGroup"], ["ProxyName", "Target", "TargetGroup"]],
    source: "RDS user guide, monitoring RDS Proxy metrics",
  },
  {
    namespace: "AWS/ElastiCache",
    metrics: [
      "BytesUsedForCache",
      "CPUUtilization",
      "CacheHitRate",
      "CacheHits",
      "CacheMisses",
      "CurrConnections",
      "CurrItems",
      "DatabaseCapacityUsageCountedForEvictPercentage",
      "DatabaseCapacityUsagePercentage",
      "DatabaseMemoryUsageCountedForEvictPercentage",
      "DatabaseMemoryUsagePercentage",
      "EngineCPUUtilization",
      "Evictions",
      "FreeableMemory",
      "ReplicationLag",
      "SwapUsage",
    ],
    by: [["CacheClusterId"], ["CacheClusterId", "CacheNodeId"]],
    source: "ElastiCache user guide, host-level metrics and metrics for Valkey and Redis OSS",
  },
  {
    namespace: "AWS/ElastiCache",
    metrics: [
      "DatabaseCapacityUsageCountedForEvictPercentage",
      "DatabaseMemoryUsageCountedForEvictPercentage",
      "ElastiCachePrimaryEngineCPUUtilization",
      "ElastiCacheReplicaEngineCPUUtilization",
    ],
    by: [["ReplicationGroupId"]],
    source: "ElastiCache user guide, Auto Scaling policies",
  },
  {
    namespace: "AWS/Lambda",
    metrics: [
      "AsyncEventAge",
      "AsyncEventsDropped",
      "ConcurrentExecutions",
      "DeadLetterErrors",
      "DestinationDeliveryFailures",
      "Duration",
      "Errors",
      "Invocations",
      "ProvisionedConcurrencyInvocations",
      "ProvisionedConcurrencySpilloverInvocations",
      "ProvisionedConcurrencyUtilization",
      "ProvisionedConcurrentExecutions",
      "Throttles",
    ],
    by: [["FunctionName"], ["FunctionName", "Resource"], ["ExecutedVersion", "FunctionName", "Resource"]],
    source: "Lambda developer guide, types of metrics for Lambda functions; dimensions",
  },
  {
    namespace: "AWS/ApiGateway",
    metrics: ["4xx", "5xx", "Count", "DataProcessed", "IntegrationLatency", "Latency"],
    by: [["ApiId"], ["ApiId", "Stage"]],
    source: "API Gateway developer guide, HTTP APIs, CloudWatch metrics",
  },
  {
    namespace: "AWS/CloudFront",
    metrics: [
      "4xxErrorRate",
      "5xxErrorRate",
      "502ErrorRate",
      "503ErrorRate",
      "504ErrorRate",
      "BytesDownloaded",
      "CacheHitRate",
      "OriginLatency",
      "Requests",
      "TotalErrorRate",
    ],
    by: [["DistributionId", "Region"]],
    source: "CloudFront developer guide, viewing metrics with the CloudWatch API",
  },
  {
    namespace: "AWS/AmazonMQ",
    metrics: [
      "ConnectionCount",
      "ConsumerCount",
      "MessageCount",
      "MessageReadyCount",
      "MessageUnacknowledgedCount",
      "QueueCount",
      "RabbitMQDiskFree",
      "RabbitMQDiskFreeLimit",
      "RabbitMQMemLimit",
      "RabbitMQMemUsed",
      "SystemCpuUtilization",
    ],
    by: [["Broker"], ["Broker", "Node"]],
    source: "Amazon MQ developer guide, RabbitMQ broker metrics",
  },
  {
    namespace: "AWS/AmazonMQ",
    metrics: ["ConsumerCount", "MessageCount", "MessageReadyCount", "MessageUnacknowledgedCount"],
    by: [["Broker", "Queue", "VirtualHost"]],
    source: "Amazon MQ developer guide, RabbitMQ queue metrics",
  },
  {
    namespace: "AWS/WAFV2",
    metrics: ["AllowedRequests", "BlockedRequests", "CountedRequests"],
    by: [
      ["Region", "Rule", "WebACL"],
      ["Rule", "WebACL"],
    ],
    source: "AWS WAF developer guide, metrics and dimensions",
  },
  {
    namespace: "AWS/SNS",
    metrics: ["NumberOfNotificationsFailed", "NumberOfNotificationsDelivered", "NumberOfMessagesPublished"],
    by: [["TopicName"]],
    source: "SNS developer guide, monitoring topics with CloudWatch",
  },
];

/** Namespaces of the examples' own applications, which publish what they like. */
export const applications: readonly string[] = ["Shop"];
