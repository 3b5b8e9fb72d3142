import * as secretsmanager from "@pulumi/aws/secretsmanager";
import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseConfig } from "../config";

/** The user that a database begins with. `admin` is a word of PostgreSQL's own. */
export const MASTER = "dbadmin";

/** How often RDS changes a password that it manages: as often as the stack's file says, or never. */
export function rotatePassword(
  name: string,
  { database, secretArn }: { readonly database: DatabaseConfig; readonly secretArn: pulumi.Input<string> },
  options: pulumi.CustomResourceOptions,
): void {
  const { rotation } = database;
  new secretsmanager.SecretRotation(
    `${name}-rotation`,
    rotation === undefined
      ? { secretId: secretArn, rotationEnabled: false }
      : { secretId: secretArn, rotateImmediately: false, rotationRules: { automaticallyAfterDays: rotation } },
    options,
  );
}
