const SMALL = ["micro", "small", "medium"] as const;
const LARGE = ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"] as const;
const FIFTH = ["large", "xlarge", "2xlarge", "4xlarge", "12xlarge", "24xlarge"] as const;

/**
 * The node types that ElastiCache has, by family; without those that tier data to SSD.
 * Source: ElastiCache user guide, "Supported node types", read 2026-11-25.
 */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  t3: SMALL,
  t4g: SMALL,
  m5: FIFTH,
  m6g: LARGE,
  m7g: LARGE,
  r5: FIFTH,
  r6g: LARGE,
  r7g: LARGE,
  c7gn: LARGE,
  m8g: LARGE,
  r8g: LARGE,
  c8gn: LARGE,
};

/** Families that ElastiCache has for Valkey only; the same source. */
const VALKEY_ONLY: readonly string[] = ["m8g", "r8g", "c8gn"];

/** Source: ElastiCache user guide, "Auto Scaling Valkey and Redis OSS clusters", prerequisites, read 2026-11-25. */
const SCALING = {
  families: ["r8g", "r7g", "r6g", "r5", "m8g", "m7g", "m6g", "m5", "c8gn", "c7gn"],
  sizes: ["large", "xlarge", "2xlarge"],
} as const;

export const cacheNodeTypes: readonly string[] = Object.entries(FAMILIES).flatMap(([family, sizes]) =>
  sizes.map((size) => `cache.${family}.${size}`),
);

/** Does ElastiCache have such nodes for Redis OSS too? */
export const runsRedis = (nodeType: string): boolean => !VALKEY_ONLY.includes(nodeType.split(".")[1] ?? "");

/** Can ElastiCache change the number of such nodes by itself? */
export function canScale(nodeType: string): boolean {
  const [, family, size] = nodeType.split(".");
  return SCALING.families.some((each) => each === family) && SCALING.sizes.some((each) => each === size);
}

/** `large, xlarge or 2xlarge of r7g, …`: what to write instead of a node type that cannot scale. */
export const scalingNodes = `${SCALING.sizes.join(", ").replace(/, ([^,]*)$/, " or $1")} of ${SCALING.families.join(", ")}`;

/** What to write instead of a node type that does not exist: the sizes of its family, or the families. */
export function allowedNodes(nodeType: string): string {
  const [, family = ""] = nodeType.split(".");
  const sizes = FAMILIES[family];
  return sizes === undefined
    ? `a node type of ElastiCache, such as "cache.r7g.large"; families: ${Object.keys(FAMILIES).join(", ")}`
    : `a node type that ElastiCache has; sizes of ${family}: ${sizes.join(", ")}`;
}
