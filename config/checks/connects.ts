import { nearest } from "../nearest";
import { shown } from "../problems";
import type { Segments } from "../problems";
import { at, entriesOf } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

/** The sections whose entries a service or a function may connect to. Their names share one space, as the variables made from them do. */
const reachable: readonly string[] = ["databases", "caches", "brokers"];

/** References to what is not there, and databases without the size of a pool. */
export function connections(raw: Raw, owner: unknown, way: Segments): readonly Said[] {
  const known = reachable.flatMap((section) => entriesOf(raw[section]).map(([name]) => name));
  return entriesOf(at(owner, ["connects"])).flatMap(([name, connection]): readonly Said[] => {
    const segments = [...way, "connects", name];
    if (!known.includes(name)) return [{ segments, says: `is ${shown(name)}, which is nothing to connect to; ${help(name, known)}` }];
    const isDatabase = at(raw, ["databases", name]) !== undefined;
    const pool = at(connection, ["pool"]);
    if (isDatabase && pool === undefined)
      return [{ segments: [...segments, "pool"], says: "is missing; write the connections that one task keeps open" }];
    if (!isDatabase && pool !== undefined) return [{ segments: [...segments, "pool"], says: "is for databases; remove it" }];
    return [];
  });
}

/** Two things of different sections that want the same variables. */
export const endpointsTwice = (raw: Raw): readonly Said[] =>
  reachable.flatMap((section, i) =>
    entriesOf(raw[section]).flatMap(([name]): readonly Said[] => {
      const before = reachable.slice(0, i).find((other) => at(raw, [other, name]) !== undefined);
      return before === undefined ? [] : [{ segments: [section, name], says: `is a name in headroom:${before} too; write another one` }];
    }),
  );

function help(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (meant !== undefined) return `did you mean "${meant}"?`;
  return known.length === 0 ? "there is no database, cache or broker" : `known: ${known.join(", ")}`;
}
