import * as ec2 from "@pulumi/aws/ec2";
import * as ecs from "@pulumi/aws/ecs";
import * as servicediscovery from "@pulumi/aws/servicediscovery";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { variableOf } from "../config";
import type { NatsConfig } from "../config";
import type { Cluster } from "./cluster";
import type { Endpoint } from "./connection";
import type { Discovery } from "./discovery";
import { watchNats } from "./nats-alarms";
import { createNatsTask } from "./nats-task";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import { Password } from "./password";
import type { Scope } from "./scope";

interface NatsArgs {
  readonly broker: NatsConfig;
  readonly cluster: Cluster;
  readonly discovery: Discovery;
  readonly network: Network;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * NATS as a service of the stack's own cluster: one server, or three that pass messages on to each other. Clients find it by its name
 * in the stack's private DNS zone and give a user and a password; nothing else can reach it.
 *
 * It keeps no messages (JetStream is off): who is not connected misses what is sent. Between clients and servers there is no TLS, so
 * what must not be read inside the network belongs elsewhere.
 */
export class Nats extends Part {
  /** What a service that connects to it needs. */
  readonly endpoint: Endpoint;

  constructor(name: string, args: NatsArgs, options: pulumi.ComponentResourceOptions) {
    const configPath = `headroom:brokers.${name}`;
    super("Nats", name, configPath, options);
    const child = { parent: this };
    const { broker, cluster, discovery, network, scope } = args;
    const tags = scope.tags(name);
    const host = `${name}.${discovery.zone}`;

    const group = createGroup(name, args, child);
    const password = new Password(`${name}-password`, { configPath, description: `The password of the broker ${name}`, scope }, child);
    const task = createNatsTask(name, { broker, configPath, host, passwordArn: password.arn, clusterName: cluster.name, scope }, child);
    const registry = new servicediscovery.Service(
      name,
      {
        name,
        description: `The broker ${name}`,
        dnsConfig: { namespaceId: discovery.namespaceId, routingPolicy: "MULTIVALUE", dnsRecords: [{ type: "A", ttl: 10 }] },
        // Without it Cloud Map would name servers whose health check fails.
        healthCheckCustomConfig: {},
        tags,
      },
      child,
    );
    const service = new ecs.Service(
      name,
      {
        name,
        cluster: cluster.arn,
        taskDefinition: task.definition.arn,
        desiredCount: broker.tasks,
        capacityProviderStrategies: [{ capacityProvider: "FARGATE", base: 1, weight: 100 }],
        networkConfiguration: { subnets: network.taskSubnetIds, securityGroups: [group.id], assignPublicIp: network.assignPublicIp },
        serviceRegistries: { registryArn: registry.arn },
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
        availabilityZoneRebalancing: "ENABLED",
        enableEcsManagedTags: true,
        propagateTags: "SERVICE",
        tags,
      },
      { ...child, dependsOn: [cluster.capacity, ...task.policies] },
    );
    watchNats(name, { ...args, clusterName: cluster.name, serviceName: service.name }, child);

    this.endpoint = {
      name,
      securityGroupId: group.id,
      ports: [CLIENTS],
      variables: {
        [variableOf(name, "HOST")]: host,
        [variableOf(name, "PORT")]: String(CLIENTS),
        [variableOf(name, "USER")]: name,
      },
      secrets: { [variableOf(name, "PASSWORD")]: { arn: password.arn } },
      grants: [],
    };
    this.registerOutputs({ host });
  }
}

/** Where clients connect, and where servers connect to each other. */
const CLIENTS = 4222;
const ROUTES = 6222;

/** Servers fetch their image over TLS and reach each other; who else may reach them is for others to add. */
function createGroup(name: string, { network, scope }: NatsArgs, options: pulumi.CustomResourceOptions): ec2.SecurityGroup {
  const tags = scope.tags(name);
  const group = new ec2.SecurityGroup(`${name}-broker`, { vpcId: network.vpcId, description: `The broker ${name}`, tags }, options);
  const tcp = (port: number) => ({ securityGroupId: group.id, ipProtocol: "tcp", fromPort: port, toPort: port, tags });
  new vpc.SecurityGroupEgressRule(`${name}-to-https`, { ...tcp(443), cidrIpv4: "0.0.0.0/0", description: "TLS to anywhere" }, options);
  const routes = { ...tcp(ROUTES), referencedSecurityGroupId: group.id, description: "Between the servers" };
  new vpc.SecurityGroupEgressRule(`${name}-to-routes`, routes, options);
  new vpc.SecurityGroupIngressRule(`${name}-from-routes`, routes, options);
  return group;
}
