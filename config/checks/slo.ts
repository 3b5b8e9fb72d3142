import type { Segments } from "../problems";
import { at, isMapping } from "../raw";
import type { Said } from "../sentences";

const objectives: readonly string[] = ["p95", "errors", "availability"];

/** Objectives that name nothing. */
export function sloSaysSomething(owner: unknown, way: Segments): readonly Said[] {
  const slo = at(owner, ["slo"]);
  if (!isMapping(slo) || objectives.some((objective) => slo[objective] !== undefined)) return [];
  return [{ segments: [...way, "slo"], says: "says nothing; write one or more of p95, errors and availability" }];
}

/** Requests to a service are counted by the load balancer, so there is nothing to measure without it. */
export const sloNeedsHttp = (service: unknown, way: Segments): readonly Said[] =>
  at(service, ["slo"]) !== undefined && at(service, ["http"]) === undefined
    ? [{ segments: [...way, "slo"], says: "needs http of the same service, which is missing: requests are counted by the load balancer" }]
    : [];
