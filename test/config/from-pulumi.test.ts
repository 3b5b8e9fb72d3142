import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { everyKey } from "./example";

const ROOT = join(__dirname, "../..");

/** What a program gets from the engine, by the variables in which the language host hands it over. */
function stackConfig(config: Record<string, unknown>, secretKeys: readonly string[] = []) {
  const flat = Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
  const script = `
    require("ts-node/register/transpile-only");
    const pulumi = require("@pulumi/pulumi");
    const { stackConfig } = require("./config/from-pulumi.ts");
    try {
      process.stdout.write(JSON.stringify(stackConfig()));
    } catch (error) {
      process.stdout.write(JSON.stringify({ forPeople: pulumi.RunError.isInstance(error), message: error.message }));
    }`;
  const env = {
    ...process.env,
    PULUMI_TEST_MODE: "true",
    PULUMI_NODEJS_PROJECT: "headroom",
    PULUMI_NODEJS_STACK: "prod",
    PULUMI_CONFIG: JSON.stringify(flat),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretKeys),
  };
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { cwd: ROOT, env, encoding: "utf8" });
  assert.equal(stderr, "");
  return JSON.parse(stdout) as { tier?: string; forPeople?: boolean; message?: string };
}

describe("config/from-pulumi", () => {
  it("reads what the engine hands over", () => {
    assert.equal(stackConfig(everyKey()).tier, "prod");
  });

  it("throws a report for people, without a stack trace", () => {
    assert.deepEqual(stackConfig({ ...everyKey(), "headroom:tier": "production" }), {
      forPeople: true,
      message:
        'the configuration of this stack cannot be used\nPulumi.prod.yaml: 1 problem\n  headroom:tier is "production"; write one of dev, staging, prod',
    });
  });

  it("does not use a secret, nor show it", () => {
    const { message } = stackConfig({ ...everyKey(), "headroom:logs": { retention: "s3cr3t" } }, ["headroom:logs"]);
    assert.equal(
      message,
      "the configuration of this stack cannot be used\nPulumi.prod.yaml: 1 problem\n  headroom:logs is a secret; write it in plain text. What must stay secret belongs into Secrets Manager, and its ARN into the service's secrets",
    );
  });
});
