import assert from "node:assert/strict";
import fc from "fast-check";
import { validate } from "../../config";
import { complaints, complaintsAfter } from "./complaints";
import { edited, everyKey, leastKeys } from "./example";

const CLASSES =
  'a class of db.t3 or db.t4g (micro, small, medium, large, xlarge, 2xlarge), or db.m6g, db.m7g, db.m6i, db.r6g, db.r7g, db.r6i (large, xlarge, 2xlarge, 4xlarge, 8xlarge, 12xlarge, 16xlarge), such as "db.r6g.large"';

const SMALL = { engine: "postgres", version: "17", instance: "db.t4g.small", storage: { size: "20 GiB", max: "100 GiB" } };
const SLEEPY = { engine: "aurora-postgresql", version: "16.6", capacity: { min: 0, max: 4 }, autoPause: "5 minutes" };

/** The complaints about one database in a small stack. */
const about = (database: Record<string, unknown>, rest: Record<string, unknown> = {}): readonly string[] =>
  complaints({ ...leastKeys(), "headroom:databases": { main: database }, ...rest });

/** One edit of the configuration that uses every key, and the only sentence that it must give. */
const wrong: readonly (readonly [string, unknown, string])[] = [
  ["main.engine", "oracle", 'headroom:databases.main.engine is "oracle"; write one of postgres, mysql, aurora-postgresql, aurora-mysql'],
  ["main.engine", undefined, "headroom:databases.main.engine is missing; write one of postgres, mysql, aurora-postgresql, aurora-mysql"],
  ["main", "big", 'headroom:databases.main is "big"; write a mapping with engine, version, and instance and storage or capacity'],
  [
    "main.instance",
    "db.r6g.large",
    "headroom:databases.main.instance is not known; known here: engine, version, database, proxy, backups, changes, rotation, runbook, capacity, autoPause, readers, alarms",
  ],
  ["store.storage.iop", 12000, 'headroom:databases.store.storage.iop is not known; did you mean "iops"?'],
  ["main.version", 16.6, 'headroom:databases.main.version is 16.6; write a version in quotes, such as "17" or "17.5"'],
  [
    "main.version",
    "12.9",
    'headroom:databases.main.version is "12.9"; write a version of aurora-postgresql in quotes, such as "16" or "16.6"; its major versions are 14, 15, 16, 17',
  ],
  [
    "store.version",
    "17.5.1",
    'headroom:databases.store.version is "17.5.1"; write a version of postgres in quotes, such as "17" or "17.5"; its major versions are 14, 15, 16, 17, 18',
  ],
  ["store.instance", "db.r6g.small", `headroom:databases.store.instance is "db.r6g.small"; write ${CLASSES}`],
  ["store.instance", "cache.r6g.large", `headroom:databases.store.instance is "cache.r6g.large"; write ${CLASSES}`],
  [
    "store.storage.max",
    undefined,
    'headroom:databases.store.storage.max is missing; write a size of 20 to 65536 whole GiB, such as "500 GiB"',
  ],
  [
    "store.storage.max",
    "439 GiB",
    "headroom:databases.store.storage.max is 439 GiB; write at least 440 GiB, because RDS wants room for 10 % more than size",
  ],
  ["store.storage.iops", 11999, "headroom:databases.store.storage.iops is 11999; write a whole number from 12000 to 64000"],
  ["store.backups", "36 days", 'headroom:databases.store.backups is "36 days"; write a time of 1 to 35 whole days, such as "7 days"'],
  ["store.rotation", "30 days", "headroom:databases.store.rotation cannot be had together with replicas; remove one of the two"],
  ["store.runbook", "http://x", 'headroom:databases.store.runbook is "http://x"; write a link that begins with "https://"'],
  [
    "store.proxy.maxConnections",
    undefined,
    'headroom:databases.store.proxy.maxConnections is missing; write a percentage from 1% to 100%, such as "90%"',
  ],
  [
    "store.replicas",
    Array.from({ length: 16 }, (_, i) => ({ name: `r${i}`, instance: "db.r6g.large" })),
    "headroom:databases.store.replicas is a list; write a list of at most 15 replicas",
  ],
  [
    "store.replicas",
    [
      { name: "same", instance: "db.r6g.large" },
      { name: "same", instance: "db.r6g.large" },
    ],
    'headroom:databases.store.replicas[1].name makes the identifier "headroom-prod-store-same", which another database or replica has already; write another name',
  ],
  ["main.capacity.min", 0.75, "headroom:databases.main.capacity.min is 0.75; write a capacity from 0 to 256 ACU in steps of 0.5"],
  ["main.capacity.max", 0.5, "headroom:databases.main.capacity.max is 0.5; write a capacity from 1 to 256 ACU in steps of 0.5"],
  ["main.capacity.max", 257, "headroom:databases.main.capacity.max is 257; write a capacity from 1 to 256 ACU in steps of 0.5"],
  [
    "main.capacity",
    { min: 4, max: 4 },
    "headroom:databases.main.capacity.max is 4; write more than 4, which is min: what cannot move is no serverless capacity",
  ],
  ["main.readers.min", 0, "headroom:databases.main.readers.min is 0; write a whole number from 1 to 15"],
  ["main.readers.max", 16, "headroom:databases.main.readers.max is 16; write a whole number from 1 to 15"],
  ["main.readers", { min: 3, max: 2 }, "headroom:databases.main.readers.max is 2; write at least 3, which is min"],
  [
    "main.readers.schedule",
    [{ at: "08:00", timezone: "UTC" }],
    "headroom:databases.main.readers.schedule[0] changes nothing; write min, max or both",
  ],
];

