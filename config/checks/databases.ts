import { databaseEngines, isEngineName, majorOf } from "../database-engines";
import { names } from "../names";
import type { Where } from "../names";
import { shown } from "../problems";
import type { Segments } from "../problems";
import { at, entriesOf, numberAt, textAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";
import { autoPause, capacity, readers } from "./aurora";
import { schedules } from "./schedule";
import { storageOfInstance } from "./storage";

/** What RDS would refuse of the databases. */
export const databases = (raw: Raw, where: Where): readonly Said[] => [
  ...entriesOf(raw.databases).flatMap(([name, database]): readonly Said[] => {
    const way = ["databases", name];
    return [
      ...version(database, way),
      ...storageOfInstance(database, way),
      ...rotation(database, way),
      ...capacity(database, way),
      ...readers(database, way),
      ...schedules(at(database, ["readers"]), [...way, "readers"]),
      ...autoPause(raw, name, database),
    ];
  }),
  ...zonesForDatabases(raw),
  ...identifiersTwice(raw, where),
];

function version(database: unknown, way: Segments): readonly Said[] {
  const [engine, written] = [textAt(database, ["engine"]), textAt(database, ["version"])];
  if (!isEngineName(engine) || written === undefined || majorOf(engine, written) !== undefined) return [];
  const { majors, versions } = databaseEngines[engine];
  return [
    {
      segments: [...way, "version"],
      says: `is ${shown(written)}; write a version of ${engine} in quotes, ${versions}; its major versions are ${majors.join(", ")}`,
    },
  ];
}

/** RDS does not manage the password of an instance that has replicas, and so does not change it either. */
const rotation = (database: unknown, way: Segments): readonly Said[] =>
  at(database, ["rotation"]) !== undefined && at(database, ["replicas", 0]) !== undefined
    ? [{ segments: [...way, "rotation"], says: "cannot be had together with replicas; remove one of the two" }]
    : [];

/** The subnets of a database are in two zones at least, even where the database itself is in one. */
function zonesForDatabases(raw: Raw): readonly Said[] {
  const zones = numberAt(raw, ["network", "zones"]);
  const [first] = entriesOf(raw.databases);
  if (zones === undefined || zones >= 2 || first === undefined) return [];
  return [
    {
      segments: ["network", "zones"],
      says: `is ${zones}; write at least 2, because the database "${first[0]}" needs subnets in two zones`,
    },
  ];
}

/** Every identifier that a database takes, and where its last part is written. */
export const identifiersOf = (raw: Raw, where: Where): readonly { readonly segments: Segments; readonly identifier: string }[] =>
  entriesOf(raw.databases).flatMap(([name, database]) => {
    const segments = ["databases", name];
    const replicas = at(database, ["replicas"]);
    const named = Array.isArray(replicas) ? replicas.map((replica: unknown) => textAt(replica, ["name"])) : [];
    const serverless = at(database, ["capacity"]) !== undefined;
    const longest = numberAt(database, ["readers", "min"]);
    return [
      { segments, identifier: names.database(where, name) },
      ...(serverless ? [{ segments, identifier: names.databaseMember(where, name, "writer") }] : []),
      ...(longest === undefined ? [] : [{ segments, identifier: names.databaseMember(where, name, `reader-${longest}`) }]),
      ...named.flatMap((replica, i) =>
        replica === undefined
          ? []
          : [{ segments: [...segments, "replicas", i, "name"], identifier: names.databaseMember(where, name, replica) }],
      ),
    ];
  });

function identifiersTwice(raw: Raw, where: Where): readonly Said[] {
  const all = identifiersOf(raw, where);
  return all.flatMap(({ segments, identifier }, i): readonly Said[] =>
    all.findIndex((other) => other.identifier === identifier) === i
      ? []
      : [{ segments, says: `makes the identifier "${identifier}", which another database or replica has already; write another name` }],
  );
}
