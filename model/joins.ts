import { known, map, unknown, type Maybe } from "../graph/maybe";
import type { Resource } from "../graph/resource-graph";
import {
  arn,
  databaseClusterId,
  databaseInstanceArn,
  ecsClusterArn,
  ecsServiceId,
  functionArn,
  lambdaId,
  queueArn,
  queueUrl,
  replicationGroupId,
  requestCountLabel,
  scalingPolicyArn,
  policyNameIn,
  tableId,
  targetGroupPath,
  taskDefinitionArn,
  topicArn,
} from "./id-formats";
import { groupBy, identifiersOf, physicalName, type GraphIndex } from "./index-of-graph";
import { apart, inOtherRegions } from "./locations";
import { chainFound, inputsOf, stringAt, type Found } from "./properties";
import { standsFor, types } from "./resource-types";
import type { Unresolved } from "./scaling-model";

/**
 * How one resource names another. A reference is resolved, in this order,
 * 1. by property dependency: the one resource that the property was made of whose type can be the partner,
 * 2. by text: an id, ARN or name that a resource of such a type is known by, as written or within one of the formats.
 * Otherwise it stays unresolved. Two that fit are ambiguous; a text that names somebody else rules a dependency out.
 * A partner is never in another region. A name means the one in the same region and account; if there is none but one
 * that may be there, it is ambiguous. An ARN or URL says for itself whom it means.
 */
export interface Reference {
  /** The input whose property dependencies count. */
  readonly property: string;
  readonly to: readonly string[];
  /** What is looked for, for people. */
  readonly looked: string;
  /** The partner's plain name within a text; undefined when the text has none of the formats. */
  readonly nameIn: (text: string) => string | undefined;
  /** Where names are unique only within something else: what that is in a text, and what it is for a resource. */
  readonly within?: {
    readonly inText: (text: string) => string | undefined;
    readonly of: (candidate: Resource, index: GraphIndex) => Maybe<string>;
  };
}

const plain = (text: string): string => text;

/** Every reference that the readers follow. */
export const references = {
  taskDefinition: {
    property: "taskDefinition",
    to: types.taskDefinition,
    looked: "a task definition",
    nameIn: (text) => (taskDefinitionArn.parse(text)?.name ?? text).split(":", 1)[0],
  },
  cluster: {
    property: "cluster",
    to: types.ecsCluster,
    looked: "an ECS cluster",
    nameIn: (text) => ecsClusterArn.parse(text)?.name ?? text,
  },
  targetGroups: { property: "loadBalancers", to: types.targetGroup, looked: "a target group", nameIn: targetGroupName },
  alarmActions: {
    property: "alarmActions",
    to: [...types.policy, ...types.topic],
    looked: "a scaling policy or topic",
    nameIn: actionName,
  },
  okActions: { property: "okActions", to: [...types.policy, ...types.topic], looked: "a scaling policy or topic", nameIn: actionName },
  insufficientDataActions: {
    property: "insufficientDataActions",
    to: [...types.policy, ...types.topic],
    looked: "a scaling policy or topic",
    nameIn: actionName,
  },
  trackedQueue: { property: "targetTrackingScalingPolicyConfiguration", to: types.queue, looked: "a queue", nameIn: plain },
  trackedTargetGroup: {
    property: "targetTrackingScalingPolicyConfiguration",
    to: types.targetGroup,
    looked: "a target group",
    nameIn: targetGroupName,
  },
  trackedService: { property: "targetTrackingScalingPolicyConfiguration", to: types.ecsService, looked: "an ECS service", nameIn: plain },
  alarmQueue: { property: "dimensions", to: types.queue, looked: "a queue", nameIn: plain },
  alarmQueriesQueue: { property: "metricQueries", to: types.queue, looked: "a queue", nameIn: plain },
  alarmService: { property: "dimensions", to: types.ecsService, looked: "an ECS service", nameIn: plain },
  alarmQueriesService: { property: "metricQueries", to: types.ecsService, looked: "an ECS service", nameIn: plain },
  alarmTargetGroup: { property: "dimensions", to: types.targetGroup, looked: "a target group", nameIn: targetGroupName },
  alarmQueriesTargetGroup: { property: "metricQueries", to: types.targetGroup, looked: "a target group", nameIn: targetGroupName },
  deadLetterQueue: {
    property: "redrivePolicy",
    to: types.queue,
    looked: "a dead-letter queue",
    nameIn: (text) => queueArn.parse(text)?.name,
  },
  /** In an alias, in what provisions concurrency, and in what polls a queue for a function. */
  namedFunction: { property: "functionName", to: types.fn, looked: "a function", nameIn: (text) => functionArn.parse(text)?.name ?? text },
  polledQueue: { property: "eventSourceArn", to: types.queue, looked: "a queue", nameIn: (text) => queueArn.parse(text)?.name },
  clusterOfInstance: { property: "clusterIdentifier", to: types.databaseCluster, looked: "a database cluster", nameIn: plain },
  replicatedInstance: {
    property: "replicateSourceDb",
    to: types.databaseInstance,
    looked: "a database instance",
    nameIn: (text) => databaseInstanceArn.parse(text)?.name ?? text,
  },
  proxiedCluster: { property: "dbClusterIdentifier", to: types.databaseCluster, looked: "a database cluster", nameIn: plain },
  proxiedInstance: { property: "dbInstanceIdentifier", to: types.databaseInstance, looked: "a database instance", nameIn: plain },
  redrivenQueue: { property: "queueUrl", to: types.queue, looked: "a queue", nameIn: (text) => queueUrl.parse(text)?.name },
} as const satisfies Record<string, Reference>;

