import * as pulumi from "@pulumi/pulumi";
import { renderProblems } from "./problems";
import type { StackConfig } from "./schema";
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
  const result = validate(pulumi.runtime.allConfig(), `Pulumi.${where.stack}.yaml`, where);
  if (!result.ok) throw new ConfigurationError(`the configuration of this stack cannot be used\n${renderProblems(result.problems)}`);
  return result.config;
}
