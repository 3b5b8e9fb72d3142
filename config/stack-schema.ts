import type { z } from "zod";
import { audit } from "./sections/audit";
import { broker } from "./sections/broker";
import { cache } from "./sections/cache";
import { cdn } from "./sections/cdn";
import { database } from "./sections/database";
import { account } from "./sections/account";
import { budget } from "./sections/budget";
import { fn } from "./sections/function";
import { gateway } from "./sections/gateway";
import { httpApi } from "./sections/http-api";
import { dashboards } from "./sections/dashboards";
import { loadBalancer } from "./sections/load-balancer";
import { logs } from "./sections/logs";
import { endpointName, functionName, queueName, serviceName } from "./sections/names";
import { network } from "./sections/network";
import { queue } from "./sections/queue";
import { named, section } from "./sections/section";
import { service } from "./sections/service";
import { traffic } from "./sections/traffic";
import { oneOf } from "./values";

const tier = oneOf(["dev", "staging", "prod"]).describe("How much the stack is protected: deletion protection and the like. Required.");

/** Everything below `headroom:` in a stack's file: the one definition that validates, types and publishes. */
export const stackSchema = section(
  {
    tier,
    budget: budget.describe("What the stack may cost, and who hears of it."),
    account: account.prefault({}).describe("What AWS allows the account that the stack is deployed to."),
    traffic,
    network: network.describe("Where tasks run."),
    services: named(serviceName(), service, "a mapping of services by name").describe("The services: containers that scale."),
    gateways: named(serviceName(), gateway, "a mapping of gateways by name")
      .prefault({})
      .describe("The gateways: services that hold long-lived connections, shared out by shard. Their number of tasks follows the shards."),
    functions: named(functionName(), fn, "a mapping of functions by name")
      .prefault({})
      .describe("The functions, each with its alias `live`, through which everybody calls it."),
    httpApi: httpApi.optional().describe("The HTTP API before functions; there is one when a function has a `route`."),
    queues: named(queueName(), queue, "a mapping of queues by name").prefault({}).describe("The queues, each with a dead-letter queue."),
    databases: named(endpointName(), database, "a mapping of databases by name")
      .prefault({})
      .describe("The databases: RDS instances, and clusters of Aurora Serverless v2."),
    caches: named(endpointName(), cache, "a mapping of caches by name").prefault({}).describe("The caches, in ElastiCache."),
    brokers: named(endpointName(), broker, "a mapping of brokers by name").prefault({}).describe("The message brokers: RabbitMQ or NATS."),
    audit: audit
      .optional()
      .describe(
        "A trail of every call to AWS that changes or reads the account's resources, in all regions. The first trail of an account costs nothing, each further one 2 US dollars for 100,000 calls, so one stack of an account is enough. No trail where absent.",
      ),
    dashboards,
    logs: logs.prefault({}).describe("Logs of tasks and of the network."),
    loadBalancer: loadBalancer.prefault({}).describe("The public load balancer; there is one when a service has `http`."),
    cdn: cdn.optional().describe("CloudFront before the load balancer, before static files, or before both."),
  },
  "a mapping",
);

export type StackConfig = z.output<typeof stackSchema>;
export type ServiceConfig = StackConfig["services"][string];
export type GatewayConfig = StackConfig["gateways"][string];
export type ScaleConfig = ServiceConfig["scale"];
export type StepsConfig = NonNullable<ScaleConfig["steps"]>;
export type ScheduleConfig = ScaleConfig["schedule"][number];
export type SloConfig = NonNullable<ServiceConfig["slo"]>;
export type ConnectionConfig = ServiceConfig["connects"][string];
export type HttpConfig = NonNullable<ServiceConfig["http"]>;
export type WafConfig = NonNullable<StackConfig["loadBalancer"]["waf"]>;
export type CacheConfig = StackConfig["caches"][string];
export type BrokerConfig = StackConfig["brokers"][string];
export type RabbitConfig = Extract<BrokerConfig, { readonly engine: "rabbitmq" }>;
export type NatsConfig = Extract<BrokerConfig, { readonly engine: "nats" }>;
export type CdnConfig = NonNullable<StackConfig["cdn"]>;
export type FunctionConfig = StackConfig["functions"][string];
export type ProvisionedConfig = NonNullable<FunctionConfig["provisioned"]>;
export type HttpApiConfig = NonNullable<StackConfig["httpApi"]>;
export type QueueConfig = StackConfig["queues"][string];
export type DatabaseConfig = StackConfig["databases"][string];
/** An RDS instance. */
export type InstanceConfig = Extract<DatabaseConfig, { readonly instance: unknown }>;
/** A cluster of Aurora Serverless v2. */
export type AuroraConfig = Extract<DatabaseConfig, { readonly capacity: unknown }>;
export type ProxyConfig = NonNullable<DatabaseConfig["proxy"]>;
export type NetworkConfig = StackConfig["network"];
export type BudgetConfig = StackConfig["budget"];
export type AuditConfig = NonNullable<StackConfig["audit"]>;
export type Tier = StackConfig["tier"];