describe("config/databases", () => {
  for (const [way, value, sentence] of wrong) {
    it(`refuses ${way}: ${JSON.stringify(value) ?? "nothing"}`.slice(0, 90), () => {
      assert.deepEqual(complaintsAfter(`databases.${way}`, value), [sentence]);
    });
  }

  it("wants at most a quarter of the IOPS as throughput, and of MySQL enough for its IOPS", () => {
    const at = (engine: string, speed: Record<string, number>) =>
      about({ ...SMALL, engine, version: engine === "mysql" ? "8.4" : "17", storage: { size: "400 GiB", max: "800 GiB", ...speed } });
    // 12000 / 4 = 3000
    assert.deepEqual(at("postgres", { throughput: 3000 }), []);
    assert.deepEqual(at("postgres", { throughput: 3001 }), [
      "headroom:databases.main.storage.throughput is 3001; write at most 3000, a quarter of the IOPS, or more iops",
    ]);
    // 40000 / 64 = 625
    assert.deepEqual(at("postgres", { iops: 40_000, throughput: 500 }), []);
    assert.deepEqual(at("mysql", { iops: 40_000, throughput: 625 }), []);
    assert.deepEqual(at("mysql", { iops: 40_000, throughput: 624 }), [
      "headroom:databases.main.storage.throughput is 624; write at least 625, which MySQL needs for 40000 IOPS",
    ]);
  });

  it("refuses speed where the size offers none", () => {
    const fast = { ...SMALL, storage: { size: "399 GiB", max: "800 GiB", iops: 12000, throughput: 500 } };
    assert.deepEqual(about(fast), [
      "headroom:databases.main.storage.iops needs a size of at least 400 GiB; below it gp3 has 3000 IOPS and 125 MiB a second, no more and no less",
      "headroom:databases.main.storage.throughput needs a size of at least 400 GiB; below it gp3 has 3000 IOPS and 125 MiB a second, no more and no less",
    ]);
  });

  it("takes sizes of whole GiB that RDS has", () => {
    const sized = (size: string) => about({ ...SMALL, storage: { size, max: "65536 GiB" } });
    assert.deepEqual(sized("20480 MiB"), []);
    for (const size of ["19 GiB", "20.5 GiB", "65537 GiB", "100"])
      assert.deepEqual(
        sized(size)[0],
        `headroom:databases.main.storage.size is "${size}"; write a size of 20 to 65536 whole GiB, such as "100 GiB"`,
      );
  });

  it("takes storage exactly where RDS does", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 1000 }),
        fc.integer({ min: 20, max: 1200 }),
        fc.option(fc.integer({ min: 12_000, max: 64_000 }), { nil: undefined }),
        fc.option(fc.integer({ min: 500, max: 4_000 }), { nil: undefined }),
        (size, max, iops, throughput) => {
          const grows = max * 10 >= size * 11;
          const speed = size >= 400 || (iops === undefined && throughput === undefined);
          const ratio = size < 400 || throughput === undefined || throughput * 4 <= (iops ?? 12_000);
          const storage = { size: `${size} GiB`, max: `${max} GiB`, iops, throughput };
          assert.equal(about({ ...SMALL, storage }).length === 0, grows && speed && ratio, JSON.stringify(storage));
        },
      ),
    );
  });

  it("takes capacities in steps of half an ACU only", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 1024 }), (quarters) => {
        const said = about({ engine: "aurora-postgresql", version: "16.6", capacity: { min: 0.5, max: quarters / 4 } });
        assert.equal(said.length === 0, quarters % 2 === 0, String(quarters / 4));
      }),
    );
  });

  it("takes capacities that the version has", () => {
    const at = (engine: string, version: string, min: number, max: number) =>
      about({ engine, version, capacity: { min, max }, ...(min === 0 ? { autoPause: "5 minutes" } : {}) }, { "headroom:tier": "dev" });
    assert.deepEqual(at("aurora-postgresql", "16.3", 0, 256), []);
    assert.deepEqual(at("aurora-postgresql", "16", 0, 256), []);
    assert.deepEqual(at("aurora-postgresql", "15.12", 0, 256), []);
    assert.deepEqual(at("aurora-mysql", "3.10.0", 0, 256), []);
    assert.deepEqual(at("aurora-postgresql", "16.2", 0, 256), [
      "headroom:databases.main.capacity.min is 0; write at least 0.5, because aurora-postgresql 16.2 has no less",
    ]);
    assert.deepEqual(at("aurora-postgresql", "15.4", 0.5, 128.5), [
      "headroom:databases.main.capacity.max is 128.5; write at most 128, because aurora-postgresql 15.4 has no more",
    ]);
    assert.deepEqual(at("aurora-mysql", "3.05.2", 0.5, 256), [
      "headroom:databases.main.capacity.max is 256; write at most 128, because aurora-mysql 3.05.2 has no more",
    ]);
  });

  it("pauses only where nothing blocks it", () => {
    const PATH = "headroom:databases.main.autoPause";
    const connected = (pool: number) => ({
      "headroom:services": edited(leastKeys(), ["headroom:services", "api", "connects"], { main: { pool } })["headroom:services"],
    });
    assert.deepEqual(about(SLEEPY), []);
    assert.deepEqual(about(SLEEPY, connected(0)), []);
    assert.deepEqual(about(SLEEPY, connected(1)), [
      `${PATH} can never happen: headroom:services.api keeps connections open by its pool; write a pool of 0 there, or remove it`,
    ]);
    assert.deepEqual(about({ ...SLEEPY, proxy: { maxConnections: "90%" } }), [
      `${PATH} can never happen: a proxy keeps connections open; remove one of the two`,
    ]);
    assert.deepEqual(about(SLEEPY, { "headroom:tier": "prod" }), [
      `${PATH} can never happen: in the tier prod nobody may wait for a database to wake up; write a minimum of at least 0.5, and remove it`,
    ]);
    assert.deepEqual(about({ ...SLEEPY, capacity: { min: 0.5, max: 4 } }), [
      `${PATH} can never happen: capacity.min is 0.5; write 0, or remove it`,
    ]);
    assert.deepEqual(about({ ...SLEEPY, autoPause: undefined }), [`${PATH} is missing; write it, or a minimum capacity of at least 0.5`]);
    assert.deepEqual(about({ ...SLEEPY, autoPause: "4 minutes" }), [
      `${PATH} is "4 minutes"; write a time of 300 to 86400 whole seconds, such as "5 minutes" (ms, seconds, minutes, hours or days)`,
    ]);
  });

  it("are in two zones, even where they are in one", () => {
    assert.deepEqual(about(SMALL, { "headroom:network": { zones: 1, nat: "none" } }), [
      'headroom:network.zones is 1; write at least 2, because the database "main" needs subnets in two zones',
    ]);
  });

  it("have identifiers that AWS takes, and no two the same", () => {
    const twice = { main: { ...SMALL, replicas: [{ name: "reports", instance: "db.t4g.small" }] }, "main-reports": SMALL };
    assert.deepEqual(complaints({ ...leastKeys(), "headroom:databases": twice }), [
      'headroom:databases.main-reports makes the identifier "headroom-prod-main-reports", which another database or replica has already; write another name',
    ]);
    const name = "abcdefghijklmnopqrst";
    const replicas = [{ name: "replica-for-analysis", instance: "db.t4g.small" }];
    assert.deepEqual(complaints({ ...leastKeys(), "headroom:databases": { [name]: { ...SMALL, replicas } } }), []);
  });

  it("are told apart by identifiers of at most 63 characters, that begin with a letter", () => {
    const of = (project: string, stack: string) => {
      const result = validate({ ...leastKeys(), "headroom:databases": { main: SMALL } }, "Pulumi.dev.yaml", { project, stack });
      return result.ok ? [] : result.problems.map(({ message }) => message).filter((message) => message.startsWith("headroom:databases"));
    };
    // 8 + 1 + 49 + 1 + 4 characters are 63
    assert.deepEqual(of("headroom", "s".repeat(49)), []);
    assert.deepEqual(of("headroom", "s".repeat(50)), [
      `headroom:databases.main makes the database identifier "headroom-${"s".repeat(50)}-main" of 64 characters, and AWS allows 63; shorten it, the project or the stack`,
    ]);
    assert.deepEqual(of("2nd", "dev"), [
      'headroom:databases.main makes the database identifier "2nd-dev-main", and AWS wants a letter first; rename the project',
    ]);
  });

  it("want the size of a pool from whoever connects", () => {
    const unsized = edited(everyKey(), ["headroom:services", "api", "connects"], { main: {} });
    assert.deepEqual(complaints(unsized), [
      "headroom:services.api.connects.main.pool is missing; write the connections that one task keeps open",
    ]);
  });
});
