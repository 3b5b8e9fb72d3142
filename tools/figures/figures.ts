import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const EXAMPLES = join(__dirname, "../../examples");

const common = { figure: z.string().min(1), source: z.string().min(1) };

/** Where a value stands in what a stack registers. */
const place = {
  stack: z.string(),
  resource: z.string().regex(/^[\w-]+:[\w/-]+:\w+ \S+$/, 'a type and a name, "aws:sqs/queue:Queue jobs"'),
  property: z.string(),
  value: z.json(),
};

const row = z.union([
  /** The figure as it is, in a resource. */
  z.strictObject({ ...common, ...place, note: z.string().optional() }),
  /** The figure cannot work or is unsafe; an erratum says what takes its place. */
  z.strictObject({ ...common, ...place, erratum: z.string().regex(/^E\d+$/), note: z.string().min(1) }),
  /** The figure is of no resource: why. */
  z.strictObject({
    ...common,
    erratum: z
      .string()
      .regex(/^E\d+$/)
      .optional(),
    elsewhere: z.string().min(1),
  }),
]);

/** One figure of a source system: the resource that has it, or the reason why none has. */
export type Figure = z.output<typeof row>;

/** The systems that have figures, by the names of their folders. */
export const systems = (): readonly string[] => readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, "figures.yaml")));

/** The figures of a system, in the order of its document. */
export const figuresOf = (system: string): readonly Figure[] =>
  z.array(row).parse(parse(readFileSync(join(EXAMPLES, system, "figures.yaml"), "utf8")));

export const readmeOf = (system: string): string => join(EXAMPLES, system, "README.md");
export const stackFileOf = (system: string, stack: string): string => join(EXAMPLES, system, `Pulumi.${stack}.yaml`);

/** The stacks of a system that have a file. */
export const stacksOf = (system: string): readonly string[] =>
  readdirSync(join(EXAMPLES, system)).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);
