import { chain, known, map, unknown, type Maybe } from "../../graph/maybe";
import type { Resource } from "../../graph/resource-graph";
import { physicalName, type GraphIndex } from "../index-of-graph";
import { inputsOf, numberAt, oneOf, requiredInput, setting, stringAt, valueAt, withDefault, type Properties } from "../properties";
import { types } from "../resource-types";
import type { Cache, Setting } from "../scaling-model";
import type { Reader } from "./reader";

/** ElastiCache replication groups. Defaults: `@pulumi/aws` 7, `elasticache.ReplicationGroupArgs`; read 2026-11-25. */
export const elasticache: Reader = (_graph, index) => ({
  caches: index.ofTypes(types.replicationGroup).map((group) => readCache(group, index)),
});

function readCache(group: Resource, index: GraphIndex): Cache {
  const inputs = inputsOf(group);
  const name = physicalName(group);
  return {
    id: group.urn,
    name: name.known ? name.value : group.name,
    at: index.ref(group),
    engine: withDefault(stringAt(inputs, "engine"), "redis"),
    nodeType: requiredInput(group, "nodeType", stringAt),
    shards: withDefault(numberAt(inputs, "numNodeGroups"), 1),
    replicas: replicasOf(inputs),
    clusterMode: clusterModeOf(inputs),
  };
}

/** One node is the shard's primary. Without any count there is that one only. */
function replicasOf(inputs: Properties): Setting<number> {
  const nodes = numberAt(inputs, "numCacheClusters");
  const replicas = numberAt(inputs, "replicasPerNodeGroup") ?? (nodes && map(nodes, (count) => count - 1));
  const sharded = valueAt(inputs, "numNodeGroups") !== undefined;
  return setting(replicas, sharded ? unknown("not in this source") : known(0));
}

/** As written; else as the parameter group turns it on, of which only AWS's own tell by their name; several shards need it. */
function clusterModeOf(inputs: Properties): Cache["clusterMode"] {
  const written = oneOf(stringAt(inputs, "clusterMode"), ["enabled", "compatible", "disabled"]);
  return setting(
    written,
    chain(stringAt(inputs, "parameterGroupName") ?? known(""), (group) => modeBy(group, inputs)),
  );
}

function modeBy(parameterGroup: string, inputs: Properties): Maybe<"enabled" | "disabled"> {
  if (parameterGroup.endsWith(".cluster.on")) return known("enabled");
  if (parameterGroup !== "" && !parameterGroup.startsWith("default.")) return unknown("not in this source");
  return map(numberAt(inputs, "numNodeGroups") ?? known(1), (shards) => (shards > 1 ? "enabled" : "disabled"));
}
