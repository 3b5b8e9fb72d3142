import { chain, known, unknown, type Maybe } from "../graph/maybe";
import type { Resource } from "../graph/resource-graph";
import { AssetValue, ReferenceValue, SecretValue, UnknownValue, type Value, type ValueMap } from "../graph/value";
import type { Setting } from "./scaling-model";

/** What stands at a property: nothing at all (nobody wrote it), or a value that may be unknown. */
export type Found<T> = Maybe<T> | undefined;

/** A property of a resource, or one nested in it: `"name"`, or `["stepScalingPolicyConfiguration", "cooldown"]`. */
export type Path = string | readonly string[];

/** Where to look: an object that may itself be unknown, and then all that is read out of it is. */
export type Properties = Maybe<ValueMap>;
/** Of a resource that is only read, what was found out about it: nothing before a deployment. */
export const inputsOf = (resource: Resource): Properties => (resource.external ? resource.outputs : known(resource.inputs));

/**
 * The value at a path. Undefined means that nobody wrote it; an unknown or secret value anywhere on the way makes the
 * rest of the path unknown or secret; anything that has no properties is malformed where one is asked of it.
 */
export function valueAt(properties: Properties, path: Path): Found<Value> {
  let here: Maybe<Value> = properties;
  for (const name of typeof path === "string" ? [path] : path) {
    const next: Found<Value> = chainFound(here, (value) => member(value, name));
    if (next === undefined) return undefined;
    here = next;
  }
  return chain(here, opened);
}

/** A number, or a string that is wholly one: Pulumi's AWS provider takes `"10"` for 10. Infinite and NaN are malformed. */
export const numberAt = (properties: Properties, path: Path): Found<number> => chainFound(valueAt(properties, path), asNumber);

/** A string; a number or a boolean counts as its text, as the provider would send it. */
export const stringAt = (properties: Properties, path: Path): Found<string> => chainFound(valueAt(properties, path), asString);

/** A boolean, or its text. */
export const booleanAt = (properties: Properties, path: Path): Found<boolean> => chainFound(valueAt(properties, path), asBoolean);

/** A list; its elements may each be unknown. */
export const listAt = (properties: Properties, path: Path): Found<readonly Maybe<Value>[]> =>
  chainFound(valueAt(properties, path), (value) => (isList(value) ? known(value.map(opened)) : unknown("malformed")));

/** A list of objects; each may be unknown. */
export const mapsAt = (properties: Properties, path: Path): Found<readonly Maybe<ValueMap>[]> => {
  const list = listAt(properties, path);
  return list?.known ? known(list.value.map((item) => chain(item, asMap))) : list;
};

/** A nested object. */
export const mapAt = (properties: Properties, path: Path): Found<ValueMap> => chainFound(valueAt(properties, path), asMap);

/** A setting: what was written, else what applies without it. */
export const setting = <T>(found: Found<T>, otherwise: Maybe<T>): Setting<T> =>
  found === undefined ? { value: otherwise, given: false } : { value: found, given: true };

/** As `setting`, where what applies without it is certain. */
export const withDefault = <T>(found: Found<T>, otherwise: T): Setting<T> => setting(found, known(otherwise));

/** A property that its resource cannot do without: absent is malformed. */
export const required = <T>(found: Found<T>): Maybe<T> => found ?? unknown("malformed");

/**
 * An input that a resource cannot do without. One that is absent and yet came out of the deployment was written: only the source does not
 * carry it, as a plan whose property dependencies do not name every input.
 */
export function requiredInput<T>(resource: Resource, property: string, read: (properties: Properties, path: Path) => Found<T>): Maybe<T> {
  const found = read(inputsOf(resource), property);
  const wasDeployed = found === undefined && resource.outputs.known && valueAt(resource.outputs, property) !== undefined;
  return wasDeployed ? unknown("not in this source") : required(found);
}

/** One of a closed set of words; any other word is malformed. */
export const oneOf = <Word extends string>(found: Found<string>, words: readonly Word[]): Found<Word> =>
  chainFound(found, (text) => {
    const word = words.find((w) => w === text);
    return word === undefined ? unknown("malformed") : known(word);
  });

/** The value under `change`, where there is one. */
export const mapFound = <A, B>(found: Found<A>, change: (value: A) => B): Found<B> => chainFound(found, (value) => known(change(value)));

/** As `mapFound`, where the change itself may not know, or may find nothing. */
export function chainFound<A, B>(found: Maybe<A>, change: (value: A) => Maybe<B>): Maybe<B>;
export function chainFound<A, B>(found: Found<A>, change: (value: A) => Maybe<B>): Found<B>;
export function chainFound<A, B>(found: Found<A>, change: (value: A) => Found<B>): Found<B>;
export function chainFound<A, B>(found: Found<A>, change: (value: A) => Found<B>): Found<B> {
  return found === undefined ? undefined : found.known ? change(found.value) : found;
}

/** All values together; unknown when one is, with the first reason. */
export function all<T>(values: readonly Maybe<T>[]): Maybe<readonly T[]> {
  const list: T[] = [];
  for (const value of values) {
    if (!value.known) return value;
    list.push(value.value);
  }
  return known(list);
}

export const asString = (value: Value): Maybe<string> =>
  typeof value === "string"
    ? known(value)
    : typeof value === "number" || typeof value === "boolean"
      ? known(String(value))
      : unknown("malformed");

export const asMap = (value: Value): Maybe<ValueMap> => (isMap(value) ? known(value) : unknown("malformed"));

/** Numbers longer than this are no number that anybody wrote. */
const longestNumber = 64;
const numeric = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/;

function asNumber(value: Value): Maybe<number> {
  const number = typeof value === "string" && value.length <= longestNumber && numeric.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? known(number) : unknown("malformed");
}

function asBoolean(value: Value): Maybe<boolean> {
  if (typeof value === "boolean") return known(value);
  return value === "true" ? known(true) : value === "false" ? known(false) : unknown("malformed");
}

function member(value: Value, name: string): Found<Value> {
  const open = opened(value);
  if (!open.known) return open;
  if (!isMap(open.value)) return unknown("malformed");
  const inner = Object.hasOwn(open.value, name) ? open.value[name] : undefined;
  return inner === undefined || inner === null ? undefined : known(inner);
}

function opened(value: Value): Maybe<Value> {
  if (value instanceof UnknownValue) return unknown("computed on deployment");
  if (value instanceof SecretValue) return unknown("secret");
  return known(value);
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const isMap = (value: Value): value is ValueMap =>
  typeof value === "object" &&
  value !== null &&
  !isList(value) &&
  !(value instanceof AssetValue) &&
  !(value instanceof ReferenceValue) &&
  !(value instanceof UnknownValue) &&
  !(value instanceof SecretValue);
