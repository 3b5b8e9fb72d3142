import type { ResourceGraph } from "../resource-graph";
import { Fields, isObject, type Origin } from "./fields";
import { kinds, SourceError, unreadable, type FileKind } from "./source-error";

/** Reads a file's text as one JSON document of its kind and builds a graph of it. */
export function fromDocument(origin: Origin, text: string, build: (document: Fields) => ResourceGraph): ResourceGraph {
  const json = parse(origin, text);
  assertKind(origin, json);
  try {
    const graph = build(Fields.of(origin, "", json));
    if (graph.resources.length === 0) throw unreadable(origin.kind, origin.file, "holds no resources, so there is nothing to judge");
    return graph;
  } catch (error) {
    if (error instanceof RangeError) throw unreadable(origin.kind, origin.file, "is nested too deeply to be read");
    throw error;
  }
}

function parse(origin: Origin, text: string): unknown {
  const body = text.replace(/^\uFEFF/, "");
  if (body.trim() === "") throw unreadable(origin.kind, origin.file, "is empty");
  const whole = tryParse(body);
  if (whole.ok) return whole.json;
  const within = origin.kind === "preview" ? tryParse(digestWithin(body)) : whole;
  if (within.ok) return within.json;
  if (isEvents(body.slice(0, body.indexOf("\n") + 1))) throw events(origin);
  throw unreadable(origin.kind, origin.file, startsAsJson(body) ? "is JSON that is cut off or damaged" : "is not JSON");
}

type Parsed = { readonly ok: true; readonly json: unknown } | { readonly ok: false };

/** V8's own message quotes the text, which may hold a secret, so it is not passed on. */
function tryParse(text: string): Parsed {
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false };
    throw error;
  }
}

/** The digest is printed with its outer braces on lines of their own; warnings of the CLI may stand before and after it. */
function digestWithin(text: string): string {
  const start = /^\{\r?$/m.exec(text);
  const end = Math.max(text.lastIndexOf("\n}\n"), text.lastIndexOf("\n}\r\n"), text.endsWith("\n}") ? text.length - 2 : -1);
  return start && end > start.index ? text.slice(start.index, end + 2) : "";
}

const startsAsJson = (text: string): boolean => /^\s*[{[]/.test(text);

function isEvents(line: string): boolean {
  const parsed = tryParse(line);
  return parsed.ok && isEvent(parsed.json);
}

const isEvent = (json: unknown): boolean => isObject(json) && "timestamp" in json && Object.keys(json).some((key) => key.endsWith("Event"));

const events = ({ file }: Origin): SourceError =>
  new SourceError(
    `${file} is a stream of engine events, not a preview; unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW and write it again: ${kinds.preview.command}`,
  );

/** What tells Pulumi's kinds of file apart. */
const own: readonly (readonly [FileKind, (json: Json) => boolean])[] = [
  ["preview", (json) => "steps" in json || "changeSummary" in json || "diagnostics" in json],
  ["plan", (json) => "resourcePlans" in json || "plan" in json],
  ["export", (json) => "deployment" in json || ("manifest" in json && "resources" in json)],
];

/** Other files that people take for them, with the members that tell. */
const foreign: readonly (readonly [string, (json: Json) => boolean])[] = [
  ["a Terraform plan", (json) => "planned_values" in json || "resource_changes" in json],
  ["a Terraform state", (json) => "terraform_version" in json],
  ["a CloudFormation template", (json) => "AWSTemplateFormatVersion" in json || isObject(json["Resources"])],
  ["a Kubernetes object", (json) => "apiVersion" in json && "kind" in json],
  ["a checkpoint of Pulumi's own storage", (json) => "checkpoint" in json],
  ["the manifest of an npm package", (json) => "name" in json && ("version" in json || "dependencies" in json || "scripts" in json)],
];

type Json = Readonly<Record<string, unknown>>;

function assertKind(origin: Origin, json: unknown): void {
  const { kind, file } = origin;
  if (!isObject(json)) throw unreadable(kind, file, `is JSON, but not ${kinds[kind].name}`);
  if (isEvent(json)) throw events(origin);
  const actual = own.filter(([, is]) => is(json)).map(([name]) => name);
  if (actual.includes(kind)) return;
  if (actual[0] !== undefined) {
    throw new SourceError(`${file} is ${kinds[actual[0]].name}, not ${kinds[kind].name}; use ${kinds[actual[0]].option}.`);
  }
  const other = foreign.find(([, is]) => is(json))?.[0] ?? "other JSON";
  throw unreadable(kind, file, `is ${other}, not ${kinds[kind].name}`);
}
