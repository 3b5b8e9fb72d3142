import type { CacheConfig } from "./stack-schema";

/** A count of shards or replicas: where it begins, and whether it scales. */
type Count = CacheConfig["shards"] | CacheConfig["replicas"];

/** What follows from a cache's shards and replicas. */
export interface CacheShape {
  readonly shards: number;
  readonly replicas: number;
  /** Keys are shared out over shards: there is more than one, or their number or that of their replicas may change by itself. */
  readonly clusterMode: boolean;
}

export const cacheShape = ({ shards, replicas }: Pick<CacheConfig, "shards" | "replicas">): CacheShape => ({
  shards: fewestOf(shards),
  replicas: fewestOf(replicas),
  clusterMode: typeof shards === "object" || typeof replicas === "object" || shards > 1,
});

const fewestOf = (count: Count): number => (typeof count === "number" ? count : count.min);
