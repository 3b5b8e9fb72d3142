import { limits } from "../limits";
import { names } from "../names";
import type { Where } from "../names";
import type { Segments } from "../problems";
import { at, entriesOf } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";
import { identifiersOf } from "./databases";

/** JavaScript gives this key a meaning of its own, so a mapping by names would lose it without a word. */
export const reservedKeys = (value: unknown, way: Segments): readonly Said[] =>
  entriesOf(value).flatMap(([key, inner]) =>
    key === "__proto__" ? [{ segments: [...way, key], says: "is not a name that can be used" }] : reservedKeys(inner, [...way, key]),
  );

export function composedNames(raw: Raw, where: Where): readonly Said[] {
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
    ...identifiersOf(raw, where).flatMap(({ segments, identifier }) =>
      /^[a-z]/.test(identifier)
        ? tooLong(segments, "database identifier", identifier, limits.databaseIdentifier)
        : [{ segments, says: `makes the database identifier "${identifier}", and AWS wants a letter first; rename the project` }],
    ),
    ...tooLong(["budget"], "budget name", names.budget(where), limits.budgetName),
    ...entriesOf(raw.caches).flatMap(([cache]) => tooLong(["caches", cache], "cache id", names.cache(where, cache), limits.cacheName)),
    ...entriesOf(raw.brokers).flatMap(([broker, value]) =>
      at(value, ["engine"]) === "rabbitmq"
        ? tooLong(["brokers", broker], "broker name", names.broker(where, broker), limits.brokerName)
        : [],
    ),
    ...entriesOf(raw.functions).flatMap(([fn]) => [
      ...tooLong(["functions", fn], "function name", names.fn(where, fn), limits.functionName),
      ...tooLong(["functions", fn], "queue name", names.failedEvents(where, fn), limits.queueName),
    ]),
    ...entriesOf(raw.queues).flatMap(([queue, value]) =>
      tooLong(
        ["queues", queue],
        "queue name",
        names.deadLetterQueue(where, queue, at(value, ["fifo"]) === undefined ? "standard" : "fifo"),
        limits.queueName,
      ),
    ),
  ];
}
