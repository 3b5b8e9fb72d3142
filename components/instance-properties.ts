import { databaseEngines, engineVersionOf, hasInsights, isExact } from "../config";
import type { DatabaseConfig, EngineName, InstanceClass, InstanceConfig } from "../config";
import type { Scope } from "./scope";

/** What holds for every database of a stack, RDS instance or Aurora cluster. */
export function protectionOf(database: DatabaseConfig, identifier: string, { protection }: Scope) {
  return {
    backupRetentionPeriod: database.backups ?? protection.backupDays,
    deletionProtection: protection.deletionProtection,
    deleteAutomatedBackups: !protection.finalSnapshot,
    copyTagsToSnapshot: true,
    ...(protection.finalSnapshot
      ? { skipFinalSnapshot: false, finalSnapshotIdentifier: `${identifier}-final` }
      : { skipFinalSnapshot: true }),
  };
}

/** Does a change that restarts the database not wait for the maintenance window? */
export const atOnce = (database: DatabaseConfig, { protection }: Scope): boolean =>
  database.changes === undefined ? !protection.changesWait : database.changes === "at once";

/** The first seven days of Database Insights cost nothing. */
export const insightsOf = (engine: EngineName, instance: InstanceClass) =>
  hasInsights(engine, instance)
    ? { performanceInsightsEnabled: true, performanceInsightsRetentionPeriod: 7, databaseInsightsMode: "standard" }
    : { performanceInsightsEnabled: false };

/** What an instance and its replicas have in common. */
export const ofEvery = (database: InstanceConfig, scope: Scope) => ({
  applyImmediately: atOnce(database, scope),
  autoMinorVersionUpgrade: !isExact(database.engine, database.version),
  copyTagsToSnapshot: true,
  deletionProtection: scope.protection.deletionProtection,
  enabledCloudwatchLogsExports: [...databaseEngines[database.engine].logs],
  publiclyAccessible: false,
  storageEncrypted: true,
  ...storageOf(database.storage),
});

const storageOf = ({ max, iops, throughput }: InstanceConfig["storage"]) => ({
  storageType: "gp3",
  maxAllocatedStorage: max,
  ...(iops === undefined ? {} : { iops }),
  ...(throughput === undefined ? {} : { storageThroughput: throughput }),
});

/** What is the first instance's own. */
export const ofWriter = (database: InstanceConfig, identifier: string, scope: Scope) => ({
  allocatedStorage: database.storage.size,
  engine: database.engine,
  engineVersion: engineVersionOf(database.engine, database.version),
  dbName: database.database,
  multiAz: database.multiZone ?? scope.protection.multiZone,
  ...protectionOf(database, identifier, scope),
});
