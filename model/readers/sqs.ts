import { known, unknown, type Maybe } from "../../graph/maybe";
import type { Resource, Urn } from "../../graph/resource-graph";
import type { ValueMap } from "../../graph/value";
import { decodeMap } from "../../graph/wire";
import { physicalName, type GraphIndex } from "../index-of-graph";
import { join, references } from "../joins";
import {
  booleanAt,
  chainFound,
  inputsOf,
  mapFound,
  numberAt,
  stringAt,
  valueAt,
  withDefault,
  type Found,
  type Properties,
} from "../properties";
import { types } from "../resource-types";
import type { Queue, Unresolved } from "../scaling-model";
import { seconds } from "../units";
import { unresolved, urnOf, type Reader } from "./reader";

/** Queues, with their redrive policy from their own input or from a resource of its own. Defaults: SQS API reference, `CreateQueue`. */
export const sqs: Reader = (_graph, index) => {
  const queues = index.ofTypes(types.queue);
  const lost: Unresolved[] = [];
  const redrives = new Map<Urn, Redrive>();
  for (const queue of queues)
    if (stringAt(inputsOf(queue), "redrivePolicy") !== undefined) redrives.set(queue.urn, redriveOf(queue, index, lost));
  for (const policy of index.ofTypes(types.redrivePolicy)) {
    const text = stringAt(inputsOf(policy), "queueUrl");
    const queue = join(references.redrivenQueue, policy, text, index);
    lost.push(...unresolved(policy, references.redrivenQueue.property, queue, text, index));
    const redrive = redriveOf(policy, index, lost);
    redrives.set(queue.found?.urn ?? policy.urn, redrive);
  }
  const deadLetters = deadLetterAnswers([...redrives.values()]);
  return { queues: queues.map((queue) => readQueue(queue, redrives.get(queue.urn), deadLetters(queue.urn), index)), unresolved: lost };
};

interface Redrive {
  readonly deadLetter: Maybe<Urn>;
  readonly maxReceives: Maybe<number>;
}

function redriveOf(resource: Resource, index: GraphIndex, lost: Unresolved[]): Redrive {
  const policy = chainFound(stringAt(inputsOf(resource), "redrivePolicy") ?? unknown("malformed"), parsed);
  const text = stringAt(policy, "deadLetterTargetArn");
  const queue = join(references.deadLetterQueue, resource, text, index);
  lost.push(...unresolved(resource, references.deadLetterQueue.property, queue, text, index));
  return { deadLetter: urnOf(queue), maxReceives: numberAt(policy, "maxReceiveCount") ?? unknown("malformed") };
}

/** A JSON object in a string, unknowns and secrets within it kept as such. */
function parsed(text: string): Properties {
  try {
    const json: unknown = JSON.parse(text);
    return json !== null && typeof json === "object" && !Array.isArray(json) ? known<ValueMap>(decodeMap(json)) : unknown("malformed");
  } catch {
    return unknown("malformed");
  }
}

/** Some queue's dead-letter queue; unknown where a redrive policy may mean any. */
function deadLetterAnswers(redrives: readonly Redrive[]): (queue: Urn) => Maybe<boolean> {
  const named = new Set(redrives.flatMap(({ deadLetter }) => (deadLetter.known ? [deadLetter.value] : [])));
  const open = redrives.map(({ deadLetter }) => deadLetter).find((queue) => !queue.known && queue.why !== "not in this source");
  return (queue) => (named.has(queue) ? known(true) : open !== undefined && !open.known ? open : known(false));
}

function readQueue(queue: Resource, redrive: Redrive | undefined, isDeadLetter: Maybe<boolean>, index: GraphIndex): Queue {
  const inputs = inputsOf(queue);
  const name = physicalName(queue);
  return {
    id: queue.urn,
    name: name.known ? name.value : queue.name,
    at: index.ref(queue),
    fifo: booleanAt(inputs, "fifoQueue") ?? known(false),
    visibilityTimeout: withDefault(mapFound(numberAt(inputs, "visibilityTimeoutSeconds"), seconds), seconds(30)),
    deadLetter: redrive?.deadLetter,
    maxReceives: redrive?.maxReceives,
    isDeadLetter,
    fifoAttributes: fifoOnly.filter((property) => isSet(valueAt(inputs, property))),
  };
}

/** Inputs that only a FIFO queue takes. */
const fifoOnly = ["contentBasedDeduplication", "deduplicationScope", "fifoThroughputLimit"] as const;
const isSet = (found: Found<unknown>): boolean => found !== undefined && !(found.known && found.value === false);