/** What a scalable target, policy or scheduled action names in `resourceId`, by Application Auto Scaling's namespace. */
export const scalableResources: Readonly<Record<string, Reference>> = {
  ecs: {
    property: "resourceId",
    to: types.ecsService,
    looked: `an ECS service (${ecsServiceId.pattern})`,
    nameIn: (text) => ecsServiceId.parse(text)?.service,
    within: { inText: (text) => ecsServiceId.parse(text)?.cluster, of: clusterName },
  },
  lambda: {
    property: "resourceId",
    to: types.fn,
    looked: `a function (${lambdaId.pattern})`,
    nameIn: (text) => lambdaId.parse(text)?.fn,
  },
  rds: {
    property: "resourceId",
    to: types.databaseCluster,
    looked: `a database cluster (${databaseClusterId.pattern})`,
    nameIn: (text) => databaseClusterId.parse(text)?.id,
  },
  elasticache: {
    property: "resourceId",
    to: types.replicationGroup,
    looked: `a replication group (${replicationGroupId.pattern})`,
    nameIn: (text) => replicationGroupId.parse(text)?.id,
  },
  dynamodb: {
    property: "resourceId",
    to: types.table,
    looked: `a table (${tableId.pattern})`,
    nameIn: (text) => tableId.parse(text)?.table,
  },
};

/** A reference's partner, or why it has none. */
export type Joined = { readonly found: Resource } | Missing;
export interface Missing {
  readonly found: undefined;
  readonly why: Exclude<Unresolved["why"], "not read yet" | "made by its provider">;
  readonly looked: string;
}

/** Resolves a reference whose text stands (or would stand) at `text`. */
export function join(reference: Reference, from: Resource, text: Found<string>, index: GraphIndex): Joined {
  const candidates = candidatesOf(reference, from, index).filter((c) => !(text?.known && contradicted(reference, c, text.value, index)));
  const [only, second] = candidates;
  if (only !== undefined && second === undefined) return { found: only };
  return byText(reference, from, text, candidates.length > 1, index);
}

/**
 * Resolves a list of references. Elements whose text names a partner are that one; the other partners that the whole
 * list was made of fill the places of the rest, in no known order: what counts is the set.
 */
export function joinEach(reference: Reference, from: Resource, texts: readonly Found<string>[], index: GraphIndex): readonly Joined[] {
  const candidates = candidatesOf(reference, from, index);
  const byTexts = texts.map((text) => byText(reference, from, text, false, index));
  const taken = new Set(byTexts.map((joined) => joined.found));
  const free = candidates.filter((candidate) => !taken.has(candidate));
  const open = byTexts.filter((joined, i) => joined.found === undefined && texts[i]?.known !== true).length;
  let next = 0;
  return byTexts.map((joined, i) => {
    if (joined.found !== undefined || texts[i]?.known === true) return joined;
    const candidate = free[next++];
    if (candidate === undefined) return joined;
    return free.length > open ? { found: undefined, why: "ambiguous", looked: reference.looked } : { found: candidate };
  });
}

/** The resources that a property was made of and that may be the partner; none where the source does not tell. */
export function candidatesOf(reference: Reference, from: Resource, index: GraphIndex): readonly Resource[] {
  const found = dependenciesOf(from, reference.property, index).filter((r) => reference.to.includes(r.type) && r !== from);
  const here = index.locationOf(from);
  return [...new Set(found.map((r) => standIn(r, index)))].filter((r) => !inOtherRegions(index.locationOf(r), here));
}

/** The resources that a property was made of. */
export function dependenciesOf(from: Resource, property: string, index: GraphIndex): readonly Resource[] {
  if (!from.propertyDependencies.known) return [];
  const all = from.propertyDependencies.value;
  const urns = Object.hasOwn(all, property) ? all[property] : undefined;
  return (urns ?? []).flatMap((urn) => index.byUrn.get(urn) ?? []);
}

/** A remote component that its provider has expanded is the one resource that it stands for; any other is itself. */
export function standIn(resource: Resource, index: GraphIndex): Resource {
  const type = Object.hasOwn(standsFor, resource.type) ? standsFor[resource.type] : undefined;
  const inside = type === undefined ? [] : index.childrenOf(resource.urn).filter((child) => child.type === type);
  return inside.length === 1 && inside[0] !== undefined ? inside[0] : resource;
}

