import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { readYamlFile, YamlFileError } from "../graph/yaml-file";
import { Failure } from "./failure";

/**
 * The stacks that have a file in a program's folder, or in the folder that its Pulumi.yaml names for them, by name.
 * @throws Failure ("usage") when there is no such folder, ("input") when it holds no Pulumi.yaml or one that is not YAML
 */
export function stacksIn(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Failure("usage", `There is no folder ${folder}; --program takes the folder of a Pulumi program.`);
  }
  const files = join(folder, stackConfigDir(projectFile(folder)));
  return (existsSync(files) ? readdirSync(files) : []).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []).sort();
}

function projectFile(folder: string): string {
  const file = ["Pulumi.yaml", "Pulumi.yml"].map((name) => join(folder, name)).find(existsSync);
  if (file === undefined) throw new Failure("input", `${folder} holds no Pulumi.yaml; --program takes the folder of a Pulumi program.`);
  return file;
}

/** `config` was its name once; today that holds the project's defaults. */
function stackConfigDir(file: string): string {
  const project = read(file) as Partial<Record<"stackConfigDir" | "config", unknown>> | null;
  const folder = project?.stackConfigDir ?? project?.config;
  return typeof folder === "string" ? folder : "";
}

function read(file: string): unknown {
  try {
    return readYamlFile(file, file).value;
  } catch (error) {
    throw error instanceof YamlFileError ? new Failure("input", error.message, { cause: error }) : error;
  }
}

/**
 * The stack that a command is about: the one asked for (of `organization/project/stack` the last part), else the only one, else `dev`.
 * @throws Failure ("usage") that lists what there is.
 */
export function chooseStack(asked: string | undefined, stacks: readonly string[], folder: string): string {
  if (asked !== undefined) return checked(asked);
  const [only, ...others] = stacks;
  if (only === undefined) throw new Failure("usage", `${folder} holds no Pulumi.<stack>.yaml. Name the stack with --stack.`);
  if (others.length === 0) return only;
  if (stacks.includes("dev")) return "dev";
  throw new Failure("usage", `Which stack? Choose one with --stack: ${stacks.join(", ")}.`);
}

/** `examples/shop/Pulumi.prod.yaml` is a file of the stack `prod`; a file of another name says nothing. */
export const stackNamedBy = (configFile: string | undefined): string | undefined =>
  configFile === undefined ? undefined : /^Pulumi\.(.+)\.yaml$/.exec(basename(configFile))?.[1];

/** What Pulumi takes as a stack's name. */
const name = /^[\w.-]{1,100}$/;

function checked(asked: string): string {
  const stack = asked.split("/").at(-1) ?? "";
  if (name.test(stack)) return stack;
  throw new Failure("usage", `${JSON.stringify(asked)} is no stack's name: 1 to 100 letters, digits, hyphens, underscores and periods.`);
}
