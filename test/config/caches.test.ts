import assert from "node:assert/strict";
import fc from "fast-check";
import { cacheShape, parameterGroupOf, validate } from "../../config";
import { cacheEngines, cacheVersionsOf } from "../../config/cache-engines";
import { cacheNodeTypes, canScale, runsRedis } from "../../config/cache-nodes";
import { leastKeys } from "./example";

const whole = { node: "cache.r7g.large", version: "8.1", shards: 1, replicas: 1 };

const complaints = (cache: Record<string, unknown>, stack = "prod"): readonly string[] => {
  const result = validate({ ...leastKeys(), "headroom:caches": { sessions: cache } }, `Pulumi.${stack}.yaml`);
  return result.ok ? [] : result.problems.map(({ message }) => message);
};

const scaled = { min: 1, max: 3, cpu: "60%" };
const FAMILIES = "r8g, r7g, r6g, r5, m8g, m7g, m6g, m5, c8gn, c7gn";

/** What is written besides a cache that AWS takes, and the only sentence that it must give. */
const wrong: readonly (readonly [Record<string, unknown>, string])[] = [
  [
    { node: "cache.r6g.medium" },
    'node is "cache.r6g.medium"; write a node type that ElastiCache has; sizes of r6g: large, xlarge, 2xlarge, 4xlarge, 8xlarge, 12xlarge, 16xlarge',
  ],
  [
    { node: "r7g.large" },
    'node is "r7g.large"; write a node type of ElastiCache, such as "cache.r7g.large"; families: t3, t4g, m5, m6g, m7g, r5, r6g, r7g, c7gn, m8g, r8g, c8gn',
  ],
  [{ node: 7 }, 'node is 7; write a node type of ElastiCache, such as "cache.r7g.large"'],
  [{ engine: "memcached" }, 'engine is "memcached"; write one of valkey, redis'],
  [{ version: "7.1" }, 'version is "7.1"; write one of 7.2, 8.0, 8.1, 8.2, 9.0 of valkey'],
  [{ engine: "redis" }, 'version is "8.1"; write one of 6.2, 7.0, 7.1 of redis'],
  [{ version: 8.1 }, "version is 8.1; write one of 7.2, 8.0, 8.1, 8.2, 9.0, 6.2, 7.0, 7.1"],
  [{ version: undefined }, "version is missing; write one of 7.2, 8.0, 8.1, 8.2, 9.0, 6.2, 7.0, 7.1"],
  [
    { node: "cache.r8g.large", engine: "redis", version: "7.1" },
    'node is "cache.r8g.large", which ElastiCache has for Valkey only; write engine: valkey, or an older family',
  ],
  [
    { replicas: { ...scaled, min: 0 } },
    "replicas.min is 0; write a whole number from 1 to 5, because autoscaling keeps at least one replica; for none write the fixed count, replicas: 0",
  ],
  [{ replicas: { ...scaled, max: 6 } }, "replicas.max is 6; write a whole number from 1 to 5"],
  [{ replicas: { ...scaled, min: 4 } }, "replicas.max is 3; write at least 4, which is min"],
  [{ replicas: { min: 1, max: 3 } }, 'replicas.cpu is missing; write a percentage from 35% to 70%, such as "60%"'],
  [{ replicas: { ...scaled, cpu: "80%" } }, 'replicas.cpu is "80%"; write a percentage from 35% to 70%, such as "60%"'],
  [
    { replicas: { ...scaled, memory: "60%" } },
    "replicas.memory is not known; known here: min, max, cpu, scaleInCooldown, scaleOutCooldown, schedule",
  ],
  [{ replicas: { ...scaled, maximum: 3 } }, 'replicas.maximum is not known; did you mean "max"?'],
  [{ replicas: 6 }, "replicas is 6; write a whole number from 0 to 5"],
  [{ replicas: undefined }, "replicas is missing; write a whole number from 0 to 5, or a mapping with min, max and cpu"],
  [
    { node: "cache.t4g.micro", replicas: scaled },
    `node is "cache.t4g.micro"; write large, xlarge or 2xlarge of ${FAMILIES}, because replicas may change by themselves, or a fixed count, such as replicas: 1`,
  ],
  [
    { node: "cache.r7g.4xlarge", shards: scaled },
    `node is "cache.r7g.4xlarge"; write large, xlarge or 2xlarge of ${FAMILIES}, because shards may change by themselves, or a fixed count, such as shards: 1`,
  ],
  [{ shards: { min: 1, max: 3 } }, "shards has nothing that moves it; write cpu, memory or both, or a fixed count"],
  [{ shards: { ...scaled, max: 251 } }, "shards.max is 251; write a whole number from 1 to 250"],
  [{ shards: 0 }, "shards is 0; write a whole number from 1 to 500"],
  [{ shards: 300 }, "shards makes 600 nodes with their replicas, and AWS allows 500; write at most 250"],
  [{ shards: { ...scaled, schedule: [{ at: "08:00", timezone: "UTC" }] } }, "shards.schedule[0] changes nothing; write min, max or both"],
  [{ maintenance: "Sunday 3am" }, 'maintenance is "Sunday 3am"; write a day and a time in UTC, such as "Sun 03:00"'],
];

