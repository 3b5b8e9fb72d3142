import { deadLetterOf } from "../names";
import { nearest } from "../nearest";
import { shown } from "../problems";
import type { Segments } from "../problems";
import { entriesOf, textAt, textsAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

export function queueReferences(raw: Raw, service: string, value: unknown): readonly Said[] {
  const consumed = textAt(value, ["consumes"]);
  const produced = textsAt(value, ["produces"]);
  return [
    ...(consumed === undefined ? [] : missingQueue(raw, consumed, ["services", service, "consumes"])),
    ...produced.flatMap((queue, i) => missingQueue(raw, queue, ["services", service, "produces", i])),
  ];
}

function missingQueue(raw: Raw, queue: string, segments: Segments): readonly Said[] {
  const queues = entriesOf(raw.queues).map(([name]) => name);
  if (queues.includes(queue)) return [];
  const meant = nearest(queue, queues);
  const known = queues.length === 0 ? "headroom:queues is empty" : `known queues: ${queues.join(", ")}`;
  const help = meant === undefined ? known : `did you mean "${meant}"?`;
  return [{ segments, says: `is ${shown(queue)}, which is not in headroom:queues; ${help}` }];
}

/** Two services that take messages from one queue cannot each scale on a backlog that the other works off. */
export function queuesThatNobodyShares(raw: Raw): readonly Said[] {
  const consumers = entriesOf(raw.services).map(([service, value]) => ({ service, queue: textAt(value, ["consumes"]) }));
  return consumers.flatMap(({ service, queue }, i) => {
    const before = queue === undefined ? undefined : consumers.slice(0, i).find((other) => other.queue === queue);
    if (before === undefined) return [];
    return [
      {
        segments: ["services", service, "consumes"],
        says: `is ${shown(queue)}, which "${before.service}" consumes already; write a queue of its own`,
      },
    ];
  });
}

export function namesOfDeadLetterQueues(raw: Raw): readonly Said[] {
  const queues = entriesOf(raw.queues).map(([queue]) => queue);
  return queues.flatMap((queue) => {
    const owner = queues.find((other) => deadLetterOf(other) === queue);
    if (owner === undefined) return [];
    return [{ segments: ["queues", queue], says: `is the name of the dead-letter queue of "${owner}"; write another name` }];
  });
}
