import { known, type Maybe } from "../../graph/maybe";
import type { Resource, Urn } from "../../graph/resource-graph";
import { physicalName, type GraphIndex } from "../index-of-graph";
import { join, references } from "../joins";
import { clusterOf, membersOf } from "../members";
import { inputsOf, numberAt, required, requiredInput, stringAt, valueAt } from "../properties";
import { types } from "../resource-types";
import { scalableName } from "../scalable-names";
import type { Bounds, Database, Scalable, Unresolved } from "../scaling-model";
import { unresolved, urnOf, type Reader } from "./reader";

/** Aurora clusters with their instances, RDS instances with their replicas, and the capacity that Aurora moves itself. */
export const rds: Reader = (_graph, index) => {
  const clusters = index.ofTypes(types.databaseCluster);
  const instances = index.ofTypes(types.databaseInstance);
  const proxies = proxiesIn(index);
  return {
    databases: [
      ...clusters.map((cluster) => readCluster(cluster, proxies, index)),
      ...instances.map((instance) => readInstance(instance, proxies, index)),
    ],
    scalables: clusters.flatMap((cluster) => auroraCapacity(cluster, index)),
    unresolved: [
      ...instances.flatMap((instance) => lostSource(instance, index)),
      ...index.ofTypes(types.databaseClusterInstance).flatMap((instance) => lostCluster(instance, index)),
      ...proxies.unresolved,
    ],
  };
};

function readCluster(cluster: Resource, proxies: Proxies, index: GraphIndex): Database {
  const members = membersOf(cluster, index);
  return {
    ...common(cluster, index),
    kind: "cluster",
    engine: requiredInput(cluster, "engine", stringAt),
    instanceClass: stringAt(inputsOf(cluster), "dbClusterInstanceClass"),
    capacity: capacityOf(cluster),
    members: members.known ? known(members.value.map((member) => requiredInput(member, "instanceClass", stringAt))) : members,
    replicaOf: undefined,
    proxied: proxies.isProxied(cluster.urn),
  };
}

/** A replica takes its engine from its source. */
function readInstance(instance: Resource, proxies: Proxies, index: GraphIndex): Database {
  const source = sourceOf(instance, index);
  return {
    ...common(instance, index),
    kind: "instance",
    engine: stringAt(inputsOf(instance), "engine") ?? engineOfSource(source?.found) ?? requiredInput(instance, "engine", stringAt),
    instanceClass: requiredInput(instance, "instanceClass", stringAt),
    capacity: undefined,
    members: known([]),
    replicaOf: source && urnOf(source),
    proxied: proxies.isProxied(instance.urn),
  };
}

const common = (resource: Resource, index: GraphIndex): Pick<Database, "id" | "name" | "at"> => {
  const name = physicalName(resource);
  return { id: resource.urn, name: name.known ? name.value : resource.name, at: index.ref(resource) };
};

const engineOfSource = (source: Resource | undefined): Maybe<string> | undefined => source && stringAt(inputsOf(source), "engine");

function sourceOf(instance: Resource, index: GraphIndex) {
  const text = stringAt(inputsOf(instance), "replicateSourceDb");
  return text === undefined ? undefined : join(references.replicatedInstance, instance, text, index);
}

function lostSource(instance: Resource, index: GraphIndex): readonly Unresolved[] {
  const { property } = references.replicatedInstance;
  const source = sourceOf(instance, index);
  return source === undefined ? [] : unresolved(instance, property, source, stringAt(inputsOf(instance), property), index);
}

function lostCluster(instance: Resource, index: GraphIndex): readonly Unresolved[] {
  const { property } = references.clusterOfInstance;
  return unresolved(instance, property, clusterOf(instance, index), stringAt(inputsOf(instance), property), index);
}

/** Undefined for a cluster whose instances have a class each. */
function capacityOf(cluster: Resource): Bounds | undefined {
  const inputs = inputsOf(cluster);
  if (valueAt(inputs, range) === undefined) return undefined;
  return { min: required(numberAt(inputs, [range, "minCapacity"])), max: required(numberAt(inputs, [range, "maxCapacity"])) };
}
const range = "serverlessv2ScalingConfiguration";

/** Aurora moves it without a policy; an idle instance has the minimum. What another stack manages is not this one's to judge. */
function auroraCapacity(cluster: Resource, index: GraphIndex): readonly Scalable[] {
  const bounds = capacityOf(cluster);
  if (bounds === undefined || cluster.external) return [];
  const at = index.ref(cluster);
  return [
    {
      id: `${cluster.urn}#capacity`,
      name: scalableName(at),
      at,
      unit: "ACU",
      owner: { kind: "aurora capacity", database: known(cluster.urn) },
      registrations: [
        {
          at,
          bounds,
          namespace: known("aurora"),
          dimension: known("capacity"),
          resourceId: physicalName(cluster),
          location: known(index.locationOf(cluster).key),
        },
      ],
      bounds,
      initial: { value: bounds.min, given: false },
      initialIgnored: known(true),
      policies: [],
      schedules: [],
    },
  ];
}

interface Proxies {
  /** Unknown while it is unknown what one of the proxies stands before. */
  readonly isProxied: (database: Urn) => Maybe<boolean>;
  readonly unresolved: readonly Unresolved[];
}

function proxiesIn(index: GraphIndex): Proxies {
  const joined = index.ofTypes(types.databaseProxyTarget).flatMap((target) =>
    [references.proxiedCluster, references.proxiedInstance].flatMap((reference) => {
      const text = stringAt(inputsOf(target), reference.property);
      return text === undefined ? [] : [{ target, reference, text, database: join(reference, target, text, index) }];
    }),
  );
  const named = new Set(joined.flatMap(({ database }) => database.found?.urn ?? []));
  const open = joined.map(({ database }) => urnOf(database)).find((database) => !database.known && database.why !== "not in this source");
  return {
    isProxied: (database) => (named.has(database) ? known(true) : open !== undefined && !open.known ? open : known(false)),
    unresolved: joined.flatMap(({ target, reference, text, database }) => unresolved(target, reference.property, database, text, index)),
  };
}
