import { known, unknown, type Maybe } from "../maybe";
import { makeUrn } from "../recorder/urn";
import type { Resource, ResourceGraph, Urn } from "../resource-graph";
import { parseUrn } from "../urn";
import { unknownValue, type Value, type ValueMap } from "../value";
import { bareMap } from "./bare-map";
import { configuredRegion } from "./configured-region";
import { fromDocument } from "./document";
import type { Fields } from "./fields";
import { graphOf } from "./graph-of";

/**
 * Reads what `pulumi preview --save-plan` writes, or the plan inside its versioned form. It holds no source positions and no order
 * of registration; of resources that are deployed already it holds what changes, and their outputs.
 * @throws SourceError
 */
export const graphFromPlan = (text: string, file: string): ResourceGraph =>
  fromDocument({ kind: "plan", file }, text, (document) => {
    const plan = document.object("plan") ?? document;
    return graphOf(
      "plan",
      plan.entries("resourcePlans").flatMap(([urn, resource]) => readPlan(plan, urn, resource)),
      {
        region: configuredRegion(plan),
      },
    );
  });

/** A resource without a goal is to be deleted. */
function readPlan(plan: Fields, urn: Urn, resource: Fields): readonly Resource[] {
  const parts = parseUrn(urn);
  if (!parts) throw plan.damaged("resourcePlans", "a map of Pulumi URNs");
  const goal = resource.object("goal");
  if (!goal) return [];
  const custom = goal.flag("custom");
  return [
    {
      urn,
      type: goal.text("type") ?? parts.type,
      name: parts.name,
      custom,
      remote: false,
      external: false,
      parent: goal.text("parent") || undefined,
      id: idOf(goal, custom, isNew(resource)),
      inputs: inputsOf(goal, resource),
      outputs: resource.has("state") ? known(resource.properties("state")) : unknown("not in this source"),
      dependencies: goal.texts("dependencies"),
      propertyDependencies: known(goal.textLists("propertyDependencies")),
      ignoreChanges: known(goal.texts("ignoreChanges")),
      protect: known(goal.flag("protect")),
      aliases: known(aliasesOf(goal, urn)),
      provider: goal.text("provider") || undefined,
      position: unknown("not in this source"),
    },
  ];
}

/** An import names the id; what exists has one that the plan does not repeat. */
function idOf(goal: Fields, custom: boolean, isNew: boolean): Maybe<string> {
  if (!custom) return known("");
  const imported = goal.text("id") ?? "";
  if (imported !== "") return known(imported);
  return unknown(isNew ? "computed on deployment" : "not in this source");
}

/** A plan holds the difference to what is deployed: for a new resource, everything. */
const isNew = (resource: Fields): boolean => resource.texts("steps").every((step) => step === "create" || step === "import");

/**
 * Of a resource that exists, an unchanged input is found in its outputs, by the names that its property dependencies list. One that
 * is not there either (a component's) is unknown. An output that they do not list is no input: an SDK lists all of them, and
 * what the provider computed is not what somebody wrote.
 */
function inputsOf(goal: Fields, resource: Fields): ValueMap {
  const difference = goal.object("inputDiff");
  const unchanged = isNew(resource) ? {} : unchangedInputs(goal, resource, new Set(difference?.texts("deletes")));
  return Object.assign(bareMap<Value>(), unchanged, difference?.properties("adds"), difference?.properties("updates"));
}

function unchangedInputs(goal: Fields, resource: Fields, deleted: ReadonlySet<string>): ValueMap {
  const outputs = resource.properties("state");
  const named = Object.keys(goal.textLists("propertyDependencies"));
  const inputs = bareMap<Value>();
  for (const name of named.length > 0 ? named : Object.keys(outputs)) {
    if (!deleted.has(name)) inputs[name] = outputs[name] ?? unknownValue;
  }
  return inputs;
}

/** Written as URNs, or as what differs from the resource itself (`sdk/go/common/resource/alias.go`; its members are capitalised). */
function aliasesOf(goal: Fields, urn: Urn): readonly Urn[] {
  return [...goal.texts("aliases"), ...goal.objects("structuredAliases").map((alias) => aliasUrn(alias, goal, urn))];
}

function aliasUrn(alias: Fields, goal: Fields, urn: Urn): Urn {
  const own = parseUrn(urn);
  const parent = alias.flag("NoParent") ? undefined : alias.text("Parent") || goal.text("parent") || undefined;
  return (
    alias.text("URN") ||
    makeUrn(
      alias.text("Stack") || (own?.stack ?? ""),
      alias.text("Project") || (own?.project ?? ""),
      parent,
      alias.text("Type") || (own?.type ?? ""),
      alias.text("Name") || (own?.name ?? ""),
    )
  );
}
