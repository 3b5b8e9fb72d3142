import type { Tier } from "../model";
import type { RuleResult } from "./rule";
import { settingOf, type Settings } from "./settings";

/** How much a rule's answer weighs: a mandatory one stops a deployment. */
export type Weight = "mandatory" | "advisory";

/** What a mandatory rule that cannot decide weighs, unless the rule's setting `unknown` says otherwise. */
const undecided: Readonly<Record<Tier, Weight>> = { dev: "advisory", staging: "advisory", prod: "mandatory" };

/** The weight of what a rule cannot tell. Never more than the rule's own level. */
export function weightOfDoubt(level: RuleResult["level"], tier: Tier, unknown: "by tier" | Weight): Weight {
  if (level === "advisory") return "advisory";
  return unknown === "by tier" ? undecided[tier] : unknown;
}

/** Does this result stop a deployment? The pack and the command line both ask here. */
export function blocks(result: RuleResult, tier: Tier, settings: Settings = {}): boolean {
  const { verdict } = result;
  switch (verdict.verdict) {
    case "pass":
    case "notApplicable":
      return false;
    case "unknown":
      return weightOfDoubt(result.level, tier, settingOf(result.rule, settings).unknown) === "mandatory";
    case "fail":
      return result.level === "mandatory";
    default:
      return verdict satisfies never;
  }
}
