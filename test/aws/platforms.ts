import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { registered } from "../components/registered";
import type { Registered } from "../components/registered";
import { everyKey, leastKeys } from "../config/example";
import { asAws } from "./as-aws";

/** A configuration of the program, and the resources that it asks for. */
export interface Subject {
  /** The stack's file, or what the configuration is. */
  readonly what: string;
  readonly stack: string;
  readonly config: Record<string, unknown>;
  readonly resources: readonly Registered[];
}

const root = join(__dirname, "../..");

/** Every configuration that is at hand: the one with every key, the one with the fewest, each stack's file and each example's. */
export function subjects(): Promise<readonly Subject[]> {
  all ??= registerEach();
  return all;
}
let all: Promise<readonly Subject[]> | undefined;

/** One after the other: Pulumi's mocks are one for the whole process. */
async function registerEach(): Promise<readonly Subject[]> {
  const done: Subject[] = [];
  for (const { what, stack, config } of [
    { what: "every key", stack: "prod", config: everyKey() },
    { what: "the fewest keys", stack: "dev", config: leastKeys() },
    ...stackFiles().map((file) => ({ what: file, stack: stackOf(file), config: configOf(file) })),
  ])
    done.push({ what, stack, config, resources: await registered(config, stack, asAws) });
  return done;
}

/** Files of stacks that the program can run: its own, and those of the examples that are configurations of it. */
const stackFiles = (): readonly string[] => [
  ...namesIn("").filter(isStackFile),
  ...namesIn("examples").flatMap((example) =>
    namesIn(`examples/${example}`)
      .filter((name) => isStackFile(name) && !existsSync(join(root, "examples", example, "Pulumi.yaml")))
      .map((name) => `examples/${example}/${name}`),
  ),
];

const namesIn = (folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => (folder.startsWith("examples/") || folder === "" ? entry.isFile() : entry.isDirectory()))
        .map((entry) => entry.name)
        .sort()
    : [];

const isStackFile = (name: string): boolean => /^Pulumi\..+\.yaml$/.test(name);
const stackOf = (file: string): string => /Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? "dev";

function configOf(file: string): Record<string, unknown> {
  const { config } = parse(readFileSync(join(root, file), "utf8")) as { config: Record<string, unknown> };
  return config;
}
