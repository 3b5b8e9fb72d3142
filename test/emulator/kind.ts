import type { Clients } from "./clients";

type Inputs = Readonly<Record<string, unknown>>;

/** Where a property of Pulumi's stands in a request, with what becomes of its value; or why it is not sent. */
type Field = { readonly to: string; readonly value: (given: unknown) => unknown } | { readonly leftOut: string };

/** How a type is created and read through the AWS API. */
export interface Kind {
  /** Every property that the program uses. */
  readonly fields: Readonly<Record<string, Field>>;
  /** The request's member that holds the name which Pulumi makes up where none is given. */
  readonly nameIn?: string;
  /** Creates it and tells the outputs that others name it by. */
  readonly create: (clients: Clients, request: Inputs) => Promise<Inputs>;
  /** What the API tells of it, in the members of the request. */
  readonly read: (clients: Clients, request: Inputs) => Promise<unknown>;
  /** Members that moto 5.2.5 takes and does not give back. */
  readonly lost: readonly string[];
  /** What AWS takes and moto 5.2.5 does not know. */
  readonly unknown: (request: Inputs) => boolean;
}

interface TypedKind<Request> {
  readonly fields: Kind["fields"];
  readonly nameIn?: string & keyof Request;
  readonly create: (clients: Clients, request: Request) => Promise<Inputs>;
  readonly read: (clients: Clients, request: Request) => Promise<unknown>;
  readonly lost?: Kind["lost"];
  readonly unknown?: (request: Request) => boolean;
}

/** A kind whose requests the SDK describes. The fields make the request what the SDK says: the emulator refuses it otherwise. */
export const kind = <Request>({ create, read, lost = [], unknown = () => false, ...rest }: TypedKind<Request>): Kind => ({
  ...rest,
  lost,
  create: (clients, request) => create(clients, request as Request),
  read: (clients, request) => read(clients, request as Request),
  unknown: (request) => unknown(request as Request),
});

const asItIs = (given: unknown): unknown => given;

export const as = (to: string, value: (given: unknown) => unknown = asItIs): Field => ({ to, value });
export const leftOut = (reason: string): Field => ({ leftOut: reason });

/** The same word in the API, with a capital: `maxCapacity` is `MaxCapacity`. */
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Properties that have the same name in the API, with a capital or without. */
export const capitals = (...names: readonly string[]): Readonly<Record<string, Field>> =>
  Object.fromEntries(names.map((name) => [name, as(capital(name))]));
export const same = (...names: readonly string[]): Readonly<Record<string, Field>> =>
  Object.fromEntries(names.map((name) => [name, as(name)]));

/** Every key with a capital, however deep. */
export function capitalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(capitalised);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [capital(key), capitalised(inner)]));
}

/** A mapping as the API's list: `{a: "1"}` is `[{Key: "a", Value: "1"}]`. */
export const listed =
  (key: string, value: string) =>
  (given: unknown): unknown =>
    Object.entries((given ?? {}) as Inputs).map(([name, text]) => ({ [key]: name, [value]: text }));

export const pairs = listed("Key", "Value");

/** The request for a resource, and what nobody says how to send. */
export function requestOf({ fields, nameIn }: Kind, inputs: Inputs, madeUp: unknown): { request: Inputs; unknown: readonly string[] } {
  const request: Record<string, unknown> = nameIn === undefined ? {} : { [nameIn]: madeUp };
  const unknown: string[] = [];
  for (const [property, given] of Object.entries(inputs)) {
    const field = fields[property];
    if (field === undefined) unknown.push(property);
    else if ("to" in field && given !== undefined) request[field.to] = merged(request[field.to], field.value(given));
  }
  return { request, unknown };
}

/** Several properties may make one member, such as a queue's attributes. */
const merged = (before: unknown, value: unknown): unknown => (isMapping(before) && isMapping(value) ? { ...before, ...value } : value);

const isMapping = (value: unknown): value is Inputs => typeof value === "object" && value !== null && !Array.isArray(value);
