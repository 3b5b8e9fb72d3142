import { databaseEngines } from "./database-engines";
import type { InstanceClass } from "./instance-classes";
import type { DatabaseConfig } from "./stack-schema";

/** Connections that a database takes, at its writer. Conservative where AWS publishes no exact figure. */
export function maxConnectionsOf(database: DatabaseConfig): number {
  const protocol = databaseEngines[database.engine].proxy;
  return "capacity" in database ? connectionsOfCapacity(protocol, database.capacity) : connectionsOfInstance(protocol, database.instance);
}

/** The two protocols, which count connections by formulas of their own. */
export type Protocol = "POSTGRESQL" | "MYSQL";

const GIB = 1024 ** 3;

/**
 * Memory that is left to the database, `DBInstanceClassMemory`, in bytes: the class's memory without what the operating system and RDS
 * themselves take. AWS publishes no figure for that. 0.31 GiB and 2.6 % give the connections that the Aurora user guide lists (405 for
 * 4 GiB, 1,722 for 16, 3,479 for 32) to within 1 %, and never more of them, so a threshold is rather too low than too high.
 */
const memoryLeft = (gib: number): number => (gib * (1 - 0.026) - 0.31) * GIB;

/**
 * `max_connections` of an instance with the engine's default parameters, rounded down: `LEAST({DBInstanceClassMemory/9531392}, 5000)` for
 * PostgreSQL, `{DBInstanceClassMemory/12582880}` for MySQL. Source: Amazon RDS user guide, "Quotas and constraints", maximum number of
 * database connections, read 2026-11-25.
 */
export function connectionsOfInstance(protocol: Protocol, { memory }: Pick<InstanceClass, "memory">): number {
  const left = memoryLeft(memory);
  return Math.floor(protocol === "POSTGRESQL" ? Math.min(left / 9_531_392, 5_000) : left / 12_582_880);
}

/**
 * Default `max_connections` by the maximum of an Aurora Serverless v2 cluster. Source: Aurora user guide, "Performance and scaling for
 * Aurora Serverless v2", maximum connections, read 2026-11-25. Above 128 ACU, Aurora MySQL is counted as 128.
 */
const BY_CAPACITY: readonly { readonly acu: number; readonly MYSQL: number; readonly POSTGRESQL: number }[] = [
  { acu: 1, MYSQL: 90, POSTGRESQL: 189 },
  { acu: 4, MYSQL: 135, POSTGRESQL: 823 },
  { acu: 8, MYSQL: 1_000, POSTGRESQL: 1_669 },
  { acu: 16, MYSQL: 2_000, POSTGRESQL: 3_360 },
  { acu: 32, MYSQL: 3_000, POSTGRESQL: 5_000 },
  { acu: 64, MYSQL: 4_000, POSTGRESQL: 5_000 },
  { acu: 128, MYSQL: 5_000, POSTGRESQL: 5_000 },
];

/** PostgreSQL stays below this where the minimum is 0 or 0.5 ACU. Source: the same page. */
const CAP_OF_SMALLEST = 2_000;

/**
 * `max_connections` of each instance of an Aurora Serverless v2 cluster: it follows from the *maximum*, not from the capacity of the
 * moment, and changes at the next reboot only. Between two rows PostgreSQL grows in a line, because its formula does; of MySQL the lower
 * row counts, because its formula is not published.
 */
export function connectionsOfCapacity(protocol: Protocol, { min, max }: { readonly min: number; readonly max: number }): number {
  if (protocol === "MYSQL") return rowAt(max).MYSQL;
  return min <= 0.5 ? Math.min(CAP_OF_SMALLEST, interpolated(max)) : interpolated(max);
}

const SMALLEST = { acu: 1, MYSQL: 90, POSTGRESQL: 189 };

/** The last row at or below a capacity. */
const rowAt = (acu: number) => BY_CAPACITY.filter((row) => row.acu <= acu).at(-1) ?? SMALLEST;

function interpolated(acu: number): number {
  const low = rowAt(acu);
  const high = BY_CAPACITY.find((row) => row.acu > acu);
  if (high === undefined || low.POSTGRESQL === high.POSTGRESQL) return low.POSTGRESQL;
  return Math.floor(low.POSTGRESQL + ((high.POSTGRESQL - low.POSTGRESQL) * (acu - low.acu)) / (high.acu - low.acu));
}
