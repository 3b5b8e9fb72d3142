import assert from "node:assert/strict";
import { everyKey } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

/** What the mocks say that AWS made up. */
const PASSWORD = "made-up";

describe("components/password", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  it("is made up once, and stays in Secrets Manager", () => {
    const { inputs, ignoreChanges } = one(all, "aws:secretsmanager/secretVersion:SecretVersion", "sessions-password-value");
    assert.equal(inputs.secretId, "sessions-password-id");
    assert.deepEqual(ignoreChanges, ["secretString"]);
    assert.equal(one(all, "aws:secretsmanager/secret:Secret", "sessions-password").inputs.recoveryWindowInDays, 30);
  });

  it("has as many characters as ElastiCache wants at least and RDS for MySQL takes at most", () => {
    const { inputs } = one(all, "aws:secretsmanager/secretVersion:SecretVersion", "sessions-password-value");
    const length = /made-up-*/.exec(JSON.stringify(inputs))?.[0].length ?? 0;
    assert.ok(length >= 16 && length <= 41, String(length));
  });

  it("is handed over as a secret only, to the secret itself and to what must be given it", () => {
    const holding = all.filter(({ inputs }) => JSON.stringify(inputs).includes(PASSWORD));
    assert.deepEqual(holding.map(({ type, name }) => `${type} ${name}`).sort(), [
      "aws:elasticache/replicationGroup:ReplicationGroup pages",
      "aws:elasticache/replicationGroup:ReplicationGroup sessions",
      "aws:mq/broker:Broker events",
      "aws:rds/instance:Instance store",
      "aws:secretsmanager/secretVersion:SecretVersion bus-password-value",
      "aws:secretsmanager/secretVersion:SecretVersion events-password-value",
      "aws:secretsmanager/secretVersion:SecretVersion pages-password-value",
      "aws:secretsmanager/secretVersion:SecretVersion sessions-password-value",
      "aws:secretsmanager/secretVersion:SecretVersion store-password-value",
    ]);
    for (const { name, inputs } of holding) assert.deepEqual(plain(inputs), [], name);
  });
});

/** The signature with which the SDK marks a secret. */
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** Where a password stands outside a marked secret. */
function plain(value: unknown, way = ""): readonly string[] {
  if (typeof value === "string") return value.includes(PASSWORD) ? [way] : [];
  if (typeof value !== "object" || value === null) return [];
  if (Object.values(value).includes(SECRET)) return [];
  return Object.entries(value).flatMap(([key, inner]) => plain(inner, `${way}.${key}`));
}
