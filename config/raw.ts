import type { Segments } from "./problems";

/** What a file or the engine gave, before anyone checked it. */
export type Raw = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at a path, where there is one of its own. */
export function at(value: unknown, segments: Segments): unknown {
  return segments.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

/** The entries of a mapping; none where it is not one. */
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] => (isMapping(value) ? Object.entries(value) : []);

export const numberAt = (value: unknown, segments: Segments): number | undefined => {
  const found = at(value, segments);
  return typeof found === "number" ? found : undefined;
};

export const textAt = (value: unknown, segments: Segments): string | undefined => {
  const found = at(value, segments);
  return typeof found === "string" ? found : undefined;
};

/** The texts of a list; a single text is no list. */
export const textsAt = (value: unknown, segments: Segments): readonly string[] => {
  const found = at(value, segments);
  return Array.isArray(found) ? found.filter((each): each is string => typeof each === "string") : [];
};
