/**
 * What AWS accepts, where the stack's file could ask for more. Read on 2026-11-23 in the guides named beside each line.
 */
export const limits = {
  /** Tasks of one ECS service: "Amazon ECS service quotas", tasks per service. */
  tasksPerService: 5_000,
  /** Tasks that one capacity provider of a service can be told to run first: ECS API, CapacityProviderStrategyItem, read 2026-11-25. */
  capacityProviderBase: 100_000,
  /** Open files of one container on Fargate: ECS developer guide, "Task definition parameters for Fargate", ulimits, read 2026-11-25. */
  openFiles: 1_048_576,
  /** Steps of one policy: "Quotas for Application Auto Scaling", step adjustments per step scaling policy, read 2026-11-25. */
  stepAdjustments: 20,
  /** Shards of a gateway, and those of one task: no limit of AWS's; more is a slip. */
  shards: 10_000,
  shardsPerTask: 1_000,
  /** Images that a repository keeps: ECR user guide, "Lifecycle policy properties", countNumber; kept far below any limit of it. */
  keptImages: 1_000,
  /** Characters of a target group's or load balancer's name: Elastic Load Balancing API, CreateTargetGroup. */
  targetGroupName: 32,
  /** Seconds that a target may finish its requests after it was taken away: Elastic Load Balancing API, TargetGroupAttribute. */
  deregistrationDelay: 3_600,
  /** Seconds that a connection through a load balancer may be idle: Elastic Load Balancing API, LoadBalancerAttribute. */
  idleTimeout: 4_000,
  /** Cache behaviours of one distribution, the default one among them: "CloudFront quotas", cache behaviors per distribution. */
  cacheBehaviours: 75,
  /** Characters of a behaviour's path pattern: CloudFront API, CacheBehavior. */
  pathPattern: 255,
  /** Requests of one address in five minutes, the least and the most: WAF API, RateBasedStatement. */
  leastRate: 10,
  mostRate: 2_000_000_000,
  /** Characters of a queue's name: SQS API, CreateQueue. */
  queueName: 80,
  /** Characters of the name of a database, cache or broker: kept short, because AWS's identifiers are composed from it. */
  endpointName: 20,
  /** Shards, and nodes, of one cache: ElastiCache user guide, "Quotas", nodes per cluster with cluster mode; 90 until AWS has raised it. */
  cacheShards: 500,
  cacheNodes: 500,
  /** Shards that ElastiCache's autoscaling reaches: user guide, "Auto Scaling policies", minimum and maximum capacity, edition of 2022. */
  cacheScaledShards: 250,
  /** Replicas of one shard: ElastiCache user guide, "Auto Scaling policies", and "Quotas". */
  cacheReplicas: 5,
  /** Percentages that ElastiCache's autoscaling takes as a target: user guide, "Adding a scaling policy". */
  cacheTarget: { least: 35, most: 70 },
  /** Characters of a replication group's id: ElastiCache API, CreateReplicationGroup. */
  cacheName: 40,
  /** Characters of a broker's name: Amazon MQ API, CreateBrokerRequest. */
  brokerName: 50,
  /** Characters of the identifier of a database: RDS API, CreateDBInstance and CreateDBCluster. */
  databaseIdentifier: 63,
  /** GiB of gp3 storage: Amazon RDS user guide, "gp3 storage". */
  databaseStorage: { least: 20, most: 65_536 },
  /** Read replicas of one RDS instance of PostgreSQL or MySQL: Amazon RDS user guide, "Working with DB instance read replicas". */
  readReplicas: 15,
  /** Readers of one Aurora cluster: Aurora user guide, "Aurora replicas". */
  auroraReplicas: 15,
  /** ACU of one instance: RDS API, ServerlessV2ScalingConfiguration. */
  auroraCapacity: 256,
  /** Seconds that a message may stay invisible: SQS API, VisibilityTimeout. */
  visibilityTimeout: 43_200,
  /** Seconds for which SQS keeps a message, at least and at most: SQS API, MessageRetentionPeriod. */
  messageRetention: { least: 60, most: 1_209_600 },
  /** Receives before a message is given up: SQS developer guide, maxReceiveCount. */
  maxReceives: 1_000,
  /** Characters of a budget's name: Budgets API, Budget. */
  budgetName: 100,
  /** Addresses of one alert: Budgets API, CreateNotification (and one topic). */
  budgetAddresses: 10,
  /** Characters of a function's name: Lambda API, CreateFunction; read 2026-11-25, as all of Lambda's. */
  functionName: 64,
  /** MiB of a function's memory: "Lambda quotas". */
  functionMemory: { least: 128, most: 10_240 },
  /** Seconds that one call of a function may take: "Lambda quotas". */
  functionTimeout: 900,
  /** Bytes of all environment variables of a function: "Lambda quotas". */
  functionVariables: 4_096,
  /** Calls at once in one region; AWS starts with 1,000 and grants "tens of thousands": "Lambda quotas". */
  concurrency: 100_000,
  /** Calls at once that must stay unreserved in an account: Lambda API, PutFunctionConcurrency. */
  unreserved: 100,
  /** Calls at once that a queue may cause: Lambda API, ScalingConfig, MaximumConcurrency. */
  queueConcurrency: { least: 2, most: 1_000 },
  /** Messages in one call, by the kind of queue: "Lambda parameters for Amazon SQS event source mappings". */
  batch: { standard: 10_000, fifo: 10 },
  /** Messages in one call that need no batching window: Lambda API, CreateEventSourceMapping, BatchSize. */
  batchWithoutWindow: 10,
  /** Seconds of a batching window: Lambda API, CreateEventSourceMapping, MaximumBatchingWindowInSeconds. */
  batchWindow: 300,
  /** Further attempts at an asynchronous call: Lambda API, PutFunctionEventInvokeConfig, MaximumRetryAttempts. */
  asyncRetries: 2,
  /** Seconds that an asynchronous call may wait: Lambda API, PutFunctionEventInvokeConfig, MaximumEventAgeInSeconds. */
  asyncAge: 21_600,
  /** Seconds that an HTTP API waits for a function: "Quotas for configuring and running an HTTP API", read 2026-11-25. */
  integrationTimeout: 30,
  /**
   * Services, functions or the like on one dashboard, of which each has up to six widgets: CloudWatch API reference, "Dashboard Body
   * Structure and Syntax", between 0 and 500 widgets; read 2026-11-25.
   */
  shownOnDashboard: 80,
  /** Characters of an ECS cluster's name: ECS API, CreateCluster. */
  clusterName: 255,
  /** Characters of a path pattern: Elastic Load Balancing API, PathPatternConditionConfig. Kept below it, see `routing.ts`. */
  path: 48,
} as const;

/** Days for which CloudWatch can keep a log: Logs API, PutRetentionPolicy. */
export const retentionDays: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
