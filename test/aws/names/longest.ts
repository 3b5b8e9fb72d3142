import { jsonSchema } from "../../../config/json-schema";
import { validate } from "../../../config/validate";

type Config = Record<string, unknown>;

/** Longer than any name that AWS allows. */
const BEYOND = 600;

const isAccepted = (config: Config, stack: string): boolean => validate(config, `Pulumi.${stack}.yaml`).ok;

/** The longest stack's name that is let through; Pulumi itself allows 100 characters. */
export const longestStack = (config: Config): string =>
  longest(
    (length) => "s".repeat(length),
    (stack) => isAccepted(config, stack),
    100,
  );

/** The same configuration with every name that a user chooses as long as is let through, one after the other. */
export const withLongestNames = (config: Config, stack: string): Config =>
  chosenNames(config).reduce((so, name) => {
    const longer = (length: number): string => name.padEnd(length, "x");
    const best = longest(longer, (candidate) => isAccepted(renamed(so, name, candidate) as Config, stack), BEYOND);
    return renamed(so, name, best) as Config;
  }, config);

/** The longest candidate that is accepted, where all shorter ones are. */
function longest(candidate: (length: number) => string, accepts: (text: string) => boolean, most: number): string {
  let [least, beyond] = [1, most + 1];
  while (beyond - least > 1) {
    const middle = Math.floor((least + beyond) / 2);
    if (accepts(candidate(middle))) least = middle;
    else beyond = middle;
  }
  return candidate(least);
}

/** Keys of the sections in which a user names what he wants: services, queues, databases. */
export function chosenNames(config: Config): readonly string[] {
  const { config: schema } = (jsonSchema() as { properties: { config: { properties: Record<string, { propertyNames?: unknown }> } } })
    .properties;
  return Object.entries(schema.properties)
    .filter(([, section]) => section.propertyNames !== undefined)
    .flatMap(([section]) => Object.keys(config[section] ?? {}));
}

/** The value with a name changed wherever it stands, as a key and as a reference. */
function renamed(value: unknown, name: string, to: string): unknown {
  if (value === name) return to;
  if (Array.isArray(value)) return value.map((each) => renamed(each, name, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key === name ? to : key, renamed(inner, name, to)]));
}
