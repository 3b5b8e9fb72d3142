import { z } from "zod";
import { databaseEngines } from "../database-engines";
import { INSTANCE_CLASSES, instanceClassOf } from "../instance-classes";
import type { InstanceClass } from "../instance-classes";
import { limits } from "../limits";
import { capacityUnits, days, duration, flag, gibibytes, matching, name, oneOf, percent, whole } from "../values";
import { schedule } from "./schedule";
import { section } from "./section";

const VERSION = 'a version in quotes, such as "17" or "17.5"';

const instanceClass = () =>
  z.string({ error: INSTANCE_CLASSES }).transform((written, context): InstanceClass => {
    const known = instanceClassOf(written);
    if (known !== undefined) return known;
    context.addIssue({ code: "custom", message: INSTANCE_CLASSES });
    return z.NEVER;
  });

const storage = section(
  {
    size: gibibytes(limits.databaseStorage.least, limits.databaseStorage.most, "100 GiB").describe(
      "Storage that the instance begins with. It never shrinks.",
    ),
    max: gibibytes(limits.databaseStorage.least, limits.databaseStorage.most, "500 GiB").describe(
      "Storage that it may grow to by itself, at least 10 % above size. Always written. AWS adds storage when less than 10 % is free, at most once in six hours.",
    ),
    iops: whole(12_000, 64_000)
      .optional()
      .describe("I/O operations a second, where size is at least 400 GiB; 12,000 are included then, and 3,000 below."),
    throughput: whole(500, 4_000)
      .optional()
      .describe("MiB a second, where size is at least 400 GiB; 500 are included then, and 125 below. At most a quarter of the IOPS."),
  },
  "a mapping with size and max",
);

const replica = section(
  {
    name: name(limits.endpointName).describe("What the replica is called; ends its identifier."),
    instance: instanceClass().describe("The replica's class."),
  },
  "a mapping with name and instance",
);

const proxy = section(
  {
    maxConnections: percent(1, 100, "90%").describe("The share of the database's connections that the proxy may open. Always written."),
    idleTimeout: duration(1, 28_800, "30 minutes").prefault("30 minutes").describe("The time after which a client that is idle is let go."),
    borrowTimeout: duration(1, 120, "30 seconds").prefault("30 seconds").describe("The time that a client waits for a free connection."),
  },
  "a mapping with maxConnections",
);

const cpuAlarm = percent(1, 100, "80%").prefault("80%").describe("CPU that raises an alarm, over 15 minutes.");
const connectionsAlarm = percent(1, 100, "80%").prefault("80%").describe("The share of max_connections that raises an alarm.");
const lagAlarm = duration(1, 86_400, "30 seconds")
  .prefault("30 seconds")
  .describe("How far a replica may be behind before an alarm is raised.");

