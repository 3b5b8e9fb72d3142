import { RANDOM_SUFFIX } from "../../../config/names";
import type { Registered } from "../../components/registered";
import { nameRules } from "./rules";
import type { NameRule } from "./rules";

/** Names that AWS would refuse. */
export const nameFaults = (resources: readonly Registered[]): readonly string[] =>
  resources.flatMap((resource) => (nameRules[resource.type] ?? []).flatMap((rule) => faultsOf(resource, rule)));

function faultsOf(resource: Registered, rule: NameRule): readonly string[] {
  const { property, least = 1, most, pattern, source } = rule;
  const given = nameOf(resource, rule);
  const subject = `${resource.type}::${resource.name} ${property} "${given}"`;
  return [
    ...(given.length > most ? [`${subject} has ${given.length} characters; ${most} are allowed (${source})`] : []),
    ...(given.length < least ? [`${subject} has ${given.length} characters; at least ${least} are needed (${source})`] : []),
    ...(pattern.test(given) ? [] : [`${subject} does not match ${String(pattern)} (${source})`]),
  ];
}

/** The name that is given, or one such as the provider makes up. */
const nameOf = ({ type, name, inputs }: Registered, { property }: NameRule): string => {
  const given = inputs[property] ?? inputs[`${property}Prefix`];
  if (typeof given === "string") return inputs[property] === undefined ? `${given}${"x".repeat(26)}` : given;
  const madeUp = `${name}-${"0".repeat(RANDOM_SUFFIX - 1)}`;
  // Where names must be in small letters, the provider writes them so.
  return type.startsWith("aws:s3/") || type.startsWith("aws:rds/") || type.startsWith("aws:elasticache/") ? madeUp.toLowerCase() : madeUp;
};
