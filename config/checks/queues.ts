import { deadLetterOf } from "../names";
import { nearest } from "../nearest";
import { shown } from "../problems";
import type { Segments } from "../problems";
import { alarmAge } from "../queue-times";
import { entriesOf, textAt, textsAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";
import { parseDuration } from "../units";

export function queueReferences(raw: Raw, value: unknown, way: Segments): readonly Said[] {
  const consumed = textAt(value, ["consumes"]);
  const produced = textsAt(value, ["produces"]);
  return [
    ...(consumed === undefined ? [] : missingQueue(raw, consumed, [...way, "consumes"])),
    ...produced.flatMap((queue, i) => missingQueue(raw, queue, [...way, "produces", i])),
  ];
}

/** A reference to a queue that is not there. */
export function missingQueue(raw: Raw, queue: string, segments: Segments): readonly Said[] {
  const queues = entriesOf(raw.queues).map(([name]) => name);
  if (queues.includes(queue)) return [];
  const meant = nearest(queue, queues);
  const known = queues.length === 0 ? "headroom:queues is empty" : `known queues: ${queues.join(", ")}`;
  const help = meant === undefined ? known : `did you mean "${meant}"?`;
  return [{ segments, says: `is ${shown(queue)}, which is not in headroom:queues; ${help}` }];
}

/** Two consumers of one queue cannot each scale on a backlog that the other works off. */
export function queuesThatNobodyShares(raw: Raw): readonly Said[] {
  const consumers = [
    ...entriesOf(raw.services).map(([name, value]) => ({ name, queue: textAt(value, ["consumes"]), way: ["services", name, "consumes"] })),
    ...entriesOf(raw.functions).map(([name, value]) => ({
      name,
      queue: textAt(value, ["consumes", "queue"]),
      way: ["functions", name, "consumes", "queue"],
    })),
  ];
  return consumers.flatMap(({ queue, way }, i) => {
    const before = queue === undefined ? undefined : consumers.slice(0, i).find((other) => other.queue === queue);
    if (before === undefined) return [];
    return [{ segments: way, says: `is ${shown(queue)}, which "${before.name}" consumes already; write a queue of its own` }];
  });
}

/** SQS deletes a message at the end of its retention, so an older one can raise no alarm. */
export const alarmsAfterRetention = (raw: Raw): readonly Said[] =>
  entriesOf(raw.queues).flatMap(([queue, value]): readonly Said[] => {
    const retention = secondsAt(value, "retention") ?? FOUR_DAYS;
    const oldest = secondsAt(value, "oldest");
    if (oldest !== undefined && oldest >= retention)
      return [
        {
          segments: ["queues", queue, "oldest"],
          says: `is ${shown(textAt(value, ["oldest"]))}, and no message waits so long; write less than ${seconds(retention)}, the retention`,
        },
      ];
    const longestRun = secondsAt(value, "longestRun");
    const usual = longestRun === undefined ? 0 : alarmAge(longestRun);
    if (oldest !== undefined || usual < retention) return [];
    return [
      {
        segments: ["queues", queue, "retention"],
        says: `is ${shown(textAt(value, ["retention"]))}; write more than ${seconds(usual)}, the age that raises an alarm, or a smaller oldest`,
      },
    ];
  });

const FOUR_DAYS = 345_600;

const seconds = (value: number): string => `${value} seconds`;

const secondsAt = (value: unknown, key: string): number | undefined => {
  const text = textAt(value, [key]);
  return text === undefined ? undefined : parseDuration(text);
};

export function namesOfDeadLetterQueues(raw: Raw): readonly Said[] {
  const queues = entriesOf(raw.queues).map(([queue]) => queue);
  return queues.flatMap((queue) => {
    const owner = queues.find((other) => deadLetterOf(other) === queue);
    if (owner === undefined) return [];
    return [{ segments: ["queues", queue], says: `is the name of the dead-letter queue of "${owner}"; write another name` }];
  });
}
