import { readFileSync } from "node:fs";
import { isMap, LineCounter, parseDocument, type Document } from "yaml";
import { Failure } from "./failure";
import { offsetsOn, type YamlPath } from "./yaml-lines";

/** A stack's YAML file, read as far as YAML goes. */
export interface StackFile {
  /** What stands below `config:`. */
  readonly config: Readonly<Record<string, unknown>>;
  /** The line of a value below `config:`, or of the nearest thing above it that is there; undefined when nothing is. */
  lineOf(path: YamlPath): number | undefined;
}

/**
 * @param shownAs names the file in messages
 * @throws Failure ("input") with the position of the first thing that is not YAML
 */
export function readStackFile(file: string, shownAs: string): StackFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new Failure("input", `${shownAs}:${line}:${col}: this is not YAML. ${error.message}.`);
  }
  const lineOf = (path: YamlPath): number | undefined => {
    const [, ...below] = offsetsOn(document.contents, ["config", ...path]);
    const offset = below.at(-1);
    return offset === undefined ? undefined : lines.linePos(offset).line;
  };
  return { config: configOf(document, shownAs), lineOf };
}

function configOf(document: Document, shownAs: string): StackFile["config"] {
  const whole: unknown = document.toJS();
  if (whole === null) return {};
  const config: unknown = isMap(document.contents) ? ((whole as Record<string, unknown>)["config"] ?? {}) : undefined;
  if (typeof config !== "object" || config === null || Array.isArray(config)) {
    throw new Failure("input", `${shownAs}: a mapping of keys to values under "config:" is required.`);
  }
  return config as StackFile["config"];
}
