import type { Tier } from "../config";

/** What a tier protects. This table is the only place where tiers differ; everything else is a value in the stack's file. */
export interface Protection {
  /** Must a person switch something off before a load balancer can be deleted? */
  readonly deletionProtection: boolean;
  /** Is rejected traffic logged? */
  readonly flowLogs: boolean;
  /** Days for which a database's automatic backups are kept, where the stack's file does not say. */
  readonly backupDays: number;
  /** Is a snapshot taken before a database is deleted, and do its automatic backups stay? */
  readonly finalSnapshot: boolean;
  /** Has a database a standby in another zone, where the stack's file does not say? */
  readonly multiZone: boolean;
  /** Does a change that restarts a database wait for the maintenance window, where the stack's file does not say? */
  readonly changesWait: boolean;
  /** Days in which the deletion of a key can be undone; KMS takes 7 to 30. */
  readonly keyDeletionWindow: number;
}

export const protection: Readonly<Record<Tier, Protection>> = {
  dev: {
    deletionProtection: false,
    flowLogs: false,
    backupDays: 1,
    finalSnapshot: false,
    multiZone: false,
    changesWait: false,
    keyDeletionWindow: 7,
  },
  staging: {
    deletionProtection: false,
    flowLogs: true,
    backupDays: 7,
    finalSnapshot: true,
    multiZone: false,
    changesWait: false,
    keyDeletionWindow: 7,
  },
  prod: {
    deletionProtection: true,
    flowLogs: true,
    backupDays: 30,
    finalSnapshot: true,
    multiZone: true,
    changesWait: true,
    keyDeletionWindow: 30,
  },
};
