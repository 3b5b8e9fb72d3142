import { limits } from "./limits";
import { nearest } from "./nearest";
import { deadLetterOf, names, queueVariable } from "./names";
import type { Where } from "./names";
import type { Segments } from "./problems";
import { at, entriesOf, isMapping, numberAt, textAt, textsAt } from "./raw";
import type { Raw } from "./raw";
import { priorityOf } from "./routing";
import type { Said } from "./sentences";

/**
 * What one value says about another. Each check reads the values as they were written and says nothing where one of them is missing
 * or wrong in itself, so that all problems of a file appear at once.
 */
export const crossChecks = (raw: Raw, where: Where): readonly Said[] => [
  ...reservedKeys(raw, []),
  ...burstBelowMonthly(raw),
  ...addressesTwice(raw),
  ...zonesForLoadBalancer(raw),
  ...entriesOf(raw.services).flatMap(([service, value]) => [
    ...bounds(value, ["services", service, "scale"]),
    ...metrics(value, ["services", service, "scale", "on"]),
    ...queueReferences(raw, service, value),
    ...variablesTwice(service, value),
  ]),
  ...pathsTwice(raw),
  ...queuesThatNobodyShares(raw),
  ...namesOfDeadLetterQueues(raw),
  ...composedNames(raw, where),
];

/** JavaScript gives this key a meaning of its own, so a mapping by names would lose it without a word. */
const reservedKeys = (value: unknown, way: Segments): readonly Said[] =>
  entriesOf(value).flatMap(([key, inner]) =>
    key === "__proto__" ? [{ segments: [...way, key], says: "is not a name that can be used" }] : reservedKeys(inner, [...way, key]),
  );

function burstBelowMonthly(raw: Raw): readonly Said[] {
  const monthly = numberAt(raw, ["budget", "monthly"]);
  const burst = numberAt(raw, ["budget", "burst"]);
  if (monthly === undefined || burst === undefined || burst >= monthly) return [];
  return [{ segments: ["budget", "burst"], says: `is ${burst}; write at least ${monthly}, the monthly budget` }];
}

function addressesTwice(raw: Raw): readonly Said[] {
  const addresses = textsAt(raw, ["budget", "notify"]);
  const twice = addresses.find((address, i) => addresses.indexOf(address) !== i);
  return twice === undefined ? [] : [{ segments: ["budget", "notify"], says: `names ${twice} twice; write each address once` }];
}

function zonesForLoadBalancer(raw: Raw): readonly Said[] {
  const served = entriesOf(raw.services).find(([, service]) => at(service, ["http"]) !== undefined);
  if (served === undefined || numberAt(raw, ["network", "zones"]) !== 1) return [];
  return [
    { segments: ["network", "zones"], says: `is 1; write at least 2, because "${served[0]}" has http and a load balancer needs two zones` },
  ];
}

function bounds(service: unknown, way: Segments): readonly Said[] {
  const min = numberAt(service, ["scale", "min"]);
  const max = numberAt(service, ["scale", "max"]);
  return [
    ...(min !== undefined && max !== undefined && max < min
      ? [{ segments: [...way, "max"], says: `is ${max}; write at least ${min}, which is min` }]
      : []),
    ...(min === 0 ? startsFromNothing(service, way) : []),
  ];
}

/** CPU, memory and requests give no data while no task runs, so nothing would ever start the first one again. */
function startsFromNothing(service: unknown, way: Segments): readonly Said[] {
  const on = at(service, ["scale", "on"]);
  const onlyBacklog = isMapping(on) && Object.keys(on).every((metric) => metric === "backlogPerTask");
  if (onlyBacklog && at(service, ["http"]) === undefined) return [];
  return [
    {
      segments: [...way, "min"],
      says: "is 0; write at least 1, because only a service that scales on backlogPerTask alone can start from none",
    },
  ];
}

