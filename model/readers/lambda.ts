import { known, map, unknown, type Maybe } from "../../graph/maybe";
import type { Resource, Urn } from "../../graph/resource-graph";
import { functionNamed } from "../functions";
import { queueArn } from "../id-formats";
import { physicalName, type GraphIndex } from "../index-of-graph";
import { dependenciesOf, join, references, type Joined } from "../joins";
import { booleanAt, inputsOf, mapFound, numberAt, setting, stringAt, withDefault } from "../properties";
import { functionOf } from "../provisioned";
import { types } from "../resource-types";
import type { EventSource, Fn, Unresolved } from "../scaling-model";
import { mib, seconds } from "../units";
import { unresolved, urnOf, type Reader } from "./reader";

/** Functions, and what polls queues for them. Defaults: Lambda API reference, `CreateFunction`, `CreateEventSourceMapping`; read 2026-11-25. */
export const lambda: Reader = (_graph, index) => {
  const sources = index.ofTypes(types.eventSource).map((source) => readEventSource(source, index));
  return {
    functions: index.ofTypes(types.fn).map((fn) => readFunction(fn, index)),
    eventSources: sources.map((each) => each.source),
    unresolved: [
      ...sources.flatMap((each) => each.unresolved),
      ...index.ofTypes(types.provisionedConcurrency).flatMap((config) => lostFunction(config, functionOf(config, index), index)),
    ],
  };
};

function readFunction(fn: Resource, index: GraphIndex): Fn {
  const inputs = inputsOf(fn);
  const name = physicalName(fn);
  return {
    id: fn.urn,
    name: name.known ? name.value : fn.name,
    at: index.ref(fn),
    reserved: reservedOf(fn),
    timeout: withDefault(mapFound(numberAt(inputs, "timeout"), seconds), seconds(3)),
    memory: withDefault(mapFound(numberAt(inputs, "memorySize"), mib), mib(128)),
  };
}

/** None is reserved unless a number says so; the provider writes -1 for none. */
function reservedOf(fn: Resource): Fn["reserved"] {
  const count = numberAt(inputsOf(fn), "reservedConcurrentExecutions");
  const none = count === undefined || (count.known && count.value < 0);
  return none ? { value: unknown("not in this source"), given: false } : { value: count, given: true };
}

function readEventSource(
  source: Resource,
  index: GraphIndex,
): { readonly source: EventSource; readonly unresolved: readonly Unresolved[] } {
  const inputs = inputsOf(source);
  const fn = functionNamed(references.namedFunction, source, stringAt(inputs, "functionName"), index);
  const queue = queueOf(source, index);
  return {
    source: {
      id: source.urn,
      at: index.ref(source),
      fn: urnOf(fn),
      queue: queue && urnOf(queue),
      batchSize: setting(numberAt(inputs, "batchSize"), usualBatch(queue && urnOf(queue))),
      window: withDefault(mapFound(numberAt(inputs, "maximumBatchingWindowInSeconds"), seconds), seconds(0)),
      maximumConcurrency: numberAt(inputs, ["scalingConfig", "maximumConcurrency"]),
      enabled: withDefault(booleanAt(inputs, "enabled"), true),
    },
    unresolved: [
      ...lostFunction(source, fn, index),
      ...(queue === undefined ? [] : unresolved(source, references.polledQueue.property, queue, stringAt(inputs, "eventSourceArn"), index)),
    ],
  };
}

/** The queue that is polled; undefined where something else is, as far as the program tells. */
function queueOf(source: Resource, index: GraphIndex): Joined | undefined {
  const { property } = references.polledQueue;
  const text = stringAt(inputsOf(source), property);
  const queue = join(references.polledQueue, source, text, index);
  if (queue.found !== undefined) return queue;
  const elsewhere = text === undefined || (text.known && queueArn.parse(text.value) === undefined);
  return elsewhere || dependenciesOf(source, property, index).length > 0 ? undefined : queue;
}

/** Ten messages from a queue. */
const usualBatch = (queue: Maybe<Urn> | undefined): Maybe<number> =>
  queue === undefined ? unknown("not in this source") : map(queue, () => 10);

const lostFunction = (from: Resource, fn: Joined, index: GraphIndex): readonly Unresolved[] =>
  unresolved(from, references.namedFunction.property, fn, stringAt(inputsOf(from), "functionName") ?? known(""), index);
