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
    case "invalid_union":
      return inUnion(issue, schema, raw) ?? [said(issue, segments, raw)];
    case "invalid_key":
      return [{ segments, says: `is not a name that can be used; write ${issue.issues[0]?.message ?? issue.message}` }];
    default:
      return [said(issue, segments, raw)];
  }
}

const said = (issue: z.core.$ZodIssue, segments: Segments, raw: unknown): Said => ({
  segments,
  says: wrongValue(describe(at(raw, segments), segments), `${issue.message}${unquoted(issue, at(raw, segments))}`),
});

/** Where a value is of the kind of one option (a mapping, say), what is wrong with it as that option; undefined where it is of none. */
function inUnion(issue: z.core.$ZodIssueInvalidUnion, schema: z.ZodType, raw: unknown): readonly Said[] | undefined {
  const option = issue.errors.find((issues) => issues.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys"));
  return option?.flatMap((inner) => sentencesOf({ ...inner, path: [...issue.path, ...inner.path] }, schema, raw));
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

/** The keys that a mapping may have at a path of the schema. */
function keysAt(schema: z.ZodType, segments: Segments, raw: unknown): readonly string[] {
  const inner = segments.reduce<z.ZodType | undefined>(
    (outer, key, depth) => (outer === undefined ? undefined : stepInto(optionFor(outer, at(raw, segments.slice(0, depth))), key)),
    schema,
  );
  const mapping = inner === undefined ? undefined : bare(optionFor(inner, at(raw, segments)));
  return mapping instanceof z.ZodObject ? Object.keys(mapping.shape) : [];
}

function stepInto(schema: z.ZodType, key: string | number): z.ZodType | undefined {
  const mapping = bare(schema);
  if (mapping instanceof z.ZodObject) return mapping.shape[key] as z.ZodType | undefined;
  if (mapping instanceof z.ZodArray) return mapping.element as z.ZodType;
  return mapping instanceof z.ZodRecord ? (mapping.valueType as z.ZodType) : undefined;
}

/** Of several kinds of mapping the one that a value names by its fixed words, such as `engine: nats`; anything else as it is. */
function optionFor(schema: z.ZodType, value: unknown): z.ZodType {
  const union = bare(schema);
  if (!(union instanceof z.ZodUnion)) return schema;
  const options = union.options.map((option) => bare(option as z.ZodType)).filter((option) => option instanceof z.ZodObject);
  return (
    options.find((option) => Object.entries(option.shape).every(([key, field]) => agrees(field as z.ZodType, at(value, [key])))) ?? schema
  );
}

const agrees = (field: z.ZodType, value: unknown): boolean => !(field instanceof z.ZodLiteral) || field.safeParse(value).success;

/** Without what makes a mapping optional, or changes it once it is read. */
function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) return bare(schema.in as z.ZodType);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault ? bare(schema.unwrap() as z.ZodType) : schema;
}
