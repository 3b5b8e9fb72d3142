import type { DashboardKind } from "./dashboard-kinds";

/** Where a stack's resources are named after. */
export interface Where {
  readonly project: string;
  readonly stack: string;
}

/** Pulumi allows a point in a stack's name; ECS and SQS do not. */
const prefix = (where: Where): string => `${where.project}-${where.stack}`.replaceAll(".", "-");

/** SQS has two kinds of queue, and tells them apart by how the name ends. */
export type QueueKind = "standard" | "fifo";

const endings: Readonly<Record<QueueKind, string>> = { standard: "", fifo: ".fifo" };

/** Of small letters, digits and single hyphens between them, as databases and caches are named: `Shop_Prod` and `shop--prod` both become `shop-prod`. */
const identifier = (...parts: readonly string[]): string =>
  parts
    .join("-")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");

/** How often ECS publishes the CPU and memory of a service. */
export type Resolution = "60 seconds" | "20 seconds";

/** The name of the dead-letter queue that comes with a queue. */
export const deadLetterOf = (queue: string): string => `${queue}-dead-letter`;

/** The name of the queue for asynchronous calls of a function that failed for good. */
export const failedOf = (fn: string): string => `${fn}-failed`;

/** The alias through which everybody calls a function. */
export const LIVE = "live";

/**
 * Physical names that take part in a join (a scalable target's `service/<cluster>/<service>`, a metric's dimensions) are written down,
 * so that they are known before anything is created.
 */
export const names = {
  cluster: prefix,
  queue: (where: Where, queue: string, kind: QueueKind): string => `${prefix(where)}-${queue}${endings[kind]}`,
  deadLetterQueue: (where: Where, queue: string, kind: QueueKind): string => `${prefix(where)}-${deadLetterOf(queue)}${endings[kind]}`,
  cache: (where: Where, cache: string): string => identifier(where.project, where.stack, cache),
  /** The nodes of a cache, as ElastiCache names them: `<cache>-002`, and with cluster mode `<cache>-0001-002`. */
  cacheNode: (cache: string, shard: number | undefined, node: number): string =>
    [cache, ...(shard === undefined ? [] : [String(shard).padStart(4, "0")]), String(node).padStart(3, "0")].join("-"),
  /** With this prefix AWS lets its services deliver without a resource policy that grows with every log. */
  cacheLogs: (where: Where, cache: string, log: string): string => `/aws/vendedlogs/${where.project}/${where.stack}/caches/${cache}/${log}`,
  database: (where: Where, database: string): string => identifier(where.project, where.stack, database),
  /** A replica, a reader or a writer of a database. */
  databaseMember: (where: Where, database: string, member: string): string => identifier(where.project, where.stack, database, member),
  broker: (where: Where, broker: string): string => `${prefix(where)}-${broker}`,
  brokerLogs: (where: Where, broker: string): string => `/${where.project}/${where.stack}/brokers/${broker}`,
  /** The private DNS zone in which services of the stack find each other. */
  zone: (where: Where): string => `${identifier(where.project, where.stack)}.internal`,
  /** A service that is measured every 20 s stands beside the one that it takes over from, so it cannot have its name. */
  ecsService: (service: string, resolution: Resolution): string => (resolution === "20 seconds" ? `${service}_20s` : service),
  repository: (where: Where, repository: string): string => `${identifier(where.project, where.stack)}/${identifier(repository)}`,
  taskFamily: (where: Where, service: string): string => `${prefix(where)}-${service}`,
  serviceLogs: (where: Where, service: string): string => `/${where.project}/${where.stack}/services/${service}`,
  fn: (where: Where, fn: string): string => `${prefix(where)}-${fn}`,
  functionLogs: (where: Where, fn: string): string => `/${where.project}/${where.stack}/functions/${fn}`,
  failedEvents: (where: Where, fn: string): string => `${prefix(where)}-${failedOf(fn)}`,
  httpApi: prefix,
  // Below this prefix a log group needs no room in the account's one resource policy, which API Gateway writes and AWS keeps small.
  httpApiLogs: (where: Where): string => `/aws/vendedlogs/${where.project}/${where.stack}/http-api`,
  flowLogs: (where: Where): string => `/${where.project}/${where.stack}/network/rejected`,
  /** WAF delivers only to a log whose name begins like this. */
  wafLogs: (where: Where, what: string): string => `aws-waf-logs-${prefix(where)}-${what}`,
  budget: prefix,
  dashboard: (where: Where, kind: DashboardKind): string => `${prefix(where)}-${kind}`,
  /** CloudTrail takes no two hyphens in a row. */
  trail: (where: Where): string => identifier(where.project, where.stack, "audit"),
  alarm: (where: Where, alarm: string): string => `${prefix(where)}-${alarm}`,
  /** Topics and keys are of one region; this one is of the region where CloudFront's alarms are. */
  cdnTopic: (where: Where): string => `${prefix(where)}-cdn-notifications`,
  topic: (where: Where): string => `${prefix(where)}-notifications`,
} as const;

/** Pulumi adds a hyphen and seven random characters where it makes up a physical name. */
export const RANDOM_SUFFIX = 8;

/** The logical name of a service's target group; its physical one is made up from it, since a changed port replaces it. */
export const targetGroupLogicalName = (service: string): string => `${service}-tg`;

/** The environment variable that tells a service where a queue is: `QUEUE_URL_JOBS`. */
export const queueVariable = (queue: string): string => `QUEUE_URL_${asVariable(queue)}`;

/** An environment variable about something that a service connects to: `MAIN_HOST` for the host of `main`. */
export const variableOf = (endpoint: string, what: string): string => `${asVariable(endpoint)}_${what}`;

/** The environment variable with the ARN of a secret that a function reads: `TOKEN_SECRET_ARN`. */
export const secretArnVariable = (variable: string): string => `${variable}_SECRET_ARN`;

/** The environment variable with the key to read in a secret that holds JSON: `TOKEN_SECRET_KEY`. */
export const secretKeyVariable = (variable: string): string => `${variable}_SECRET_KEY`;

const asVariable = (name: string): string => name.toUpperCase().replaceAll("-", "_");
