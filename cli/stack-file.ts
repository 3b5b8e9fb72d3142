import { isMap } from "yaml";
import { nearest } from "../config/nearest";
import { readYamlFile, YamlFileError, type YamlFile } from "../graph/yaml-file";
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
  const yaml = read(file, shownAs);
  const { document, lines } = yaml;
  const lineOf = (path: YamlPath): number | undefined => {
    const [, ...below] = offsetsOn(document.contents, ["config", ...path]);
    const offset = below.at(-1);
    return offset === undefined ? undefined : lines.linePos(offset).line;
  };
  return { config: configOf(yaml, shownAs), lineOf };
}

function read(file: string, shownAs: string): YamlFile {
  try {
    return readYamlFile(file, shownAs);
  } catch (error) {
    throw error instanceof YamlFileError ? new Failure("input", error.message, { cause: error }) : error;
  }
}

function configOf({ value, document, lines }: YamlFile, shownAs: string): StackFile["config"] {
  if (value === null) return {};
  const whole = isMap(document.contents) ? (value as Record<string, unknown>) : undefined;
  const misspelt = whole === undefined || "config" in whole ? undefined : Object.keys(whole).find((key) => nearest(key, ["config"]));
  if (misspelt !== undefined) {
    const [offset = 0] = offsetsOn(document.contents, [misspelt]);
    throw new Failure("input", `${shownAs}:${lines.linePos(offset).line}: ${misspelt} is not known here; did you mean "config"?`);
  }
  const config: unknown = whole === undefined ? undefined : (whole["config"] ?? {});
  if (typeof config !== "object" || config === null || Array.isArray(config)) {
    throw new Failure("input", `${shownAs}: a mapping of keys to values under "config:" is required.`);
  }
  return config as StackFile["config"];
}
