import { entriesOf, textAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

/** Services of one cluster share their names: those of headroom:services and headroom:gateways, and brokers that run as one. */
export function tasksTwice(raw: Raw): readonly Said[] {
  const run = ["services", "gateways", "brokers"].flatMap((section) =>
    entriesOf(raw[section]).flatMap(([name, value]) =>
      section === "brokers" && textAt(value, ["engine"]) !== "nats" ? [] : [{ section, name }],
    ),
  );
  return run.flatMap(({ section, name }, i): readonly Said[] => {
    const before = run.slice(0, i).find((other) => other.name === name);
    if (before === undefined) return [];
    return [{ segments: [section, name], says: `is a name in headroom:${before.section} too, and runs beside them; write another one` }];
  });
}
