import { readFileSync, statSync } from "node:fs";
import { LineCounter, parseDocument, type Document, type YAMLError } from "yaml";

/** A YAML file, read. */
export interface YamlFile {
  /** As plain data; null for an empty file. */
  readonly value: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** A file that is not YAML, or cannot be read. The message is one sentence for people and quotes no value of the file. */
export class YamlFileError extends Error {
  override readonly name = "YamlFileError";
}

/**
 * @param shownAs names the file in messages
 * @throws YamlFileError with the position of the first thing that is not YAML
 */
export function readYamlFile(file: string, shownAs: string): YamlFile {
  const text = textOf(file, shownAs);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new YamlFileError(`${shownAs}:${line}:${col}: this is not YAML. ${sentenceOf(error, text)}`);
  }
  return { value: valueOf(document, shownAs), document, lines };
}

function textOf(file: string, shownAs: string): string {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new YamlFileError(`${shownAs} is a folder; a YAML file is needed.`);
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new YamlFileError(`${shownAs} ${unreadable.get(String(error.code)) ?? "cannot be read"}.`, { cause: error });
  }
}

const unreadable: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "does not exist"],
  ["EACCES", "may not be read"],
  ["EPERM", "may not be read"],
]);

/** Aliases are followed here: to nothing, or so often that a short file would fill the memory. */
function valueOf(document: Document, shownAs: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (error instanceof ReferenceError) throw new YamlFileError(`${shownAs}: ${aliasProblem(error)}`, { cause: error });
    if (error instanceof RangeError) throw new YamlFileError(`${shownAs}: this is nested too deeply to be read.`, { cause: error });
    throw error;
  }
}

const aliasProblem = ({ message }: ReferenceError): string =>
  message.startsWith("Excessive") ? "its aliases (*name) stand for too much." : "an alias (*name) has no anchor (&name) before it.";

/** What people write wrong most often, in other words than the parser's. */
function sentenceOf({ code, message, pos }: YAMLError, text: string): string {
  switch (code) {
    case "DUPLICATE_KEY":
      return `The key ${keyAt(text, pos[0])} is here for the second time in one mapping.`;
    case "BLOCK_AS_IMPLICIT_KEY":
      return 'A value that ends with a colon, or holds a colon before a space, needs quotes ("...").';
    case "TAB_AS_INDENT":
      return "Indent with spaces, not with a tab.";
    case "MULTIPLE_DOCS":
      return "There is a second document (---); one is allowed.";
    case "RESOURCE_EXHAUSTION":
      return "It is nested too deeply to be read.";
    case "UNEXPECTED_TOKEN":
      return `${message.replace(/( in YAML stream)?: .*$/s, "")}.`;
    default:
      return `${message}.`;
  }
}

const keyAt = (text: string, offset: number): string =>
  /^[\w:."'-]{1,60}/.exec(text.slice(offset, offset + 60))?.[0].replace(/:$/, "") ?? "";
