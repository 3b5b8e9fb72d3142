import type { ResourceGraph } from "../graph/resource-graph";
import type { GraphIndex } from "./index-of-graph";
import { inputsOf, oneOf, stringAt } from "./properties";
import type { Stack, Tier } from "./scaling-model";

const tiers: readonly Tier[] = ["dev", "staging", "prod"];
const platform = "headroom:components:Platform";

/** The stack itself. Its tier is what the platform says, else what its name suggests. */
export function readStack(graph: ResourceGraph, index: GraphIndex): Stack {
  return {
    project: graph.project,
    name: graph.stack,
    tier: statedTier(index) ?? tierOf(graph.stack),
    region: graph.region,
    resources: index.resources.length,
  };
}

/** Where several platforms differ, the most demanding counts. */
function statedTier(index: GraphIndex): Tier | undefined {
  const stated = index.ofTypes([platform]).map((component) => oneOf(stringAt(inputsOf(component), "tier"), tiers));
  return [...tiers].reverse().find((tier) => stated.some((found) => found?.known === true && found.value === tier));
}

/** `prod`, `production`, `prod-eu` are prod; `stag`, `staging-2` are staging; anything else is dev. */
export function tierOf(stack: string): Tier {
  const name = stack.slice(stack.lastIndexOf("/") + 1).toLowerCase();
  return name.startsWith("prod") ? "prod" : name.startsWith("stag") ? "staging" : "dev";
}
