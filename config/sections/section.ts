import { z } from "zod";

/** A mapping with known keys only. */
export const section = <S extends z.ZodRawShape>(shape: S, what: string) =>
  z.strictObject(shape, { error: (issue) => (issue.code === "invalid_type" ? what : undefined) });

/**
 * A mapping of things by name, in the order of their names: the engine hands it over sorted, a file as it was written, and nothing that
 * is made from it may depend on which of the two it was.
 */
export const named = <V extends z.ZodType>(key: z.ZodString, value: V, error: string) =>
  z.record(key, value, { error }).transform((entries) => Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))));
