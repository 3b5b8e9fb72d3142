/**
 * Output values carry, inside a property, which resources it was made of. The engine wraps properties into them before
 * it runs a program's transforms, so that the dependencies survive, and takes them off again afterwards
 * (`source_eval.go`: upgradeOutputValues, downgradeOutputValues, addOutputDependencies).
 */
import type { Urn } from "../resource-graph";
import { signature, signatures, unknownSentinel } from "../wire";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonMap = { [key: string]: Json };

const { output, secret } = signatures;

/** Wraps each property that depends on something. */
export const withDependencies = (properties: JsonMap, dependencies: ReadonlyMap<string, readonly Urn[]>): JsonMap =>
  mapValues(properties, (value, key) => {
    const urns = dependencies.get(key) ?? [];
    if (urns.length === 0 || isOutput(value)) return value;
    const hidden = isSigned(value, secret);
    const inner = hidden ? (value["value"] ?? null) : value;
    return {
      [signature]: output,
      ...(inner === unknownSentinel ? {} : { value: inner }),
      ...(hidden ? { secret: true } : {}),
      dependencies: [...urns],
    };
  });

/** Takes all wraps off: what stays is a plain value, a secret or an unknown. */
export function withoutOutputs(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutOutputs);
  if (value === null || typeof value !== "object") return value;
  if (!isOutput(value)) return mapValues(value, withoutOutputs);
  const inner = value["value"] === undefined ? unknownSentinel : withoutOutputs(value["value"]);
  return value["secret"] === true ? { [signature]: secret, value: inner } : inner;
}

/** Every resource that a value says it was made of. */
export function dependenciesWithin(value: Json, found: Set<Urn> = new Set()): Set<Urn> {
  if (value === null || typeof value !== "object") return found;
  if (!Array.isArray(value) && isOutput(value)) {
    for (const urn of (value["dependencies"] as Urn[] | undefined) ?? []) found.add(urn);
  }
  for (const inner of Array.isArray(value) ? value : Object.values(value)) dependenciesWithin(inner, found);
  return found;
}

export const mapValues = (map: JsonMap, change: (value: Json, key: string) => Json): JsonMap =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));

const isSigned = (value: Json, kind: string): value is JsonMap =>
  value !== null && typeof value === "object" && !Array.isArray(value) && value[signature] === kind;
const isOutput = (value: Json): value is JsonMap => isSigned(value, output);
