import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import type { Cluster } from "./cluster";
import type { Endpoint } from "./connection";
import { Discovery } from "./discovery";
import { Nats } from "./nats";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { RabbitBroker } from "./rabbit-broker";
import type { Scope } from "./scope";

interface BrokersArgs {
  readonly brokers: StackConfig["brokers"];
  readonly cluster: Cluster;
  readonly network: Network;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** Every broker of a stack, and the zone in which those are found that the stack runs itself. */
export function createBrokers({ brokers, ...args }: BrokersArgs, options: pulumi.ComponentResourceOptions): readonly Endpoint[] {
  const entries = Object.entries(brokers);
  const rabbits = entries.flatMap(([name, broker]) =>
    broker.engine === "rabbitmq" ? [new RabbitBroker(name, { ...args, broker }, options).endpoint] : [],
  );
  const ownOnes = entries.flatMap(([name, broker]) => (broker.engine === "nats" ? [{ name, broker }] : []));
  if (ownOnes.length === 0) return rabbits;
  const discovery = new Discovery("discovery", args, options);
  return [...rabbits, ...ownOnes.map(({ name, broker }) => new Nats(name, { ...args, broker, discovery }, options).endpoint)];
}
