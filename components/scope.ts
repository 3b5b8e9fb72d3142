import type { Provider } from "@pulumi/aws-native/provider";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import type * as pulumi from "@pulumi/pulumi";
import type { Days, StackConfig, Where } from "../config";
import { cloudControlIn } from "./cloud-control";
import { protection } from "./protection";
import type { Protection } from "./protection";

/** What every component of a stack shares. */
export interface Scope {
  readonly where: Where;
  readonly account: Account;
  readonly protection: Protection;
  readonly logRetention: Days;
  /** The provider for what only AWS Cloud Control can make, in the region of the stack; made when it is first asked for. */
  readonly cloudControl: () => Provider;
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

export function scopeOf(config: StackConfig, where: Where, options: Pick<pulumi.InvokeOutputOptions, "parent">): Scope {
  const region = getRegionOutput({}, options).region;
  return {
    where,
    account: {
      id: getCallerIdentityOutput({}, options).accountId,
      partition: getPartitionOutput({}, options).partition,
      region,
    },
    cloudControl: cloudControlIn(region, options),
    protection: protection[config.tier],
    logRetention: config.logs.retention,
    tags: (component) => ({ "headroom:project": where.project, "headroom:stack": where.stack, "headroom:component": component }),
  };
}
