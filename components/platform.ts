import * as pulumi from "@pulumi/pulumi";
import type { StackConfig, Where } from "../config";
import { Budget } from "./budget";
import { Cluster } from "./cluster";
import type { Endpoint } from "./connection";
import { createDatabase } from "./database";
import { EcsService } from "./ecs-service";
import { LoadBalancer } from "./load-balancer";
import { Network } from "./network";
import { Notifications } from "./notifications";
import { Queue } from "./queue";
import { scopeOf } from "./scope";

/** Everything that a stack's file asks for. */
export class Platform extends pulumi.ComponentResource {
  /** Where the load balancer answers; undefined when no service has `http`. */
  readonly url: pulumi.Output<string> | undefined;
  readonly clusterName: pulumi.Output<string>;
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

    const network = new Network("network", { network: config.network, scope }, child);
    const cluster = new Cluster("cluster", { scope }, child);
    const queues = mapValues(config.queues, (queue, id) => new Queue(id, { queue, notifications, scope }, child));
    const served = Object.values(config.services).some((service) => service.http !== undefined);
    const loadBalancer = served
      ? new LoadBalancer("public", { loadBalancer: config.loadBalancer, network, notifications, scope }, child)
      : undefined;

    const databases = mapValues(config.databases, (database, id) => createDatabase(id, database, { network, notifications, scope }, child));

    const reachable: Readonly<Record<string, Endpoint>> = { ...mapValues(databases, (database) => database.endpoint) };
    for (const [id, service] of Object.entries(config.services)) {
      const consumes = service.consumes === undefined ? undefined : queues[service.consumes];
      const produces = Object.fromEntries(Object.entries(queues).filter(([queue]) => service.produces.includes(queue)));
      const endpoints = Object.keys(service.connects).flatMap((name) => reachable[name] ?? []);
      new EcsService(id, { service, cluster, network, loadBalancer, consumes, produces, endpoints, notifications, scope }, child);
    }

    this.url = loadBalancer?.url;
    this.clusterName = cluster.name;
    this.queueUrls = mapValues(queues, (queue) => queue.url);
    this.maxConnections = mapValues(databases, (database) => database.maxConnections);
    this.topicArn = notifications.topicArn;
    this.registerOutputs({ url: this.url, clusterName: this.clusterName, queueUrls: this.queueUrls, topicArn: this.topicArn });
  }
}

const mapValues = <A, B>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
