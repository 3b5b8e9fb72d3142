import * as ec2 from "@pulumi/aws/ec2";
import * as mq from "@pulumi/aws/mq";
import type * as pulumi from "@pulumi/pulumi";
import { clock, names, variableOf } from "../config";
import type { RabbitConfig, Weekly } from "../config";
import type { Endpoint } from "./connection";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import { Password } from "./password";
import { watchRabbit } from "./rabbit-alarms";
import type { Scope } from "./scope";

interface RabbitBrokerArgs {
  readonly broker: RabbitConfig;
  readonly network: Network;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * A broker of Amazon MQ that speaks RabbitMQ's protocol, over TLS and inside the network alone. Its one user has a password that stays
 * in Secrets Manager.
 *
 * Amazon MQ makes the groups for its logs itself, `/aws/amazonmq/broker/<id>/…`, once the broker's id is known, and keeps them until
 * somebody gives them a retention.
 */
export class RabbitBroker extends Part {
  /** What a service that connects to it needs. */
  readonly endpoint: Endpoint;

  constructor(name: string, args: RabbitBrokerArgs, options: pulumi.ComponentResourceOptions) {
    const configPath = `headroom:brokers.${name}`;
    super("RabbitBroker", name, configPath, options);
    const child = { parent: this };
    const { broker, network, scope } = args;
    const tags = scope.tags(name);

    const group = new ec2.SecurityGroup(`${name}-broker`, { vpcId: network.vpcId, description: `The broker ${name}`, tags }, child);
    const password = new Password(`${name}-password`, { configPath, description: `The password of the broker ${name}`, scope }, child);
    const { instances } = new mq.Broker(
      name,
      {
        brokerName: names.broker(scope.where, name),
        engineType: "RabbitMQ",
        engineVersion: broker.version,
        // Amazon MQ keeps the patches of RabbitMQ 3.13 and later current by itself and takes no other value.
        autoMinorVersionUpgrade: true,
        hostInstanceType: broker.instance,
        deploymentMode: broker.deployment === "cluster" ? "CLUSTER_MULTI_AZ" : "SINGLE_INSTANCE",
        publiclyAccessible: false,
        subnetIds: broker.deployment === "cluster" ? network.dataSubnetIds : network.dataSubnetIds.apply((ids) => ids.slice(0, 1)),
        securityGroups: [group.id],
        encryptionOptions: { useAwsOwnedKey: true },
        logs: { general: true },
        maintenanceWindowStartTime: startOf(broker.maintenance),
        users: [{ username: USER, password: password.value }],
        tags,
      },
      // Amazon MQ takes a user of RabbitMQ only when the broker is made; later ones are made in RabbitMQ itself.
      { ...child, ignoreChanges: ["users"] },
    );
    watchRabbit(name, args, child);

    const host = instances.apply((nodes) => hostOf(nodes[0]?.endpoints?.[0] ?? ""));
    this.endpoint = {
      name,
      securityGroupId: group.id,
      ports: [PORT],
      variables: {
        [variableOf(name, "HOST")]: host,
        [variableOf(name, "PORT")]: String(PORT),
        [variableOf(name, "TLS")]: "true",
        [variableOf(name, "USER")]: USER,
      },
      secrets: { [variableOf(name, "PASSWORD")]: { arn: password.arn } },
      grants: [],
    };
    this.registerOutputs({ host });
  }
}

const USER = "app";

/** AMQP over TLS. The port of the console, 443, stays closed. */
const PORT = 5671;

/** `amqps://b-….mq.eu-central-1.amazonaws.com:5671` */
const hostOf = (url: string): string => url.replace(/^amqps:\/\//, "").replace(/:\d+$/, "");

const startOf = ({ day, hour, minute }: Weekly) => ({ dayOfWeek: DAYS[day], timeOfDay: clock(hour, minute), timeZone: "UTC" });

const DAYS = {
  Mon: "MONDAY",
  Tue: "TUESDAY",
  Wed: "WEDNESDAY",
  Thu: "THURSDAY",
  Fri: "FRIDAY",
  Sat: "SATURDAY",
  Sun: "SUNDAY",
} as const satisfies Readonly<Record<Weekly["day"], string>>;
