import { z } from "zod";
import { nearest } from "./nearest";
import { shown } from "./problems";
import type { Segments } from "./problems";
import { at } from "./raw";

/** What zod found, said for the person who edits the file. */
export interface Said {
  readonly segments: Segments;
  readonly says: string;
}

/** One or more sentences for an issue; `raw` is what was validated and `schema` what it was validated against. */
export function sentencesOf(issue: z.core.$ZodIssue, schema: z.ZodType, raw: unknown): readonly Said[] {
  const segments = issue.path.map((key) => (typeof key === "number" ? key : String(key)));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ segments: [...segments, key], says: unknownKey(key, keysAt(schema, segments, raw), segments) }));
    case "invalid_key":
      return [{ segments, says: `is not a name that can be used; write ${issue.issues[0]?.message ?? issue.message}` }];
    default:
      return [
        { segments, says: wrongValue(describe(at(raw, segments), segments), `${issue.message}${unquoted(issue, at(raw, segments))}`) },
      ];
  }
}

/** YAML reads "4" as a text. */
const unquoted = (issue: z.core.$ZodIssue, value: unknown): string =>
  issue.code === "invalid_type" && issue.expected === "number" && typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)
    ? ", without quotes"
    : "";

const wrongValue = (value: string, allowed: string): string => `is ${value}; write ${allowed}`;

/** The value for a person to recognise; never one that may be a secret written in the wrong place. */
function describe(value: unknown, segments: Segments): string {
  if (value === undefined || value === null) return "missing";
  if (segments[2] === "secrets") return "something else, which is not shown because it may be a secret";
  return typeof value === "string" && /^\s*[[{]/.test(value) ? "a text that is not JSON" : shown(value);
}

function unknownKey(key: string, known: readonly string[], segments: Segments): string {
  const meant = nearest(key, known);
  const all = known.map((each) => (segments.length === 0 ? `headroom:${each}` : each)).join(", ");
  return meant === undefined
    ? `is not known; known here: ${all}`
    : `is not known; did you mean "${segments.length === 0 ? "headroom:" : ""}${meant}"?`;
}

/** The keys that a mapping may have at a path of the schema; which ones, a written value may decide. */
function keysAt(schema: z.ZodType, segments: Segments, written: unknown): readonly string[] {
  const mapping = bare(schema, written);
  const [first, ...rest] = segments;
  if (first === undefined) return mapping instanceof z.ZodObject ? Object.keys(mapping.shape) : [];
  const inner = stepInto(mapping, first);
  return inner === undefined ? [] : keysAt(inner, rest, at(written, [first]));
}

function stepInto(mapping: z.ZodType, key: string | number): z.ZodType | undefined {
  if (mapping instanceof z.ZodObject) return mapping.shape[key] as z.ZodType | undefined;
  if (mapping instanceof z.ZodArray) return mapping.element as z.ZodType;
  return mapping instanceof z.ZodRecord ? (mapping.valueType as z.ZodType) : undefined;
}

/** Without what makes a mapping optional, changes it once it is read, or leaves its kind to one of its values. */
function bare(schema: z.ZodType, written: unknown): z.ZodType {
  if (schema instanceof z.ZodPipe) return bare(schema.in as z.ZodType, written);
  if (schema instanceof z.ZodDiscriminatedUnion) return bare(chosen(schema, written), written);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault ? bare(schema.unwrap() as z.ZodType, written) : schema;
}

/** The kind that the written value says; the first where it says none. */
function chosen(union: z.ZodDiscriminatedUnion, written: unknown): z.ZodType {
  const { discriminator, options } = union.def;
  const says = (option: z.core.SomeType): option is z.ZodObject =>
    option instanceof z.ZodObject && (option.shape[discriminator] as z.ZodType).safeParse(at(written, [discriminator])).success;
  return options.find(says) ?? (options[0] as z.ZodType);
}
