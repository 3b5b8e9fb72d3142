const M5 = ["mq.m5.large", "mq.m5.xlarge", "mq.m5.2xlarge", "mq.m5.4xlarge"] as const;
const M7G = [
  ...["mq.m7g.medium", "mq.m7g.large", "mq.m7g.xlarge", "mq.m7g.2xlarge"],
  ...["mq.m7g.4xlarge", "mq.m7g.8xlarge", "mq.m7g.12xlarge", "mq.m7g.16xlarge"],
] as const;

/**
 * On which instance types Amazon MQ makes a new broker of a version of RabbitMQ, alone or in a cluster. `mq.t3.micro` is no longer among
 * them (its support ended on 2026-10-01), nor is RabbitMQ 3.12.
 * Source: Amazon MQ developer guide, "Amazon MQ for RabbitMQ broker instance types", "Managing Amazon MQ for RabbitMQ engine versions"
 * and "RabbitMQ 4", read 2026-11-25.
 */
const INSTANCES = {
  "3.13": [...M5, ...M7G],
  "4.2": M7G,
  "4.3": M7G,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const brokerVersions: readonly string[] = Object.keys(INSTANCES).sort();

export const brokerInstances: readonly string[] = INSTANCES["3.13"];

/** The instance types of a version; none for a version that is not offered. */
export function instancesOf(version: string): readonly string[] {
  const all: Readonly<Record<string, readonly string[]>> = INSTANCES;
  return all[version] ?? [];
}
