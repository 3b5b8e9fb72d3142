import { known, unknown, type Maybe } from "../graph/maybe";
import type { Resource, Urn } from "../graph/resource-graph";
import { groupBy, type GraphIndex } from "./index-of-graph";
import { join, references, type Joined } from "./joins";
import { inputsOf, stringAt } from "./properties";
import { types } from "./resource-types";

/** The cluster that an instance belongs to. */
export const clusterOf = (instance: Resource, index: GraphIndex): Joined =>
  join(references.clusterOfInstance, instance, stringAt(inputsOf(instance), "clusterIdentifier"), index);

/** The instances of a database cluster that the program makes; ambiguous while it is unknown which cluster one of them is in. */
export function membersOf(cluster: Resource, index: GraphIndex): Maybe<readonly Resource[]> {
  const { byCluster, anyLost } = index.once(membersOf, () => membersIn(index));
  return anyLost ? unknown("ambiguous") : known(byCluster.get(cluster.urn) ?? []);
}

interface Members {
  readonly byCluster: ReadonlyMap<Urn, readonly Resource[]>;
  readonly anyLost: boolean;
}

/** An instance in a cluster that is known to be another stack's is lost to nobody here. */
function membersIn(index: GraphIndex): Members {
  const joined = index.ofTypes(types.databaseClusterInstance).map((instance) => ({ instance, cluster: clusterOf(instance, index) }));
  const byCluster = groupBy(joined, ({ cluster }) => (cluster.found === undefined ? [] : [cluster.found.urn]));
  return {
    byCluster: new Map([...byCluster].map(([urn, list]) => [urn, list.map(({ instance }) => instance)])),
    anyLost: joined.some(({ cluster }) => cluster.found === undefined && cluster.why !== "no partner in this stack"),
  };
}
