import { scaledByLoad } from "./checks/gateways";
import { crossChecks } from "./cross-checks";
import { inForce } from "./in-force";
import type { Where } from "./names";
import { foreignKeys } from "./namespaces";
import { problem } from "./problems";
import type { Problem, Segments } from "./problems";
import type { Raw } from "./raw";
import { stackSchema } from "./stack-schema";
import type { StackConfig } from "./stack-schema";
import { secretsIn } from "./secrets";
import { sentencesOf } from "./sentences";
import type { Said } from "./sentences";

const NAMESPACE = "headroom:";

export type Validation =
  { readonly ok: true; readonly config: StackConfig } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Check a stack's configuration, whose keys are full ones (`headroom:services`), and give it with its defaults and in branded units,
 * or every problem at once. Of keys of other namespaces only obvious slips are problems (`namespaces.ts`).
 *
 * @param raw what stands below `config:`; a structured value may be JSON in a string, as the engine hands it over
 * @param file names the file in the report; the stack's name is read from it where `where` is absent
 */
export function validate(raw: Record<string, unknown>, file: string, where: Where = whereOf(file)): Validation {
  const ours = ownKeys(raw);
  const secrets = secretsIn(ours);
  const said = [
    ...secrets.map(secretSaid),
    ...complaints(ours, where).filter((each) => !secrets.some((secret) => touches(secret, each.segments))),
  ];
  const problems = [
    ...foreignKeys(raw).map((each) => problem(file, each.segments, each.says)),
    ...distinct(said).map((each) => problem(file, withNamespace(each.segments), each.says)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, config: inForce(stackSchema.parse(ours)) };
}

/** `Pulumi.prod.yaml` is the stack `prod`. */
export function whereOf(file: string): Where {
  const [, stack] = /(?:^|[\\/])Pulumi\.(.+)\.ya?ml$/.exec(file) ?? [];
  return { project: "headroom", stack: stack ?? "dev" };
}

const ownKeys = (raw: Record<string, unknown>): Raw =>
  Object.fromEntries(
    Object.entries(raw)
      .filter(([key]) => key.startsWith(NAMESPACE))
      .map(([key, value]) => [key.slice(NAMESPACE.length), structured(value)]),
  );

/** The engine hands mappings and lists over as JSON; a text that is not JSON of either stays a text. */
function structured(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}

function complaints(ours: Raw, where: Where): readonly Said[] {
  const parsed = stackSchema.safeParse(ours);
  const shape = parsed.success ? [] : parsed.error.issues.flatMap((issue) => sentencesOf(issue, stackSchema, ours));
  return [...scaledByLoad(ours), ...shape, ...crossChecks(ours, where)];
}

const secretSaid = (segments: Segments): Said => ({
  segments,
  says: "is a secret; write it in plain text. What must stay secret belongs into Secrets Manager, and its ARN into the service's secrets",
});

/** Is one of the two ways the beginning of the other? A complaint about what holds a secret, or is held by it, would show too much. */
const touches = (a: Segments, b: Segments): boolean => a.slice(0, b.length).every((key, i) => key === b[i]);

/** The first of several complaints about one place. */
const distinct = (said: readonly Said[]): readonly Said[] => {
  const ways = said.map((each) => JSON.stringify(each.segments));
  return said.filter((_, i) => ways.indexOf(ways[i] ?? "") === i);
};

const withNamespace = ([first, ...rest]: Segments): Segments => [`${NAMESPACE}${first ?? ""}`, ...rest];
