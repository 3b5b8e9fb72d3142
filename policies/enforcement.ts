import type { Tier } from "../model";
import type { RuleResult } from "./rule";

/** How much an answer weighs: a mandatory one stops a deployment. */
export type Weight = "mandatory" | "advisory";

/** What a user may say of a mandatory rule that cannot decide. Default: `by tier`. */
export type Undecided = "by tier" | Weight;

const byTier: Readonly<Record<Tier, Weight>> = { dev: "advisory", staging: "advisory", prod: "mandatory" };

/** The weight of what a rule cannot tell: never more than the rule's own level. The pack and the command line both ask here. */
export function weightOfDoubt(level: RuleResult["level"], tier: Tier, undecided: Undecided): Weight {
  if (level === "advisory") return "advisory";
  return undecided === "by tier" ? byTier[tier] : undecided;
}
