import { z } from "zod";

/** One key of a section, for a table of a reference page. */
export interface Key {
  /** The way below its section, `scale.min`; a part that the reader chooses is in angle brackets, `<name>.scale.min`. */
  readonly path: string;
  readonly meaning: string;
  /** What may be written, as the error of a wrong value says it. */
  readonly allowed: string;
  readonly default: string;
}

/**
 * The keys below a schema, outer ones first. Mappings with known keys are opened; everything else is one row whose allowed values are
 * what the schema itself complains with.
 */
export function keysOf(schema: z.ZodType, path = ""): readonly Key[] {
  const inner = opened(schema);
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape).flatMap(([key, value]) => rowsOf(value as z.ZodType, path === "" ? key : `${path}.${key}`));
  if (inner instanceof z.ZodRecord) return keysOf(inner.valueType as z.ZodType, path === "" ? "<name>" : `${path}.<name>`);
  if (inner instanceof z.ZodArray) return keysOf(inner.element as z.ZodType, `${path}[]`);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => keysOf(option as z.ZodType, path));
  return [];
}

const rowsOf = (schema: z.ZodType, path: string): readonly Key[] => [
  { path, meaning: descriptionOf(schema), allowed: allowedBy(schema), default: defaultOf(schema) },
  ...keysOf(schema, path),
];

/** What may be written, in the words of the error that a value of no sensible kind gets. */
function allowedBy(schema: z.ZodType): string {
  const { error } = schema.safeParse(NOTHING_SENSIBLE);
  return error?.issues[0]?.message ?? "anything";
}

/** Of a type that no key takes. */
const NOTHING_SENSIBLE = Symbol("no value");

/** The description nearest to the key: of the schema itself, or of what it wraps. */
export function descriptionOf(schema: z.ZodType): string {
  if (schema.description !== undefined) return schema.description;
  const inner = wrapped(schema);
  return inner === undefined ? "" : descriptionOf(inner);
}

/** What applies where nothing is written. */
function defaultOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodOptional) return "none";
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault) return shown(schema.def.defaultValue);
  const inner = wrapped(schema);
  return inner === undefined ? "required" : defaultOf(inner);
}

function shown(value: unknown): string {
  if (typeof value === "string") return `\`${value}\``;
  if (Array.isArray(value)) return value.length === 0 ? "none" : `\`[${value.join(", ")}]\``;
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0 ? "none" : `\`${JSON.stringify(value)}\``;
  return `\`${String(value)}\``;
}

/** The schema inside one layer of "optional", "with a default" or "changed once it is read". */
function wrapped(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodPipe) return schema.in as z.ZodType;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault)
    return schema.unwrap() as z.ZodType;
  return undefined;
}

function opened(schema: z.ZodType): z.ZodType {
  const inner = wrapped(schema);
  return inner === undefined ? schema : opened(inner);
}