const shared = {
  version: matching(/^\d+(?:\.\d+){0,2}$/, VERSION).describe(
    "The engine's version, in quotes. A major one lets AWS install minor versions; one with a minor version stays as it is.",
  ),
  database: matching(/^[a-z][a-z0-9_]{0,62}$/, "a name of 1 to 63 small letters, digits and underscores that begins with a letter")
    .prefault("app")
    .describe("The database that is created first."),
  proxy: proxy.optional().describe("An RDS Proxy, to which services and functions then connect."),
  backups: days(1, 35, "7 days")
    .optional()
    .describe("How long automatic backups are kept, in whole days; 1 day in the tier dev, 7 in staging and 30 in prod where absent."),
  changes: oneOf(["at once", "in the maintenance window"])
    .optional()
    .describe(
      "When a change that restarts the database is made, such as another class; `in the maintenance window` in the tier prod, `at once` in the others where absent.",
    ),
  rotation: days(1, 1_000, "30 days")
    .optional()
    .describe(
      "How often AWS changes the password. Never where absent, because a task reads it when it starts; write it where clients read the secret of MAIN_SECRET_ARN again when they are turned away.",
    ),
  runbook: matching(/^https:\/\/[^\s"<>]+$/, 'a link that begins with "https://"')
    .optional()
    .describe("Where it says what to do; named in every alarm that needs a person."),
};

const instance = section(
  {
    engine: z
      .literal(["postgres", "mysql"], { error: "one of postgres, mysql" })
      .describe("postgres or mysql: an RDS instance. aurora-postgresql or aurora-mysql: Aurora Serverless v2."),
    ...shared,
    instance: instanceClass().describe(
      "The instance's class. Another one means a restart, so no autoscaler moves it: an alarm asks for a person.",
    ),
    storage: storage.describe("The instance's gp3 storage."),
    multiZone: flag().optional().describe("Is there a standby in another zone? Where absent, in the tier prod only."),
    replicas: z
      .array(replica, { error: "a list of replicas" })
      .max(limits.readReplicas, { error: `a list of at most ${limits.readReplicas} replicas` })
      .prefault([])
      .describe("Read replicas, each with a class of its own."),
    alarms: section(
      {
        cpu: cpuAlarm,
        connections: connectionsAlarm,
        freeMemory: percent(1, 90, "10%").prefault("10%").describe("The share of the class's memory below which an alarm is raised."),
        freeStorage: percent(1, 90, "5%")
          .prefault("5%")
          .describe("The share of `storage.size` below which an alarm is raised: growth has reached its maximum, or does not keep up."),
        replicaLag: lagAlarm,
      },
      "a mapping with cpu, connections, freeMemory, freeStorage and replicaLag",
    )
      .prefault({})
      .describe("When an alarm is raised."),
  },
  "a mapping with engine, version, instance and storage",
);

const readers = section(
  {
    min: whole(1, limits.auroraReplicas).describe(
      "The fewest readers. Always written. Aurora cannot scale from none: without a reader there is no CPU to look at.",
    ),
    max: whole(1, limits.auroraReplicas).describe("The most readers. Always written."),
    cpu: percent(1, 100, "70%").prefault("70%").describe("Average CPU of the readers that autoscaling keeps, where max is above min."),
    promotionTier: whole(0, 15)
      .prefault(1)
      .describe("The order in which readers take over from the writer. Those in tier 0 and 1 are kept as large as the writer."),
    scaleInCooldown: duration(0, 86_400, "5 minutes").prefault("5 minutes").describe("The pause after readers were taken away."),
    scaleOutCooldown: duration(0, 86_400, "5 minutes").prefault("5 minutes").describe("The pause after readers were added."),
    schedule: schedule(limits.auroraReplicas),
  },
  "a mapping with min and max",
);

const aurora = section(
  {
    engine: z
      .literal(["aurora-postgresql", "aurora-mysql"], { error: "one of aurora-postgresql, aurora-mysql" })
      .describe("Aurora Serverless v2."),
    ...shared,
    capacity: section(
      {
        min: capacityUnits(0).describe("The least capacity of each instance, in ACU. Always written. 0 pauses, see `autoPause`."),
        max: capacityUnits(1).describe(
          "The most capacity of each instance, in ACU of about 2 GiB. Always written. max_connections follows from it, and from no other value; a change of it takes effect at the next reboot.",
        ),
      },
      "a mapping with min and max",
    ).describe("Between which capacities Aurora moves, in steps of 0.5 ACU."),
    autoPause: duration(300, 86_400, "5 minutes")
      .optional()
      .describe(
        "The time without a connection after which the cluster pauses. Needs a minimum of 0, no proxy, nothing that keeps connections open, and another tier than prod.",
      ),
    readers: readers.optional().describe("Readers beside the writer; none where absent."),
    alarms: section(
      {
        cpu: cpuAlarm,
        connections: connectionsAlarm,
        capacity: percent(1, 100, "90%")
          .prefault("90%")
          .describe("The share of the maximal capacity that raises an alarm, over 15 minutes."),
        replicaLag: lagAlarm,
      },
      "a mapping with cpu, connections, capacity and replicaLag",
    )
      .prefault({})
      .describe("When an alarm is raised."),
  },
  "a mapping with engine, version and capacity",
);

const ENGINES = `one of ${Object.keys(databaseEngines).join(", ")}`;

/** A database; its engine decides between an RDS instance and an Aurora cluster, and with it over the keys. */
export const database = z.discriminatedUnion("engine", [instance, aurora], {
  error: (issue) => (issue.code === "invalid_union" ? ENGINES : "a mapping with engine, version, and instance and storage or capacity"),
});
