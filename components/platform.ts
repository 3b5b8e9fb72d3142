import * as pulumi from "@pulumi/pulumi";
import type { StackConfig, Where } from "../config";
import { AuditTrail } from "./audit-trail";
import { createBrokers } from "./brokers";
import { Budget } from "./budget";
import { Cache } from "./cache";
import { Cdn } from "./cdn";
import { Cluster } from "./cluster";
import type { Endpoint } from "./connection";
import { Dashboards } from "./dashboards/dashboards";
import { createDatabase } from "./database";
import { EcsService } from "./ecs-service";
import { createFunctions } from "./functions";
import { Gateway } from "./gateway";
import { LoadBalancer } from "./load-balancer";
import { Network } from "./network";
import { Notifications } from "./notifications";
import { Queue } from "./queue";
import { scopeOf } from "./scope";
import type { Scope } from "./scope";

/** Everything that a stack's file asks for. */
export class Platform extends pulumi.ComponentResource {
  /** Where the load balancer answers; undefined when no service has `http`. */
  readonly url: pulumi.Output<string> | undefined;
  /** Where the CDN answers; undefined without one. */
  readonly cdnUrl: pulumi.Output<string> | undefined;
  /** The bucket for static files behind the CDN; undefined without them. */
  readonly assetBucket: pulumi.Output<string> | undefined;
  /** Where the HTTP API answers; undefined when no function has a `route`. */
  readonly apiUrl: pulumi.Output<string> | undefined;
  /** What the DNS record of the HTTP API's own domain has to point to. */
  readonly apiDomainTarget: pulumi.Output<string> | undefined;
  readonly clusterName: pulumi.Output<string>;
  /** Where the images of gateways are pushed to, by gateway. */
  readonly repositoryUrls: Readonly<Record<string, pulumi.Output<string>>>;
  readonly queueUrls: Readonly<Record<string, pulumi.Output<string>>>;
  /** Connections that each database takes, by its name: for an instance by its class, for Aurora by its maximal capacity. */
  readonly maxConnections: Readonly<Record<string, number>>;
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, { config, where }: { config: StackConfig; where: Where }, options: pulumi.ComponentResourceOptions = {}) {
    super("headroom:components:Platform", name, { tier: config.tier }, options);
    const child = { parent: this };
    const scope = scopeOf(config, where, child);

    const notifications = new Notifications("notifications", { budget: config.budget, scope }, child);
    new Budget("budget", { budget: config.budget, notifications, scope }, child);
    if (config.audit !== undefined) new AuditTrail("audit", { audit: config.audit, scope }, child);

    const network = new Network("network", { network: config.network, scope }, child);
    const cluster = new Cluster("cluster", { scope }, child);
    const queues = mapValues(config.queues, (queue, id) => {
      const takenBy = Object.values(config.functions).find((fn) => fn.consumes?.queue === id);
      return new Queue(id, { queue, takenBy, notifications, scope }, child);
    });
    const served = Object.values(config.services).some((service) => service.http !== undefined);
    const loadBalancer = served
      ? new LoadBalancer("public", { loadBalancer: config.loadBalancer, network, notifications, scope }, child)
      : undefined;

    const databases = mapValues(config.databases, (database, id) => createDatabase(id, database, { network, notifications, scope }, child));
    const reachable: Readonly<Record<string, Endpoint>> = byName([
      ...Object.values(databases).map(({ endpoint }) => endpoint),
      ...Object.entries(config.caches).map(([id, cache]) => new Cache(id, { cache, network, notifications, scope }, child).endpoint),
      ...createBrokers({ brokers: config.brokers, cluster, network, notifications, scope }, child),
    ]);
    const cdn = cdnOf(config, { loadBalancer, notifications, scope }, child);

    const services = mapValues(config.services, (service, id) => {
      const consumes = service.consumes === undefined ? undefined : queues[service.consumes];
      const produces = Object.fromEntries(Object.entries(queues).filter(([queue]) => service.produces.includes(queue)));
      const endpoints = Object.keys(service.connects).flatMap((name) => reachable[name] ?? []);
      return new EcsService(id, { service, cluster, network, loadBalancer, consumes, produces, endpoints, notifications, scope }, child);
    });

    const gateways = mapValues(config.gateways, (gateway, id) => {
      const produces = Object.fromEntries(Object.entries(queues).filter(([queue]) => gateway.produces.includes(queue)));
      const endpoints = Object.keys(gateway.connects).flatMap((name) => reachable[name] ?? []);
      return new Gateway(id, { gateway, cluster, network, produces, endpoints, notifications, scope }, child);
    });

    const api = createFunctions({ config, network, queues, reachable, notifications, scope }, child);
    if (config.dashboards.length > 0) new Dashboards("dashboards", { config, services, distributionId: cdn?.distributionId, scope }, child);

    this.url = loadBalancer?.url;
    this.cdnUrl = cdn?.url;
    this.assetBucket = cdn?.assetBucket;
    this.apiUrl = api?.url;
    this.apiDomainTarget = api?.domainTarget;
    this.clusterName = cluster.name;
    this.repositoryUrls = Object.fromEntries(
      Object.entries(gateways).flatMap(([id, { repositoryUrl }]) => (repositoryUrl === undefined ? [] : [[id, repositoryUrl]])),
    );
    this.queueUrls = mapValues(queues, (queue) => queue.url);
    this.maxConnections = mapValues(databases, ({ maxConnections }) => maxConnections);
    this.topicArn = notifications.topicArn;
    this.registerOutputs({
      url: this.url,
      cdnUrl: this.cdnUrl,
      assetBucket: this.assetBucket,
      clusterName: this.clusterName,
      repositoryUrls: this.repositoryUrls,
      queueUrls: this.queueUrls,
      maxConnections: this.maxConnections,
      topicArn: this.topicArn,
    });
  }
}

interface CdnContext {
  readonly loadBalancer: LoadBalancer | undefined;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

function cdnOf({ cdn, services, budget }: StackConfig, context: CdnContext, options: pulumi.ComponentResourceOptions): Cdn | undefined {
  if (cdn === undefined) return undefined;
  const paths = cdn.origins.flatMap((origin) => services[origin]?.http?.path ?? []);
  return new Cdn("cdn", { cdn, paths, budget, ...context }, options);
}

const mapValues = <A, B>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

const byName = (endpoints: readonly Endpoint[]): Readonly<Record<string, Endpoint>> =>
  Object.fromEntries(endpoints.map((endpoint) => [endpoint.name, endpoint]));
