import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseConfig } from "../config";
import { Aurora } from "./aurora";
import type { Endpoint } from "./connection";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { RdsInstance } from "./rds-instance";
import type { Scope } from "./scope";

interface DatabaseArgs {
  readonly network: Network;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** What others need to know of a database. */
export interface Database {
  readonly endpoint: Endpoint;
  readonly maxConnections: number;
}

/** A database of the kind that its engine says. */
export const createDatabase = (
  name: string,
  database: DatabaseConfig,
  args: DatabaseArgs,
  options: pulumi.ComponentResourceOptions,
): Database =>
  "capacity" in database ? new Aurora(name, { database, ...args }, options) : new RdsInstance(name, { database, ...args }, options);
