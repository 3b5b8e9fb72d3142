import { shown } from "../problems";
import { at, entriesOf, isMapping, numberAt, textAt } from "../raw";
import type { Raw } from "../raw";
import { priorityOf } from "../routing";
import type { Said } from "../sentences";

export function zonesForLoadBalancer(raw: Raw): readonly Said[] {
  const served = entriesOf(raw.services).find(([, service]) => at(service, ["http"]) !== undefined);
  if (served === undefined || numberAt(raw, ["network", "zones"]) !== 1) return [];
  return [
    { segments: ["network", "zones"], says: `is 1; write at least 2, because "${served[0]}" has http and a load balancer needs two zones` },
  ];
}

export function pathsTwice(raw: Raw): readonly Said[] {
  const routes = entriesOf(raw.services)
    .filter(([, service]) => isMapping(at(service, ["http"])))
    .map(([service, value]) => ({ service, path: textAt(value, ["http", "path"]) ?? "/" }));
  return routes.flatMap(({ service, path }, i) => {
    const before = routes.slice(0, i).find((other) => priorityOf(other.path) === priorityOf(path));
    if (before === undefined) return [];
    const why =
      before.path === path ? `is the path of "${before.service}"` : `gets the same rule number as the path of "${before.service}"`;
    return [{ segments: ["services", service, "http", "path"], says: `is ${shown(path)}, which ${why}; write another path` }];
  });
}
