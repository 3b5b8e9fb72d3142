const M5 = ["mq.m5.large", "mq.m5.xlarge", "mq.m5.2xlarge", "mq.m5.4xlarge"] as const;
const M7G = [
  ...["mq.m7g.medium", "mq.m7g.large", "mq.m7g.xlarge", "mq.m7g.2xlarge"],
  ...["mq.m7g.4xlarge", "mq.m7g.8xlarge", "mq.m7g.12xlarge", "mq.m7g.16xlarge"],
] as const;

/**
 * On which instance types Amazon MQ runs a version of RabbitMQ.
 * Source: Amazon MQ developer guide, "Managing Amazon MQ for RabbitMQ engine versions", "RabbitMQ 4" and "sizing guidelines",
 * read 2026-11-25. 3.12 and older are no longer offered.
 */
const INSTANCES = {
  "3.13": ["mq.t3.micro", ...M5, ...M7G],
  "4.2": M7G,
  "4.3": M7G,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const brokerVersions: readonly string[] = Object.keys(INSTANCES).sort();

export const brokerInstances: readonly string[] = INSTANCES["3.13"];

/** The instance types of a version and a deployment; a cluster has no `mq.t3.micro`. None for a version that is not offered. */
export function instancesOf(version: string, deployment: string): readonly string[] {
  const all: Readonly<Record<string, readonly string[]>> = INSTANCES;
  return (all[version] ?? []).filter((instance) => deployment !== "cluster" || instance !== "mq.t3.micro");
}
