import { known, unknown, type Maybe } from "../maybe";
import type { Resource, Urn } from "../resource-graph";
import { parseUrn } from "../urn";
import { SecretValue, UnknownValue, type Value } from "../value";

/**
 * Every source but the recording lists the providers that the engine made by itself. They are settings of the stack and
 * no resources of its program, so a graph leaves them out and keeps what they say: the region.
 */
export function isDefaultProvider(urn: Urn): boolean {
  const parts = parseUrn(urn);
  // As the engine tells them: `sdk/go/common/providers/reference.go`, IsDefaultProvider.
  return parts !== undefined && parts.type.startsWith("pulumi:providers:") && parts.name.startsWith("default");
}

/** `<urn>::<id>` of an explicit provider; undefined for none and for a default one. */
export const explicitProvider = (reference: string | undefined): string | undefined =>
  reference === undefined || reference === "" || isDefaultProvider(urnOf(reference)) ? undefined : reference;

const urnOf = (reference: string): Urn => reference.slice(0, reference.lastIndexOf("::"));

/** The region of the default AWS providers; there is one for each version of the SDK in use. */
export function defaultRegion(resources: readonly Resource[]): Maybe<string> {
  const regions = resources.filter(isDefaultAws).map((provider) => textOf(provider.inputs["region"]));
  const [first, ...others] = regions;
  if (first === undefined) return unknown("not in this source");
  return others.every((other) => other.known === first.known && (!other.known || !first.known || other.value === first.value))
    ? first
    : unknown("ambiguous");
}

const isDefaultAws = ({ urn, type }: Resource): boolean => type === "pulumi:providers:aws" && isDefaultProvider(urn);

/** A text property as a Maybe. */
export function textOf(value: Value | undefined): Maybe<string> {
  if (typeof value === "string") return known(value);
  if (value instanceof UnknownValue) return unknown("computed on deployment");
  if (value instanceof SecretValue) return unknown("secret");
  return unknown(value === undefined || value === null ? "not in this source" : "malformed");
}
