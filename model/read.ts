import type { ResourceGraph, Urn } from "../graph/resource-graph";
import { indexOf } from "./index-of-graph";
import { applicationAutoscaling } from "./readers/application-autoscaling";
import { budgets } from "./readers/budgets";
import { cloudwatch } from "./readers/cloudwatch";
import { clusters } from "./readers/clusters";
import type { Part, Reader } from "./readers/reader";
import { sqs } from "./readers/sqs";
import { standing } from "./readers/standing";
import { unread } from "./readers/unread";
import type { Alarm, ResourceRef, Scalable, ScalingModel, Unresolved } from "./scaling-model";
import { readStack } from "./stack";

/** One a subject; a new kind of resource is a new reader. */
const readers: readonly Reader[] = [applicationAutoscaling, cloudwatch, sqs, budgets, clusters, standing, unread];

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

/** Tells each step policy which alarms call it. */
function withCallers(scalables: readonly Scalable[], alarms: readonly Alarm[]): Scalable[] {
  const callers = new Map<Urn, Set<Urn>>();
  for (const alarm of alarms)
    for (const { calls } of alarm.actions) if (calls.known) callers.set(calls.value, (callers.get(calls.value) ?? new Set()).add(alarm.id));
  return scalables.map((scalable) => ({
    ...scalable,
    policies: scalable.policies.map((policy) =>
      policy.kind === "step" ? { ...policy, calledBy: [...(callers.get(policy.at.urn) ?? [])] } : policy,
    ),
  }));
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
