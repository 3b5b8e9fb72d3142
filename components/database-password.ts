import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseConfig } from "../config";
import type { Scope } from "./scope";

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

/**
 * A password that the stack makes itself, once. RDS cannot manage the one of an instance that has read replicas (Amazon RDS user guide,
 * "Limitations for Secrets Manager integration", read 2026-11-25). What the secret holds stays as it was first made.
 */
export function createPassword(
  name: string,
  scope: Scope,
  options: pulumi.CustomResourceOptions,
): { readonly secretArn: pulumi.Output<string>; readonly password: pulumi.Output<string> } {
  const secret = new secretsmanager.Secret(
    `${name}-credentials`,
    {
      description: `User and password of ${name}`,
      recoveryWindowInDays: scope.protection.keyDeletionWindow,
      tags: scope.tags(name),
    },
    options,
  );
  const made = secretsmanager.getRandomPasswordOutput({ passwordLength: 40, excludePunctuation: true }, { parent: options.parent });
  const version = new secretsmanager.SecretVersion(
    `${name}-credentials`,
    { secretId: secret.id, secretString: pulumi.secret(pulumi.jsonStringify({ username: MASTER, password: made.randomPassword })) },
    { ...options, ignoreChanges: ["secretString"] },
  );
  return { secretArn: version.arn, password: pulumi.secret(version.secretString.apply(passwordIn)) };
}

function passwordIn(text: string | undefined): string {
  const held: unknown = text === undefined ? undefined : JSON.parse(text);
  if (typeof held === "object" && held !== null && "password" in held && typeof held.password === "string") return held.password;
  throw new pulumi.RunError("the secret that holds a database's password holds something else");
}
