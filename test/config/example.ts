/** A configuration that uses every key, as it stands below `config:` in a stack's file. */
export const everyKey = () => ({
  "headroom:tier": "prod",
  "headroom:budget": { monthly: 2400, burst: 4800, anomaly: { above: 20 }, notify: ["platform@example.com"], scope: "stack" },
  "headroom:traffic": "normal",
  "headroom:network": { zones: 3, nat: "one per zone", cidr: "10.1.0.0/16" },
  "headroom:services": {
    api: {
      image: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/api:1.4.2",
      size: ["0.25 vCPU", "0.5 GiB"],
      sizes: { large: ["0.5 vCPU", "1 GiB"] },
      sizeTier: "large",
      architecture: "arm64",
      http: { port: 8080, healthCheck: "/health", deregistrationDelay: "45 seconds", path: "/orders" },
      produces: ["jobs"],
      connects: { main: { pool: 10, overflow: 5 }, store: { pool: 4 } },
      slo: { p95: "200 ms", errors: "1%", availability: "99.9%", traffic: 50 },
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
    worker: {
      image: "ghcr.io/example/worker:1.4.2",
      consumes: "jobs",
      scale: { min: 0, max: 10, floors: { high: 2, peak: 5, critical: 10 }, on: { backlogPerTask: 100 } },
      spot: "50%",
    },
  },
  "headroom:queues": {
    jobs: { longestRun: "6 minutes", maxReceives: 3, retention: "14 days", oldest: "30 minutes", depth: 1000 },
    orders: { longestRun: "30 seconds", fifo: { throughput: "high", deduplication: "content" } },
  },
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
