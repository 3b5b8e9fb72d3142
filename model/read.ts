import type { ResourceGraph, Urn } from "../graph/resource-graph";
import { indexOf } from "./index-of-graph";
import { applicationAutoscaling } from "./readers/application-autoscaling";
import { budgets } from "./readers/budgets";
import { cloudwatch } from "./readers/cloudwatch";
import { clusters } from "./readers/clusters";
import { elasticache } from "./readers/elasticache";
import { lambda } from "./readers/lambda";
import { rds } from "./readers/rds";
import type { Part, Reader } from "./readers/reader";
import { sqs } from "./readers/sqs";
import { standing } from "./readers/standing";
import { unread } from "./readers/unread";
import type { Alarm, Owner, ResourceRef, Scalable, ScalingModel, ScalingPolicy, Unresolved } from "./scaling-model";
import { readStack } from "./stack";
import { measuredQueue } from "./metrics";

/** One a subject; a new kind of resource is a new reader. */
const readers: readonly Reader[] = [applicationAutoscaling, rds, lambda, elasticache, cloudwatch, sqs, budgets, clusters, standing, unread];

/**
 * Reads a graph as a model of what scales. Pure, and linear in the graph but for sorting what was found. It never
 * throws: what is unknown, secret or malformed in the graph is so in the model. Every list is in the order of URNs, so
 * that the order in which a program made its resources changes nothing.
 */
export function readModel(graph: ResourceGraph): ScalingModel {
  const index = indexOf(graph);
  const parts = readers.map((read) => read(graph, index));
  const list = <Key extends keyof Part>(key: Key): NonNullable<Part[Key]>[number][] =>
    parts.flatMap((part) => (part[key] ?? []) as NonNullable<Part[Key]>[number][]);
  const alarms = list("alarms").sort(by((alarm) => alarm.id));
  return {
    stack: readStack(graph, index),
    scalables: withCallers(list("scalables"), alarms).sort(by((scalable) => scalable.id)),
    queues: list("queues").sort(by((queue) => queue.id)),
    functions: list("functions").sort(by((fn) => fn.id)),
    eventSources: list("eventSources").sort(by((source) => source.id)),
    databases: list("databases").sort(by((database) => database.id)),
    caches: list("caches").sort(by((cache) => cache.id)),
    clusters: list("clusters").sort(by((cluster) => cluster.id)),
    alarms,
    budgets: list("budgets").sort(by((budget) => budget.id)),
    guards: list("guards").sort(by(place)),
    standing: list("standing").sort(by(place)),
    unread: list("unread").sort(by((resource) => resource.urn)),
    unresolved: distinct(list("unresolved")).sort(
      by((reference) => `${reference.at.urn}\n${reference.property}\n${reference.looked}\n${reference.why}`),
    ),
  };
}

/** Tells each step policy which alarms call it, and each service which queues those look at. */
function withCallers(scalables: readonly Scalable[], alarms: readonly Alarm[]): Scalable[] {
  const callers = new Map<Urn, Map<Urn, Alarm>>();
  for (const alarm of alarms)
    for (const { calls } of alarm.actions)
      if (calls.known) callers.set(calls.value, (callers.get(calls.value) ?? new Map<Urn, Alarm>()).set(alarm.id, alarm));
  return scalables.map((scalable) => {
    const calling = (policy: ScalingPolicy): readonly Alarm[] => [...(callers.get(policy.at.urn)?.values() ?? [])];
    return {
      ...scalable,
      owner: withQueues(scalable.owner, scalable.policies.flatMap(calling)),
      policies: scalable.policies.map((policy) =>
        policy.kind === "step" ? { ...policy, calledBy: calling(policy).map((alarm) => alarm.id) } : policy,
      ),
    };
  });
}

function withQueues(owner: Owner, alarms: readonly Alarm[]): Owner {
  if (owner.kind !== "ecs service") return owner;
  return { ...owner, consumes: [...new Set([...owner.consumes, ...alarms.flatMap(({ metric }) => measuredQueue(metric))])].sort() };
}

const place = (entity: { readonly at: ResourceRef; readonly kind: string }): string => `${entity.at.urn}\n${entity.kind}`;

function distinct(references: readonly Unresolved[]): Unresolved[] {
  return [...new Map(references.map((r) => [`${r.at.urn}\n${r.property}\n${r.looked}\n${r.why}`, r])).values()];
}

const by =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
