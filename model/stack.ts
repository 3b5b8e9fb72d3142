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
    file: graph.stackFile ?? `Pulumi.${graph.stack}.yaml`,
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

/** Words of a stack's name that tell its tier. */
const tierWords: readonly (readonly [Tier, ReadonlySet<string>])[] = [
  ["prod", new Set(["prod", "prd", "production", "live"])],
  ["staging", new Set(["stag", "stg", "stage", "staging"])],
];

/** `prod`, `production-2`, `eu-prod`, `live` are prod; `stage`, `staging-2` are staging; anything else, `non-prod` and `product` too, is dev. */
export function tierOf(stack: string): Tier {
  const words = stack
    .slice(stack.lastIndexOf("/") + 1)
    .toLowerCase()
    .split(/[^a-z]+/);
  if (words.includes("non")) return "dev";
  return tierWords.find(([, known]) => words.some((word) => known.has(word)))?.[0] ?? "dev";
}
