import type { Level, ParameterValue, Parameters, Rule } from "./rule";

/** What a user may say about a rule. */
export interface RuleSetting {
  /** Default: the rule's own level. */
  readonly level?: Level;
  /** Default of each: the rule's own. */
  readonly parameters?: Parameters;
}

/** By rule id. */
export type Settings = Readonly<Record<string, RuleSetting>>;

/** A setting that names no rule or parameter, or has a value of the wrong kind. */
export class SettingsError extends Error {}

/** The rule's setting with every default filled in. Throws `SettingsError` on a parameter that the rule does not have. */
export function settingOf(rule: Rule, settings: Settings): Required<RuleSetting> {
  const given = settings[rule.id] ?? {};
  return {
    level: given.level ?? rule.level,
    parameters: mergeParameters(rule, given.parameters ?? {}),
  };
}

/** Throws `SettingsError` when a setting names a rule that does not exist. */
export function checkRuleNames(rules: readonly Rule[], settings: Settings): void {
  const known = new Set(rules.map((rule) => rule.id));
  const stranger = Object.keys(settings).find((id) => !known.has(id));
  if (stranger !== undefined) throw new SettingsError(`${stranger} is no rule; the rules are ${[...known].join(", ")}`);
}

function mergeParameters(rule: Rule, given: Parameters): Parameters {
  for (const [name, value] of Object.entries(given)) checkParameter(rule, name, value);
  return { ...rule.parameters, ...given };
}

function checkParameter(rule: Rule, name: string, value: ParameterValue): void {
  const standard = Object.hasOwn(rule.parameters, name) ? rule.parameters[name] : undefined;
  if (standard === undefined) throw new SettingsError(`${rule.id} has no parameter ${name}; it takes ${namesOf(rule.parameters)}`);
  if (typeof standard !== typeof value)
    throw new SettingsError(
      `${rule.id}: ${name} is ${JSON.stringify(value)}; a ${typeof standard} such as ${JSON.stringify(standard)} is required`,
    );
}

const namesOf = (parameters: Parameters): string => Object.keys(parameters).join(", ") || "none";
