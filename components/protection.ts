import type { Tier } from "../config";

/** What a tier protects. This table is the only place where tiers differ; everything else is a value in the stack's file. */
export interface Protection {
  /** Must a person switch something off before a load balancer can be deleted? */
  readonly deletionProtection: boolean;
  /** Is a last snapshot kept of a cache or a database that is deleted? */
  readonly finalSnapshot: boolean;
  /** Days for which a cache's daily snapshots are kept; none are taken for 0. */
  readonly cacheSnapshots: number;
  /** Days for which a database's automatic backups are kept, where the stack's file does not say. */
  readonly backupDays: number;
  /** Has a database a standby in another zone, where the stack's file does not say? */
  readonly multiZone: boolean;
  /** Does a change that restarts a database wait for the maintenance window, where the stack's file does not say? */
  readonly changesWait: boolean;
  /** Is rejected traffic logged? */
  readonly flowLogs: boolean;
  /** Days in which the deletion of a key can be undone; KMS takes 7 to 30. */
  readonly keyDeletionWindow: number;
}

export const protection: Readonly<Record<Tier, Protection>> = {
  dev: {
    deletionProtection: false,
    finalSnapshot: false,
    cacheSnapshots: 0,
    backupDays: 1,
    multiZone: false,
    changesWait: false,
    flowLogs: false,
    keyDeletionWindow: 7,
  },
  staging: {
    deletionProtection: false,
    finalSnapshot: false,
    cacheSnapshots: 1,
    backupDays: 7,
    multiZone: false,
    changesWait: false,
    flowLogs: true,
    keyDeletionWindow: 7,
  },
  prod: {
    deletionProtection: true,
    finalSnapshot: true,
    cacheSnapshots: 7,
    backupDays: 30,
    multiZone: true,
    changesWait: true,
    flowLogs: true,
    keyDeletionWindow: 30,
  },
};
