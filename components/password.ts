import { getRandomPasswordOutput } from "@pulumi/aws/secretsmanager/getRandomPassword";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { Part } from "./part";
import type { Scope } from "./scope";

interface PasswordArgs {
  readonly configPath: string;
  readonly description: string;
  /** Where it is given, the secret holds a mapping of username and password, as RDS wants it; otherwise the password alone. */
  readonly username?: string;
  readonly scope: Scope;
}

/**
 * A password that AWS makes up once and keeps in Secrets Manager. It is a secret in the state too, and stands in no file and in no task's
 * definition: whoever needs it is given it by its ARN. Whoever deploys must be allowed `secretsmanager:GetRandomPassword`.
 */
export class Password extends Part {
  readonly arn: pulumi.Output<string>;
  /** For a resource that must be given it. The SDK makes the text of every secret's version a secret. */
  readonly value: pulumi.Output<string>;

  constructor(name: string, { configPath, description, username, scope }: PasswordArgs, options: pulumi.ComponentResourceOptions) {
    super("Password", name, configPath, options);
    const child = { parent: this };

    const secret = new secretsmanager.Secret(
      name,
      { description, recoveryWindowInDays: scope.protection.keyDeletionWindow, tags: scope.tags(name) },
      child,
    );
    const made = getRandomPasswordOutput(LETTERS_AND_DIGITS, child).randomPassword;
    const version = new secretsmanager.SecretVersion(
      `${name}-value`,
      {
        secretId: secret.id,
        secretString: username === undefined ? made : pulumi.jsonStringify({ username, password: made }),
      },
      // Every run is offered a new one; the first one stays.
      { ...child, ignoreChanges: ["secretString"] },
    );
    this.arn = secret.arn;
    this.value = version.secretString.apply((held) => (username === undefined ? present(held) : passwordIn(present(held))));
    this.registerOutputs({});
  }
}

/**
 * What ElastiCache, Amazon MQ and RDS take, and what needs no quoting in a URL. RDS for MySQL takes 41 characters at most: RDS API
 * reference, "CreateDBInstance", MasterUserPassword, read 2026-11-25.
 */
const LETTERS_AND_DIGITS = { passwordLength: 40, excludePunctuation: true, requireEachIncludedType: true } as const;

function present(value: string | undefined): string {
  if (value === undefined) throw new Error("the secret has no text");
  return value;
}

function passwordIn(held: string): string {
  const mapping: unknown = JSON.parse(held);
  if (typeof mapping === "object" && mapping !== null && "password" in mapping && typeof mapping.password === "string")
    return mapping.password;
  throw new Error("the secret has no password");
}
