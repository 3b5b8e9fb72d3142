import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import type * as pulumi from "@pulumi/pulumi";
import type { Days, StackConfig, Where } from "../config";
import { protection } from "./protection";
import type { Protection } from "./protection";

/** What every component of a stack shares. */
export interface Scope {
  readonly where: Where;
  readonly account: Account;
  readonly protection: Protection;
  readonly logRetention: Days;
  /** Tags by which costs are told apart. */
  readonly tags: (component: string) => Tags;
}

/** Whose account the stack is deployed to, and where. */
export interface Account {
  readonly id: pulumi.Output<string>;
  readonly partition: pulumi.Output<string>;
  readonly region: pulumi.Output<string>;
}

type Tags = Readonly<Record<"headroom:project" | "headroom:stack" | "headroom:component", string>>;

export function scopeOf(config: StackConfig, where: Where, options: pulumi.InvokeOutputOptions): Scope {
  return {
    where,
    account: {
      id: getCallerIdentityOutput({}, options).accountId,
      partition: getPartitionOutput({}, options).partition,
      region: getRegionOutput({}, options).region,
    },
    protection: protection[config.tier],
    logRetention: config.logs.retention,
    tags: (component) => ({ "headroom:project": where.project, "headroom:stack": where.stack, "headroom:component": component }),
  };
}