describe("config/caches", () => {
  for (const [change, sentence] of wrong) {
    it(`refuses ${JSON.stringify(change)}`, () =>
      assert.deepEqual(complaints({ ...whole, ...change }), [`headroom:caches.sessions.${sentence}`]));
  }

  it("takes a single small node, and shards of a fixed count", () => {
    assert.deepEqual(complaints({ node: "cache.t4g.micro", version: "8.1", shards: 1, replicas: 0 }), []);
    assert.deepEqual(complaints({ node: "cache.r6g.large", engine: "redis", version: "7.1", shards: 3, replicas: 1 }), []);
  });

  it("checks ids as they will be composed", () => {
    assert.deepEqual(complaints(whole, "s".repeat(30)), [
      `headroom:caches.sessions makes the cache id "headroom-${"s".repeat(30)}-sessions" of 48 characters, and AWS allows 40; shorten it, the project or the stack`,
    ]);
  });

  it("lets limits stand only where ElastiCache scales, whatever node, engine and version", () => {
    const node = fc.constantFrom(...cacheNodeTypes);
    const engine = fc.constantFrom(...cacheEngines);
    fc.assert(
      fc.property(node, engine, fc.nat(), fc.boolean(), (type, name, pick, scales) => {
        const versions = cacheVersionsOf(name);
        const version = versions[pick % versions.length];
        const accepted = complaints({ node: type, engine: name, version, shards: 1, replicas: scales ? scaled : 1 }).length === 0;
        assert.equal(accepted, (name === "valkey" || runsRedis(type)) && (!scales || /^cache\.[rmc]\d\w*\.(?:large|2?xlarge)$/.test(type)));
        assert.equal(canScale(type), /^cache\.[rmc]\d\w*\.(?:large|2?xlarge)$/.test(type));
      }),
    );
  });

  it("turns on cluster mode for more than one shard and for limits, and names the parameters for it", () => {
    const limits = { min: 1, max: 2, cpu: "60%", scaleInCooldown: "15 minutes", scaleOutCooldown: "10 minutes", schedule: [] };
    const shapeOf = (counts: Record<string, unknown>) => {
      const result = validate({ ...leastKeys(), "headroom:caches": { sessions: { ...whole, ...counts } } }, "Pulumi.prod.yaml");
      assert.ok(result.ok && result.config.caches.sessions !== undefined);
      return cacheShape(result.config.caches.sessions);
    };
    assert.deepEqual(shapeOf({}), { shards: 1, replicas: 1, clusterMode: false });
    assert.deepEqual(shapeOf({ shards: 3 }), { shards: 3, replicas: 1, clusterMode: true });
    assert.deepEqual(shapeOf({ shards: { ...limits, min: 2 } }), { shards: 2, replicas: 1, clusterMode: true });
    assert.deepEqual(shapeOf({ replicas: limits }), { shards: 1, replicas: 1, clusterMode: true });
    assert.equal(parameterGroupOf("valkey", "8.1", true), "default.valkey8.cluster.on");
    assert.equal(parameterGroupOf("redis", "6.2", false), "default.redis6.x");
    assert.equal(parameterGroupOf("redis", "8.1", false), undefined);
  });
});
