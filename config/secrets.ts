import type { Segments } from "./problems";
import { isMapping } from "./raw";

/** Where a stack's file holds an encrypted value (`secure: …`). Limits are reviewed in the open, so none of ours may be one. */
export function secretsIn(value: unknown, way: Segments = []): readonly Segments[] {
  if (isSecret(value)) return [way];
  if (Array.isArray(value)) return value.flatMap((each, i) => secretsIn(each, [...way, i]));
  if (isMapping(value)) return Object.entries(value).flatMap(([key, each]) => secretsIn(each, [...way, key]));
  return [];
}

const isSecret = (value: unknown): boolean => isMapping(value) && typeof value.secure === "string";
