import { nearest } from "../nearest";
import { shown } from "../problems";
import type { Segments } from "../problems";
import { at, entriesOf, textAt } from "../raw";
import type { Said } from "../sentences";

/** A tier that none of the service's sizes has as its name. */
export function sizeTier(service: unknown, way: Segments): readonly Said[] {
  const tier = textAt(service, ["sizeTier"]);
  const known = entriesOf(at(service, ["sizes"])).map(([name]) => name);
  if (tier === undefined || known.includes(tier)) return [];
  const meant = nearest(tier, known);
  const help =
    meant === undefined ? (known.length === 0 ? "there are none" : `known sizes: ${known.join(", ")}`) : `did you mean "${meant}"?`;
  return [{ segments: [...way, "sizeTier"], says: `is ${shown(tier)}, which is not in sizes of the same service; ${help}` }];
}
