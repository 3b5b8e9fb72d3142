import type { GatewayConfig } from "./stack-schema";

/** Tasks that hold all shards of a gateway, and those that stand by where its minimum is above that. */
export const gatewayTasks = ({ shards, shardsPerTask, scale }: Pick<GatewayConfig, "shards" | "shardsPerTask" | "scale">): number =>
  Math.max(scale.min, Math.ceil(shards / shardsPerTask));

/** The environment variables from which a task of a gateway learns how many shards there are. */
export const shardVariables = { total: "SHARD_TOTAL", perTask: "SHARDS_PER_TASK", log: "RUST_LOG" } as const;
