import * as pulumi from "@pulumi/pulumi";
import { renderProblems } from "./problems";
import type { StackConfig } from "./stack-schema";
import { validate } from "./validate";

/** The stack's file is wrong. Pulumi shows the message alone, without a stack trace. */
export class ConfigurationError extends pulumi.RunError {}

/**
 * The configuration of the stack that is running.
 *
 * @throws ConfigurationError with every problem of the stack's file, before anything is registered
 */
export function stackConfig(): StackConfig {
  const where = { project: pulumi.getProject(), stack: pulumi.getStack() };
  const result = validate(withSecretsHidden(pulumi.runtime.allConfig()), `Pulumi.${where.stack}.yaml`, where);
  if (!result.ok) throw new ConfigurationError(`the configuration of this stack cannot be used\n${renderProblems(result.problems)}`);
  return result.config;
}

/** The engine decrypts a secret and only names the key that holds it. It goes back to what stands in the file, so that nothing shows it. */
function withSecretsHidden(config: Readonly<Record<string, string>>): Record<string, unknown> {
  const secret = secretKeys();
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, secret.includes(key) ? { secure: "" } : value]));
}

/** Keys with a secret value, as the language host hands them over. */
function secretKeys(): readonly string[] {
  const keys: unknown = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS || "[]");
  return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
}
