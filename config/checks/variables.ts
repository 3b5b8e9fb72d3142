import { queueVariable } from "../names";
import type { Segments } from "../problems";
import { at, entriesOf, textAt, textsAt } from "../raw";
import type { Said } from "../sentences";

/** ECS refuses a container that has a variable both as a value and as a secret. */
export function variablesTwice(value: unknown, way: Segments): readonly Said[] {
  const secrets = entriesOf(at(value, ["secrets"])).map(([name]) => name);
  const plain = entriesOf(at(value, ["environment"])).map(([name]) => name);
  const queues = [...textsAt(value, ["produces"]), textAt(value, ["consumes"])].filter((queue) => queue !== undefined).map(queueVariable);
  const said = (kind: string, name: string, says: string): Said => ({ segments: [...way, kind, name], says });
  return [
    ...secrets
      .filter((name) => plain.includes(name))
      .map((name) => said("secrets", name, "is in environment too; write it in one of them")),
    ...[...secrets.map((name) => ["secrets", name] as const), ...plain.map((name) => ["environment", name] as const)]
      .filter(([, name]) => queues.includes(name))
      .map(([kind, name]) => said(kind, name, "is set from the service's queue; choose another name")),
  ];
}
