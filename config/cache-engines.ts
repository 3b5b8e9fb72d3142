/**
 * The versions of each engine with which ElastiCache makes new caches, and the family of their parameters. All of them can scale by
 * themselves, deliver both of their logs and speak TLS.
 * Source: ElastiCache user guide, "Supported engines and versions" and "Parameter management", read 2026-11-25. Redis OSS 4 and 5 are
 * left out, because their standard support ended on 2026-01-31.
 */
const VERSIONS = {
  valkey: { "7.2": "valkey7", "8.0": "valkey8", "8.1": "valkey8", "8.2": "valkey8", "9.0": "valkey9" },
  redis: { "6.2": "redis6.x", "7.0": "redis7", "7.1": "redis7" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type CacheEngine = keyof typeof VERSIONS;

export const cacheEngines = ["valkey", "redis"] as const satisfies readonly CacheEngine[];

export const cacheVersionsOf = (engine: CacheEngine): readonly string[] => Object.keys(VERSIONS[engine]);

/** Every version of any engine. */
export const cacheVersions: readonly string[] = cacheEngines.flatMap(cacheVersionsOf);

/** The parameter group that AWS keeps for a version, with or without cluster mode; undefined for a version that the engine has not. */
export function parameterGroupOf(engine: CacheEngine, version: string, clusterMode: boolean): string | undefined {
  const families: Readonly<Record<string, string>> = VERSIONS[engine];
  const family = families[version];
  return family === undefined ? undefined : `default.${family}${clusterMode ? ".cluster.on" : ""}`;
}
