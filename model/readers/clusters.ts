import { chain, known, unknown, type Maybe } from "../../graph/maybe";
import type { Resource } from "../../graph/resource-graph";
import { physicalName, type GraphIndex } from "../index-of-graph";
import { inputsOf, mapsAt, required, stringAt, type Properties } from "../properties";
import { types } from "../resource-types";
import type { Cluster, Setting } from "../scaling-model";
import type { Reader } from "./reader";

/** ECS clusters. Container Insights is off unless the cluster, or the account's own setting, turns it on. */
export const clusters: Reader = (_graph, index) => ({
  clusters: index.ofTypes(types.ecsCluster).map((cluster) => readCluster(cluster, index)),
});

function readCluster(cluster: Resource, index: GraphIndex): Cluster {
  const name = physicalName(cluster);
  return {
    id: cluster.urn,
    name: name.known ? name.value : cluster.name,
    at: index.ref(cluster),
    kind: "ecs",
    containerInsights: containerInsights(inputsOf(cluster)),
  };
}

function containerInsights(inputs: Properties): Setting<boolean> {
  const settings = mapsAt(inputs, "settings");
  if (settings?.known === false) return { value: settings, given: true };
  for (const one of settings?.value ?? []) {
    const name = required(stringAt(one, "name"));
    if (!name.known) return { value: name, given: true };
    if (name.value === "containerInsights") return { value: chain(required(stringAt(one, "value")), isOn), given: true };
  }
  return { value: known(false), given: false };
}

function isOn(value: string): Maybe<boolean> {
  const states: Readonly<Record<string, boolean>> = { enabled: true, enhanced: true, disabled: false };
  const state = Object.hasOwn(states, value) ? states[value] : undefined;
  return state === undefined ? unknown("malformed") : known(state);
}
