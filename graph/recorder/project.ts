import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { readYamlFile, YamlFileError } from "../yaml-file";
import { RecordingError } from "./errors";

/** A Pulumi project with the configuration of one stack: all that running its program depends on. */
export interface Project {
  readonly name: string;
  readonly stack: string;
  /** The folder of `Pulumi.yaml`. */
  readonly root: string;
  /** The folder that the program runs in, and what the runner starts there: from `main` of `Pulumi.yaml`. */
  readonly pwd: string;
  readonly main: string;
  readonly options: RuntimeOptions;
  readonly config: Config;
}

/** `runtime.options` of `Pulumi.yaml`, as far as the Node.js language host reads them. */
export interface RuntimeOptions {
  readonly typescript: boolean;
  readonly nodeargs: readonly string[];
  readonly tsconfig: string | undefined;
}

/** Values as the engine hands them to a program: strings, with JSON for whatever has a structure. */
export interface Config {
  readonly values: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
}

/** Stands for an encrypted value, which nobody can read without its key; the graph takes it for a secret. */
export const secretPlaceholder = "[secret]";

/**
 * Reads `Pulumi.yaml` and the stack's file.
 * @throws RecordingError ("project") with the one thing that is wrong.
 */
export function readProject(folder: string, stack: string, configFile?: string): Project {
  const file = projectFile(resolve(folder));
  const root = dirname(file);
  const yaml = mapping(file);
  const name = yaml["name"];
  if (typeof name !== "string" || name === "") throw bad(`${file}: "name" must be the project's name.`);
  const stackFile = configFile === undefined ? defaultStackFile(root, yaml, stack) : resolve(configFile);
  if (configFile !== undefined && !existsSync(stackFile))
    throw bad(`${stackFile} does not exist; --config-file takes a stack's YAML file.`);
  return {
    name,
    stack,
    root,
    ...entry(file, root, yaml["main"]),
    options: runtimeOptions(file, yaml["runtime"]),
    config: readConfig(name, yaml["config"], existsSync(stackFile) ? mapping(stackFile)["config"] : undefined, stackFile),
  };
}

function projectFile(folder: string): string {
  for (const name of ["Pulumi.yaml", "Pulumi.yml"]) if (existsSync(join(folder, name))) return join(folder, name);
  throw bad(`${folder} holds no Pulumi.yaml; --program takes the folder of a Pulumi program.`);
}

function defaultStackFile(root: string, yaml: Record<string, unknown>, stack: string): string {
  const folder = yaml["stackConfigDir"] ?? yaml["config"];
  return join(root, typeof folder === "string" ? folder : "", `Pulumi.${stack}.yaml`);
}

function mapping(file: string): Record<string, unknown> {
  const value = valueIn(file);
  if (value === null || value === undefined) return {};
  if (!isRecord(value)) throw bad(`${file} must be a mapping of keys to values.`);
  return value;
}

function valueIn(file: string): unknown {
  try {
    return readYamlFile(file, file).value;
  } catch (error) {
    throw error instanceof YamlFileError ? bad(error.message) : error;
  }
}

/** A folder is run as a package; a file is run in its folder. */
function entry(file: string, root: string, main: unknown): Pick<Project, "pwd" | "main"> {
  if (main === undefined) return { pwd: root, main: "." };
  const path = typeof main === "string" ? resolve(root, main) : undefined;
  if (path === undefined || !existsSync(path))
    throw bad(`${file}: "main" is ${JSON.stringify(main)}; it must be a folder or file of the project.`);
  return statSync(path).isDirectory() ? { pwd: path, main: "." } : { pwd: dirname(path), main: basename(path) };
}

function runtimeOptions(file: string, runtime: unknown): RuntimeOptions {
  const name = isRecord(runtime) ? runtime["name"] : runtime;
  if (name !== "nodejs") {
    throw bad(
      `${file}: the runtime is ${JSON.stringify(name)}; only Node.js programs can be recorded. ` +
        "For others, run: pulumi preview --json --show-sames > preview.json && headroom check --preview preview.json",
    );
  }
  const options = isRecord(runtime) && isRecord(runtime["options"]) ? runtime["options"] : {};
  return {
    typescript: options["typescript"] !== false,
    nodeargs: typeof options["nodeargs"] === "string" ? options["nodeargs"].split(/\s+/).filter((arg) => arg !== "") : [],
    tsconfig: typeof options["tsconfig"] === "string" ? options["tsconfig"] : undefined,
  };
}

/** The stack's values over the project's defaults; a key without a namespace belongs to the project. */
function readConfig(project: string, defaults: unknown, values: unknown, file: string): Config {
  const config: Record<string, string> = {};
  const secretKeys: string[] = [];
  const qualified = (key: string): string => (key.includes(":") ? key : `${project}:${key}`);
  for (const [key, value] of Object.entries(isRecord(defaults) ? defaults : {})) {
    const chosen = isRecord(value) ? (value["value"] ?? value["default"]) : value;
    if (chosen !== undefined) config[qualified(key)] = text(chosen);
  }
  if (values !== undefined && values !== null && !isRecord(values))
    throw bad(`${basename(file)}: "config" must be a mapping of keys to values.`);
  for (const [key, value] of Object.entries(values ?? {})) {
    const { open, secret } = withoutCiphertext(value);
    config[qualified(key)] = text(open);
    if (secret) secretKeys.push(qualified(key));
  }
  return { values: config, secretKeys };
}

const text = (value: unknown): string => (typeof value === "object" && value !== null ? JSON.stringify(value) : String(value));

function withoutCiphertext(value: unknown): { open: unknown; secret: boolean } {
  if (Array.isArray(value)) {
    const items = value.map(withoutCiphertext);
    return { open: items.map((item) => item.open), secret: items.some((item) => item.secret) };
  }
  if (!isRecord(value)) return { open: value, secret: false };
  if (typeof value["secure"] === "string" && Object.keys(value).length === 1) return { open: secretPlaceholder, secret: true };
  const entries = Object.entries(value).map(([key, item]) => [key, withoutCiphertext(item)] as const);
  return { open: Object.fromEntries(entries.map(([key, item]) => [key, item.open])), secret: entries.some(([, item]) => item.secret) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const bad = (message: string): RecordingError => new RecordingError("project", message);