/** The name of the cluster that a service runs in; `default` for one that names none. */
export function clusterName(service: Resource, index: GraphIndex): Maybe<string> {
  const text = stringAt(inputsOf(service), "cluster");
  const cluster = join(references.cluster, service, text, index);
  if (cluster.found !== undefined) return physicalName(cluster.found);
  if (text === undefined) return { known: true, value: "default" };
  return chainFound(text, (written) => ({ known: true, value: references.cluster.nameIn(written) }));
}

function byText(reference: Reference, from: Resource, text: Found<string>, several: boolean, index: GraphIndex): Joined {
  const missing = (why: Missing["why"]): Missing => ({ found: undefined, why, looked: reference.looked });
  if (text === undefined || !text.known) return missing(several ? "ambiguous" : text === undefined ? "not in this source" : text.why);
  const { certain, possible } = named(reference, from, text.value, index);
  const [only, second] = certain;
  if (only !== undefined && second === undefined) return { found: only };
  if (only !== undefined || possible) return missing("ambiguous");
  return missing(several ? "ambiguous" : reference.nameIn(text.value) === undefined ? "malformed" : "no partner in this stack");
}

/** Whom a text means: those that are where it is said, looked for no further than two, and whether any other may be. */
interface Matches {
  readonly certain: readonly Resource[];
  readonly possible: boolean;
}

function named(reference: Reference, from: Resource, text: string, index: GraphIndex): Matches {
  const meant = meantBy(text, from, index);
  const exact = firstTwo(
    reference.to.map((type) => index.named(type, text)),
    isGlobal(text) ? () => known(true) : meant,
    index,
  );
  const name = reference.nameIn(text);
  const decided = exact.certain.length > 0 || exact.possible || name === undefined;
  return decided ? exact : firstTwo(calledSo(reference, name, text, index), meant, index);
}

/** Is a resource where the text says, or else where it is said? An ARN names the region, and hides the account. */
function meantBy(text: string, from: Resource, index: GraphIndex): (candidate: Resource) => Maybe<boolean> {
  const region = arn.parse(text)?.region;
  const here = index.locationOf(from);
  return (candidate) => {
    const there = index.locationOf(candidate);
    if (region !== undefined && region !== "") return known(!there.region.known || there.region.value === region);
    return map(apart(there, here), (elsewhere) => !elsewhere);
  };
}

/** An ARN or URL; any other text is a name within a region and account. */
const isGlobal = (text: string): boolean => arn.parse(text) !== undefined || queueUrl.parse(text) !== undefined;

function firstTwo(lists: readonly (readonly Resource[])[], isMeant: (candidate: Resource) => Maybe<boolean>, index: GraphIndex): Matches {
  const certain = new Set<Resource>();
  let possible = false;
  for (const list of lists)
    for (const resource of list) {
      const candidate = standIn(resource, index);
      const meant = isMeant(candidate);
      if (!meant.known) possible = true;
      else if (meant.value) certain.add(candidate);
      if (certain.size === 2) return { certain: [...certain], possible };
    }
  return { certain: [...certain], possible };
}

function calledSo(reference: Reference, name: string, text: string, index: GraphIndex): readonly (readonly Resource[])[] {
  const { to, within } = reference;
  if (within === undefined) return to.map((type) => index.named(type, name));
  const places = index.once(reference, () => byPlace(to, within, index));
  return [placeKey(name, within.inText(text)), placeKey(name, undefined)].map((key) => places.get(key) ?? []);
}

/** The candidates by name and by what they are in; those of which that is unknown may be in anything. */
function byPlace(
  to: readonly string[],
  within: NonNullable<Reference["within"]>,
  index: GraphIndex,
): ReadonlyMap<string, readonly Resource[]> {
  return groupBy(index.ofTypes(to), (candidate) => {
    const name = physicalName(candidate);
    const place = within.of(candidate, index);
    return name.known ? [placeKey(name.value, place.known ? place.value : undefined)] : [];
  });
}

const placeKey = (name: string, place: string | undefined): string => (place === undefined ? name : `${name}\n${place}`);

/** Is the text known to name somebody else than this candidate? */
function contradicted(reference: Reference, candidate: Resource, text: string, index: GraphIndex): boolean {
  const name = reference.nameIn(text);
  if (name === undefined || identifiersOf(candidate).includes(text)) return false;
  const own = physicalName(candidate);
  if (own.known && own.value !== name) return true;
  const place = reference.within?.of(candidate, index);
  return place?.known === true && place.value !== reference.within?.inText(text);
}

function actionName(text: string): string | undefined {
  const policy = scalingPolicyArn.parse(text);
  return policy === undefined ? topicArn.parse(text)?.name : policyNameIn(policy.name);
}

/** From its ARN, the end of its ARN, or a policy's label. */
function targetGroupName(text: string): string | undefined {
  const path = requestCountLabel.parse(text)?.targetGroup ?? arn.parse(text)?.resource ?? text;
  return targetGroupPath.parse(path)?.name;
}

/** A missing partner as a value. */
export const asUnknown = (missing: Missing): Maybe<never> =>
  unknown(missing.why === "no partner in this stack" ? "not in this source" : missing.why);
