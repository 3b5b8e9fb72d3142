import { nearest } from "../nearest";
import { shown } from "../problems";
import type { Segments } from "../problems";
import { at, entriesOf, isMapping, numberAt, textAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

/** Steps that nobody can follow: out of order, without an end between adding and taking away, or about what is not there. */
export function stepsOf(raw: Raw, service: unknown, way: Segments): readonly Said[] {
  const steps = at(service, ["scale", "steps"]);
  if (!isMapping(steps)) return [];
  const here = [...way, "scale", "steps"];
  return [
    ...climbing(steps, "from", here, (from, before) => `is ${from}; write more than ${before}, where the step before begins`),
    ...climbing(steps, "add", here, (add, before) => `is ${add}; write at least ${before}, as a higher step adds no fewer tasks`),
    ...hysteresis(steps, here),
    ...besideBacklog(service, here),
    ...source(raw, service, at(steps, ["on"]), here),
  ];
}

/** Bounds of steps have to rise, and what they add must not fall. */
function climbing(steps: Raw, key: "from" | "add", way: Segments, says: (value: number, before: number) => string): readonly Said[] {
  const list = at(steps, ["out"]);
  if (!Array.isArray(list)) return [];
  const values = list.map((step: unknown) => numberAt(step, [key]));
  return values.flatMap((value, i): readonly Said[] => {
    const before = values[i - 1];
    const falls = value !== undefined && before !== undefined && (key === "from" ? value <= before : value < before);
    return falls ? [{ segments: [...way, "out", i, key], says: says(value, before) }] : [];
  });
}

/** Between adding and taking away there must be values at which nothing happens. */
function hysteresis(steps: Raw, way: Segments): readonly Said[] {
  const [below, from] = [numberAt(steps, ["in", "below"]), numberAt(steps, ["out", 0, "from"])];
  if (below === undefined || from === undefined || below < from) return [];
  return [{ segments: [...way, "in", "below"], says: `is ${below}; write less than ${from}, from which on tasks are added` }];
}

const besideBacklog = (service: unknown, way: Segments): readonly Said[] =>
  at(service, ["scale", "on", "backlogPerTask"]) === undefined
    ? []
    : [{ segments: way, says: "follow a queue, as backlogPerTask does; write one of the two" }];

function source(raw: Raw, service: unknown, on: unknown, way: Segments): readonly Said[] {
  if (on === undefined)
    return at(service, ["consumes"]) === undefined
      ? [{ segments: [...way, "on"], says: "is missing; write what to look at, because the service consumes no queue" }]
      : [];
  if (!isMapping(on)) return [];
  const ofBroker = on.broker !== undefined || on.queue !== undefined || on.virtualHost !== undefined;
  const ofMetric = on.namespace !== undefined || on.metric !== undefined || on.dimensions !== undefined || on.statistic !== undefined;
  const segments = [...way, "on"];
  if (ofBroker === ofMetric)
    return [{ segments, says: `is ${ofBroker ? "a queue and a metric" : "empty"}; write broker, or namespace and metric` }];
  return ofBroker ? brokerOf(raw, on, segments) : missing(on, ["namespace", "metric"], segments);
}

const missing = (on: Raw, keys: readonly string[], way: Segments): readonly Said[] =>
  keys.flatMap((key) => (on[key] === undefined ? [{ segments: [...way, key], says: "is missing; write namespace and metric" }] : []));

function brokerOf(raw: Raw, on: Raw, way: Segments): readonly Said[] {
  if (on.broker === undefined) return [{ segments: [...way, "broker"], says: "is missing; write the broker that has the queue" }];
  const broker = textAt(on, ["broker"]);
  if (broker === undefined) return [];
  const brokers = entriesOf(raw.brokers).flatMap(([name, value]) => (textAt(value, ["engine"]) === "rabbitmq" ? [name] : []));
  if (!brokers.includes(broker)) {
    const meant = nearest(broker, brokers);
    const known = brokers.length === 0 ? "there is none in headroom:brokers" : `known: ${brokers.join(", ")}`;
    const help = meant === undefined ? known : `did you mean "${meant}"?`;
    return [{ segments: [...way, "broker"], says: `is ${shown(broker)}, which is no RabbitMQ broker; ${help}` }];
  }
  if (on.queue === undefined)
    return on.virtualHost === undefined ? [] : [{ segments: [...way, "virtualHost"], says: "is of no use without queue; remove it" }];
  return publishesQueues(textAt(raw, ["brokers", broker, "version"])) ? [] : [{ segments: [...way, "queue"], says: NO_QUEUES }];
}

/** Source: Amazon MQ developer guide, "Available CloudWatch metrics for Amazon MQ for RabbitMQ brokers", read 2026-11-25. */
const publishesQueues = (version: string | undefined): boolean => version === undefined || version.startsWith("3.");

const NO_QUEUES = "cannot be looked at by itself, because CloudWatch has no metrics of single queues from RabbitMQ 4 on; remove it";
