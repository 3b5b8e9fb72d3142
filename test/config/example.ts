/** A configuration that uses every key, as it stands below `config:` in a stack's file. */
export const everyKey = () => ({
  "headroom:tier": "prod",
  "headroom:budget": { monthly: 2400, burst: 4800, anomaly: { above: 20 }, notify: ["platform@example.com"], scope: "stack" },
  "headroom:account": { concurrency: 1000, apiRate: 10_000 },
  "headroom:traffic": "normal",
  "headroom:network": { zones: 3, nat: "one per zone", endpoints: ["ecr", "logs"], cidr: "10.1.0.0/16" },
  "headroom:services": {
    api: {
      image: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/api:1.4.2",
      size: ["0.25 vCPU", "0.5 GiB"],
      sizes: { large: ["0.5 vCPU", "1 GiB"] },
      sizeTier: "large",
      architecture: "arm64",
      http: { port: 8080, healthCheck: "/health", deregistrationDelay: "45 seconds", path: "/orders" },
      produces: ["jobs"],
      slo: { p95: "200 ms", errors: "1%", availability: "99.9%", traffic: 50 },
      connects: { main: { pool: 10, overflow: 5 }, store: { pool: 4 }, sessions: {}, pages: {}, events: {}, bus: {} },
      scale: {
        min: 2,
        max: 10,
        on: { cpu: "70%", memory: "80%", requestsPerTask: 1000 },
        scaleInCooldown: "5 minutes",
        scaleOutCooldown: "60 seconds",
      },
      environment: { LOG_LEVEL: "info", WORKERS: 4, VERBOSE: false },
      secrets: {
        DB_PASSWORD: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf:password::",
        TOKEN: "arn:aws:ssm:eu-central-1:123456789012:parameter/shop/token",
      },
      healthCommand: "curl -f http://localhost:8080/health",
      startup: "90 seconds",
      spot: "0%",
    },
    stream: {
      image: "ghcr.io/example/stream:1.4.2",
      scale: {
        min: 2,
        max: 10,
        on: { cpu: "70%", memory: "80%" },
        resolution: "20 seconds",
        steps: {
          on: { namespace: "Shop", metric: "Lag", dimensions: { Topic: "orders" }, statistic: "Maximum" },
          out: [
            { from: 50, add: 1 },
            { from: 100, add: 2 },
            { from: 200, add: 3 },
          ],
          in: { below: 10, for: "5 minutes", remove: 1 },
        },
        schedule: [
          { at: "08:00 Mon-Fri", timezone: "Europe/Berlin", min: 4, max: 20 },
          { at: "cron(0 20 ? * MON-FRI *)", timezone: "Europe/Berlin", min: 2, max: 10 },
        ],
      },
      openFiles: 65536,
      deployment: { minimumHealthy: "50%", maximum: "150%", alarms: true },
      onDemandBase: 2,
      spot: "70%",
    },
    worker: {
      image: "ghcr.io/example/worker:1.4.2",
      consumes: "jobs",
      scale: { min: 0, max: 10, floors: { high: 2, peak: 5, critical: 10 }, on: { backlogPerTask: 100 } },
      spot: "50%",
    },
  },
  "headroom:functions": {
    checkout: {
      code: "./functions/checkout",
      runtime: "nodejs24.x",
      handler: "index.handler",
      memory: "1 GiB",
      timeout: "10 seconds",
      architecture: "arm64",
      route: "POST /checkout/{basket}",
      produces: ["jobs"],
      environment: { LOG_LEVEL: "info" },
      secrets: {
        TOKEN: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:pay-AbCdEf:token::",
        LIMITS: "arn:aws:ssm:eu-central-1:123456789012:parameter/shop/limits",
      },
      retries: 1,
      maxAge: "1 hour",
      reserved: 50,
      provisioned: {
        min: 2,
        max: 20,
        target: "70%",
        scaleInCooldown: "5 minutes",
        scaleOutCooldown: "60 seconds",
        schedule: [{ at: "08:00 Mon-Fri", timezone: "Europe/Berlin", min: 10 }],
      },
    },
    resize: {
      code: "./functions/checkout",
      runtime: "nodejs24.x",
      handler: "index.handler",
      timeout: "30 seconds",
      consumes: { queue: "uploads", batch: 100, window: "5 seconds", maxConcurrency: 10 },
      onFailure: "jobs",
    },
  },
  "headroom:httpApi": {
    throttle: { rate: 500, burst: 200 },
    cors: {
      origins: ["https://shop.example.com"],
      methods: ["GET", "POST"],
      headers: ["content-type"],
      exposed: ["etag"],
      credentials: true,
      maxAge: "1 hour",
    },
    domain: {
      name: "api.example.com",
      certificate: "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef",
    },
  },
  "headroom:gateways": {
    discord: {
      tag: "1.4.2",
      keepImages: 10,
      size: ["0.5 vCPU", "1 GiB"],
      architecture: "arm64",
      shards: 75,
      shardsPerTask: 25,
      scale: { min: 1, max: 4 },
      log: "info,gateway=debug",
      produces: ["jobs"],
      connects: { bus: {} },
      environment: { REGION: "eu" },
      secrets: { TOKEN: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:discord-AbCdEf" },
      healthCommand: "gateway --check",
      openFiles: 1048576,
      startup: "2 minutes",
    },
    pushed: { image: "ghcr.io/example/gateway:2.0.0", shards: 10, scale: { min: 2, max: 2 }, healthCommand: "gateway --check" },
  },
  "headroom:queues": {
    jobs: { longestRun: "6 minutes", maxReceives: 3, retention: "14 days", oldest: "30 minutes", depth: 1000 },
    orders: { longestRun: "30 seconds", fifo: { throughput: "high", deduplication: "content" } },
    uploads: { longestRun: "30 seconds" },
  },
  "headroom:caches": {
    sessions: {
      node: "cache.r7g.large",
      engine: "valkey",
      version: "8.1",
      shards: {
        min: 2,
        max: 4,
        cpu: "50%",
        memory: "65%",
        scaleInCooldown: "15 minutes",
        scaleOutCooldown: "10 minutes",
        schedule: [{ at: "07:30 Mon-Fri", timezone: "Europe/Berlin", min: 3 }],
      },
      replicas: {
        min: 1,
        max: 3,
        cpu: "60%",
        scaleInCooldown: "15 minutes",
        scaleOutCooldown: "10 minutes",
        schedule: [{ at: "07:30 Mon-Fri", timezone: "Europe/Berlin", min: 2, max: 5 }],
      },
      maintenance: "Sun 03:00",
    },
    pages: { node: "cache.t4g.micro", engine: "redis", version: "7.1", shards: 1, replicas: 0 },
  },
  "headroom:brokers": {
    events: {
      engine: "rabbitmq",
      version: "3.13",
      instance: "mq.m5.large",
      deployment: "cluster",
      ready: 5000,
      maintenance: "Sun 03:00",
    },
    bus: {
      engine: "nats",
      image: "docker.io/library/nats:2.12-alpine",
      tasks: 3,
      size: ["0.5 vCPU", "1 GiB"],
      architecture: "arm64",
    },
  },
  "headroom:audit": { retention: "400 days" },
  "headroom:databases": {
    main: {
      engine: "aurora-postgresql",
      version: "16.6",
      database: "shop",
      capacity: { min: 0.5, max: 16 },
      readers: {
        min: 1,
        max: 5,
        cpu: "65%",
        promotionTier: 2,
        scaleInCooldown: "10 minutes",
        scaleOutCooldown: "3 minutes",
        schedule: [{ at: "08:00 Mon-Fri", timezone: "Europe/Berlin", min: 2 }],
      },
      alarms: { cpu: "75%", connections: "70%", capacity: "85%", replicaLag: "10 seconds" },
      backups: "14 days",
      rotation: "30 days",
      changes: "at once",
      runbook: "https://example.com/runbooks/main",
    },
    store: {
      engine: "postgres",
      version: "17",
      database: "store",
      instance: "db.r6g.large",
      storage: { size: "400 GiB", max: "1000 GiB", iops: 16000, throughput: 1000 },
      multiZone: true,
      replicas: [{ name: "analytics", instance: "db.r6g.xlarge" }],
      proxy: { maxConnections: "90%", idleTimeout: "10 minutes", borrowTimeout: "1 minute" },
      alarms: { cpu: "75%", connections: "70%", freeMemory: "15%", freeStorage: "10%", replicaLag: "1 minute" },
      backups: "7 days",
      changes: "in the maintenance window",
      runbook: "https://example.com/runbooks/store",
    },
  },
  "headroom:logs": { retention: "90 days" },
  "headroom:loadBalancer": {
    certificate: "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef",
    domain: "origin.example.com",
    from: "internet",
    accessLogs: true,
    idleTimeout: "60 seconds",
    desync: "defensive",
    waf: { rateLimit: 2000 },
  },
  "headroom:cdn": {
    origins: ["api"],
    assets: { paths: ["/assets/*"], index: "start.html" },
    domain: "www.example.com",
    certificate: "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef",
    priceClass: "200",
    originShield: "nearest",
    accessLogs: true,
    waf: { rateLimit: 5000 },
    alarms: { errors: "2%", originLatency: "800 ms", hitRate: "80%" },
  },
});

/** The least that must be written. */
export const leastKeys = () => ({
  "headroom:tier": "dev",
  "headroom:budget": { monthly: 100, burst: 200, notify: ["platform@example.com"] },
  "headroom:network": { zones: 2, nat: "none" },
  "headroom:services": { api: { image: "ghcr.io/example/api:1.4.2", scale: { min: 1, max: 4, on: { cpu: "70%" } } } },
});

type Tree = Record<string, unknown>;

/** The same configuration with one value set, or left out where `value` is undefined. */
export function edited(config: Tree, way: readonly string[], value: unknown): Tree {
  const [key, ...rest] = way;
  if (key === undefined) return config;
  const { [key]: old, ...others } = config;
  const next = rest.length === 0 ? value : edited((old ?? {}) as Tree, rest, value);
  return next === undefined ? others : { ...config, [key]: next };
}
