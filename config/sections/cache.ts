import { z } from "zod";
import { cacheEngines, cacheVersions } from "../cache-engines";
import { allowedNodes, cacheNodeTypes } from "../cache-nodes";
import { limits } from "../limits";
import { duration, oneOf, percent, weekly, whole } from "../values";
import { schedule } from "./schedule";
import { section } from "./section";

const NODE = 'a node type of ElastiCache, such as "cache.r7g.large"';

const nodeType = z.string({ error: NODE }).refine((text) => cacheNodeTypes.includes(text), {
  error: (issue) => allowedNodes(String(issue.input)),
});

const target = (example: string) => percent(limits.cacheTarget.least, limits.cacheTarget.most, example);

/** The defaults are ElastiCache's own: user guide, "Auto Scaling policies", cooldown period. */
const pauses = {
  scaleInCooldown: duration(0, 86_400, "15 minutes").prefault("15 minutes").describe("The pause after some were taken away."),
  scaleOutCooldown: duration(0, 86_400, "10 minutes").prefault("10 minutes").describe("The pause after some were added."),
};

const FIRST_REPLICA = `a whole number from 1 to ${limits.cacheReplicas}, because autoscaling keeps at least one replica; for none write the fixed count, replicas: 0`;

const scaledReplicas = section(
  {
    min: z
      .number({ error: FIRST_REPLICA })
      .int({ error: FIRST_REPLICA })
      .min(1, { error: FIRST_REPLICA })
      .max(limits.cacheReplicas, { error: FIRST_REPLICA })
      .describe("The fewest replicas of each shard. Always written; at least 1."),
    max: whole(1, limits.cacheReplicas).describe("The most replicas of each shard. Always written."),
    cpu: target("60%").describe("Average engine CPU of the replicas, which is kept."),
    ...pauses,
    schedule: schedule(limits.cacheReplicas),
  },
  "a mapping with min, max and cpu",
);

const scaledShards = section(
  {
    min: whole(1, limits.cacheScaledShards).describe("The fewest shards. Always written."),
    max: whole(1, limits.cacheScaledShards).describe("The most shards. Always written."),
    cpu: target("60%").optional().describe("Average engine CPU of the primary nodes, which is kept. This, `memory` or both."),
    memory: target("60%").optional().describe("Average share of the memory that is used, which is kept."),
    ...pauses,
    schedule: schedule(limits.cacheScaledShards),
  },
  "a mapping with min, max, and cpu or memory or both",
);

export const cache = section(
  {
    node: nodeType.describe("The type of every node."),
    engine: oneOf(cacheEngines).prefault("valkey").describe("The engine."),
    version: oneOf(cacheVersions).describe("The engine's version. It changes only when it changes here."),
    shards: z
      .union([whole(1, limits.cacheShards), scaledShards], {
        error: `a whole number from 1 to ${limits.cacheShards}, or a mapping with min, max, and cpu or memory or both`,
      })
      .describe(
        "How many shards share the keys: a fixed count, or limits between which they scale. More than one, or limits, need clients that know cluster mode.",
      ),
    replicas: z
      .union([whole(0, limits.cacheReplicas), scaledReplicas], {
        error: `a whole number from 0 to ${limits.cacheReplicas}, or a mapping with min, max and cpu`,
      })
      .describe(
        "How many copies each shard has beside its primary node: a fixed count, or limits. With one or more, a copy takes over when its primary fails.",
      ),
    maintenance: weekly("Sun 03:00").prefault("Sun 03:00").describe("The hour of the week, in UTC, in which AWS may change the nodes."),
  },
  "a mapping with node, version, shards and replicas",
);