function metrics(service: unknown, way: Segments): readonly Said[] {
  const on = at(service, ["scale", "on"]);
  if (!isMapping(on)) return [];
  const needs = (metric: string, key: string): readonly Said[] =>
    on[metric] !== undefined && at(service, [key]) === undefined
      ? [{ segments: [...way, metric], says: `needs ${key} of the same service, which is missing` }]
      : [];
  const none = Object.keys(on).length === 0;
  return [
    ...(none ? [{ segments: way, says: "is empty; write one or more of cpu, memory, requestsPerTask and backlogPerTask" }] : []),
    ...needs("requestsPerTask", "http"),
    ...needs("backlogPerTask", "consumes"),
  ];
}

function queueReferences(raw: Raw, service: string, value: unknown): readonly Said[] {
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
  const help =
    meant === undefined
      ? queues.length === 0
        ? "headroom:queues is empty"
        : `known queues: ${queues.join(", ")}`
      : `did you mean "${meant}"?`;
  return [{ segments, says: `is "${queue}", which is not in headroom:queues; ${help}` }];
}

/** ECS refuses a container that has a variable both as a value and as a secret. */
function variablesTwice(service: string, value: unknown): readonly Said[] {
  const secrets = entriesOf(at(value, ["secrets"])).map(([name]) => name);
  const plain = entriesOf(at(value, ["environment"])).map(([name]) => name);
  const queues = [...textsAt(value, ["produces"]), textAt(value, ["consumes"])].filter((queue) => queue !== undefined).map(queueVariable);
  const said = (kind: string, name: string, says: string): Said => ({ segments: ["services", service, kind, name], says });
  return [
    ...secrets
      .filter((name) => plain.includes(name))
      .map((name) => said("secrets", name, "is in environment too; write it in one of them")),
    ...[...secrets.map((name) => ["secrets", name] as const), ...plain.map((name) => ["environment", name] as const)]
      .filter(([, name]) => queues.includes(name))
      .map(([kind, name]) => said(kind, name, "is set from the service's queue; choose another name")),
  ];
}

function pathsTwice(raw: Raw): readonly Said[] {
  const routes = entriesOf(raw.services)
    .filter(([, service]) => isMapping(at(service, ["http"])))
    .map(([service, value]) => ({ service, path: textAt(value, ["http", "path"]) ?? "/" }));
  return routes.flatMap(({ service, path }, i) => {
    const before = routes.slice(0, i).find((other) => priorityOf(other.path) === priorityOf(path));
    if (before === undefined) return [];
    const why =
      before.path === path ? `is the path of "${before.service}"` : `gets the same rule number as the path of "${before.service}"`;
    return [{ segments: ["services", service, "http", "path"], says: `is "${path}", which ${why}; write another path` }];
  });
}

/** Two services that take messages from one queue cannot each scale on a backlog that the other works off. */
function queuesThatNobodyShares(raw: Raw): readonly Said[] {
  const consumers = entriesOf(raw.services).map(([service, value]) => ({ service, queue: textAt(value, ["consumes"]) }));
  return consumers.flatMap(({ service, queue }, i) => {
    const before = queue === undefined ? undefined : consumers.slice(0, i).find((other) => other.queue === queue);
    if (before === undefined) return [];
    return [
      {
        segments: ["services", service, "consumes"],
        says: `is "${queue}", which "${before.service}" consumes already; write a queue of its own`,
      },
    ];
  });
}

function namesOfDeadLetterQueues(raw: Raw): readonly Said[] {
  const queues = entriesOf(raw.queues).map(([queue]) => queue);
  return queues.flatMap((queue) => {
    const owner = queues.find((other) => deadLetterOf(other) === queue);
    if (owner === undefined) return [];
    return [{ segments: ["queues", queue], says: `is the name of the dead-letter queue of "${owner}"; write another name` }];
  });
}

function composedNames(raw: Raw, where: Where): readonly Said[] {
  const tooLong = (segments: Segments, what: string, name: string, most: number): readonly Said[] =>
    name.length <= most
      ? []
      : [
          {
            segments,
            says: `makes the ${what} "${name}" of ${name.length} characters, and AWS allows ${most}; shorten it, the project or the stack`,
          },
        ];
  return [
    ...tooLong(["budget"], "budget name", names.budget(where), limits.budgetName),
    ...entriesOf(raw.queues).flatMap(([queue]) =>
      tooLong(["queues", queue], "queue name", names.deadLetterQueue(where, queue), limits.queueName),
    ),
  ];
}
