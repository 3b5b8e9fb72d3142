/** What is to be known of a database engine, and does not depend on the stack. */
export interface DatabaseEngine {
  /** Major versions that AWS offers under standard support, as a stack's file writes them. */
  readonly majors: readonly string[];
  /** What follows a major version; nothing may. */
  readonly minor: RegExp;
  /** What may be written, for people. */
  readonly versions: string;
  /** The family of parameter groups is this and the major version. */
  readonly family: string;
  readonly port: number;
  /** Parameters that differ from AWS's own: whoever comes without TLS is turned away, and slow statements are written down. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /** Logs that the engine can write to CloudWatch, without what holds every statement. */
  readonly logs: readonly string[];
  /** The kind of RDS Proxy that speaks the engine's protocol. */
  readonly proxy: "POSTGRESQL" | "MYSQL";
}

const postgres = {
  port: 5432,
  proxy: "POSTGRESQL",
  parameters: [
    { name: "rds.force_ssl", value: "1" },
    { name: "log_min_duration_statement", value: "1000" },
  ],
} as const;
const mysql = {
  port: 3306,
  proxy: "MYSQL",
  logs: ["error", "slowquery"],
} as const;
const mysqlSlow = [
  { name: "slow_query_log", value: "1" },
  { name: "long_query_time", value: "1" },
  { name: "log_output", value: "FILE" },
] as const;

/**
 * The engines that can be written. Sources: Amazon RDS user guide, "Release calendars for Amazon RDS for PostgreSQL / MySQL", "Publishing
 * PostgreSQL / MySQL logs to CloudWatch Logs", "Using SSL with a PostgreSQL DB instance"; Aurora user guide, the same pages; read 2026-11-25.
 */
export const databaseEngines = {
  postgres: {
    ...postgres,
    majors: ["14", "15", "16", "17", "18"],
    minor: /^(?:\.\d+)?$/,
    versions: 'such as "17" or "17.5"',
    family: "postgres",
    logs: ["postgresql", "upgrade"],
  },
  mysql: {
    ...mysql,
    majors: ["8.0", "8.4"],
    minor: /^(?:\.\d+)?$/,
    versions: 'such as "8.4" or "8.4.5"',
    family: "mysql",
    parameters: [{ name: "require_secure_transport", value: "1" }, ...mysqlSlow],
  },
  "aurora-postgresql": {
    ...postgres,
    majors: ["14", "15", "16", "17"],
    minor: /^(?:\.\d+)?$/,
    versions: 'such as "16" or "16.6"',
    family: "aurora-postgresql",
    logs: ["postgresql"],
  },
  "aurora-mysql": {
    ...mysql,
    majors: ["3"],
    minor: /^\.\d{2}\.\d$/,
    versions: 'such as "3.08.0"',
    family: "aurora-mysql",
    // Of a cluster the value is a word, of an instance a number.
    parameters: [{ name: "require_secure_transport", value: "ON" }, ...mysqlSlow],
  },
} as const satisfies Readonly<Record<string, DatabaseEngine>>;

export type EngineName = keyof typeof databaseEngines;

export const isEngineName = (name: unknown): name is EngineName => typeof name === "string" && Object.hasOwn(databaseEngines, name);

/** The major version that a version belongs to; undefined where the engine has no such version. */
export function majorOf(engine: EngineName, version: string): string | undefined {
  const { majors, minor } = databaseEngines[engine];
  return majors.find((major) => version.startsWith(major) && minor.test(version.slice(major.length)));
}

/** Does the version say more than the major one? Then it stays as written; otherwise AWS installs minor versions by itself. */
export const isExact = (engine: EngineName, version: string): boolean => version !== majorOf(engine, version);

/** As AWS names a version: Aurora MySQL 3.08.0 is `8.0.mysql_aurora.3.08.0`. */
export const engineVersionOf = (engine: EngineName, version: string): string =>
  engine === "aurora-mysql" ? `8.0.mysql_aurora.${version}` : version;

/** The family of parameter groups: `postgres17`, `mysql8.4`, `aurora-mysql8.0`. */
export function parameterFamilyOf(engine: EngineName, version: string): string {
  const major = engine === "aurora-mysql" ? "8.0" : majorOf(engine, version);
  return `${databaseEngines[engine].family}${major ?? ""}`;
}
