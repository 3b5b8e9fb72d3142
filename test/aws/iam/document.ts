/**
 * A policy document as IAM reads it. Grammar: IAM user guide, "Grammar of the IAM JSON policy language", read on 2026-11-25.
 */
export interface Document {
  readonly statements: readonly Statement[];
}

/** A statement with every list written out; what is not there is empty. */
export interface Statement {
  readonly sid: string | undefined;
  readonly effect: "Allow" | "Deny";
  /** By kind: `Service`, `AWS`, `Federated`, `CanonicalUser`; `*` stands for anybody. Undefined where none is named. */
  readonly principals: "*" | Readonly<Record<string, readonly string[]>> | undefined;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** By operator, then by key. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** `NotAction`, `NotResource` or `NotPrincipal`, where one of them is used. */
  readonly negated: readonly string[];
}

export type Parsed = { readonly ok: true; readonly document: Document } | { readonly ok: false; readonly faults: readonly string[] };

type Json = Readonly<Record<string, unknown>>;

/** Reads a document, or says each way in which it is none. */
export function parseDocument(text: string): Parsed {
  const json = read(text);
  if (!isMapping(json)) return { ok: false, faults: ["is not a JSON object"] };
  const statements = Array.isArray(json.Statement) ? (json.Statement as readonly unknown[]) : [json.Statement];
  const faults = [
    ...foreignKeys(json, ["Version", "Id", "Statement"], "the document"),
    ...(json.Version === "2012-10-17" ? [] : [`has the version ${JSON.stringify(json.Version)}; "2012-10-17" is the one with variables`]),
    ...(statements.length === 0 ? ["has no statement"] : []),
    ...statements.flatMap((statement, i) => grammarFaults(statement, `statement ${i + 1}`)),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, document: { statements: statements.filter(isMapping).map(statementOf) } };
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const statementKeys = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;

function grammarFaults(statement: unknown, where: string): readonly string[] {
  if (!isMapping(statement)) return [`${where} is not a JSON object`];
  return [
    ...foreignKeys(statement, statementKeys, where),
    ...(statement.Effect === "Allow" || statement.Effect === "Deny" ? [] : [`${where} has the effect ${JSON.stringify(statement.Effect)}`]),
    ...(statement.Sid === undefined || (typeof statement.Sid === "string" && /^[A-Za-z0-9]+$/.test(statement.Sid))
      ? []
      : [`${where} has the Sid ${JSON.stringify(statement.Sid)}; letters and digits alone are allowed`]),
    ...["Action", "Resource"].flatMap((key) =>
      statement[key] !== undefined && statement[`Not${key}`] !== undefined ? [`${where} has both ${key} and Not${key}`] : [],
    ),
    ...(statement.Action === undefined && statement.NotAction === undefined ? [`${where} names no action`] : []),
    ...["Action", "NotAction", "Resource", "NotResource"].flatMap((key) =>
      statement[key] === undefined || isTexts(statement[key]) ? [] : [`${where} has a ${key} that is no text and no list of texts`],
    ),
    ...["Principal", "NotPrincipal"].flatMap((key) =>
      statement[key] === undefined || statement[key] === "*" || isTextsByKey(statement[key])
        ? []
        : [`${where} has a ${key} of no known form`],
    ),
    ...(statement.Condition === undefined || (isMapping(statement.Condition) && Object.values(statement.Condition).every(isTextsByKey))
      ? []
      : [`${where} has a Condition that is not operator, key and texts`]),
  ];
}

const foreignKeys = (json: Json, known: readonly string[], where: string): readonly string[] =>
  Object.keys(json)
    .filter((key) => !known.includes(key))
    .map((key) => `${where} has the unknown element ${key}`);

const isMapping = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string | readonly string[] =>
  (typeof value === "string" && value !== "") ||
  (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string" && each !== ""));
const isTextsByKey = (value: unknown): value is Readonly<Record<string, string | readonly string[]>> =>
  isMapping(value) && Object.keys(value).length > 0 && Object.values(value).every(isTexts);

const listOf = (value: unknown): readonly string[] => (isTexts(value) ? [value].flat() : []);
const listsOf = (value: unknown): Readonly<Record<string, readonly string[]>> =>
  isTextsByKey(value) ? Object.fromEntries(Object.entries(value).map(([key, texts]) => [key, listOf(texts)])) : {};

const statementOf = (json: Json): Statement => ({
  sid: typeof json.Sid === "string" ? json.Sid : undefined,
  effect: json.Effect === "Allow" ? "Allow" : "Deny",
  principals: json.Principal === undefined ? undefined : json.Principal === "*" ? "*" : listsOf(json.Principal),
  actions: listOf(json.Action),
  resources: listOf(json.Resource),
  conditions: isMapping(json.Condition)
    ? Object.fromEntries(Object.entries(json.Condition).map(([operator, keys]) => [operator, listsOf(keys)]))
    : {},
  negated: ["NotAction", "NotResource", "NotPrincipal"].filter((key) => json[key] !== undefined),
});
