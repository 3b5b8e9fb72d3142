import type { ValueMap } from "../value";
import { decodeMap } from "../wire";
import { bareMap } from "./bare-map";
import { unreadable, type FileKind } from "./source-error";

/** The file that is being read, for messages. */
export interface Origin {
  readonly kind: FileKind;
  readonly file: string;
}

type Json = Readonly<Record<string, unknown>>;

export const isObject = (json: unknown): json is Json => typeof json === "object" && json !== null && !Array.isArray(json);

/**
 * One object of a file and where it stands there. A field that is absent or null is undefined or empty; one of another type than
 * Pulumi writes is an error that names its path.
 */
export class Fields {
  private constructor(
    private readonly origin: Origin,
    private readonly path: string,
    private readonly json: Json,
  ) {}

  static of(origin: Origin, path: string, json: unknown): Fields {
    if (!isObject(json)) throw damaged(origin, path, "an object");
    return new Fields(origin, path, json);
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  text(name: string): string | undefined {
    const value = this.raw(name);
    if (value === undefined || typeof value === "string") return value;
    throw this.damaged(name, "a text");
  }

  flag(name: string): boolean {
    const value = this.raw(name);
    if (value === undefined || typeof value === "boolean") return value === true;
    throw this.damaged(name, "true or false");
  }

  count(name: string): number | undefined {
    const value = this.raw(name);
    if (value === undefined || typeof value === "number") return value;
    throw this.damaged(name, "a number");
  }

  texts(name: string): readonly string[] {
    const list = this.list(name);
    if (list.every((item) => typeof item === "string")) return list;
    throw this.damaged(name, "a list of texts");
  }

  /** The objects of a list. */
  objects(name: string): readonly Fields[] {
    return this.list(name).map((item, index) => Fields.of(this.origin, this.at(`${name}[${index}]`), item));
  }

  object(name: string): Fields | undefined {
    return this.has(name) ? Fields.of(this.origin, this.at(name), this.raw(name)) : undefined;
  }

  /** The objects of a map, by key. */
  entries(name: string): readonly (readonly [string, Fields])[] {
    const map = this.object(name);
    return map ? Object.keys(map.json).map((key) => [key, Fields.of(this.origin, `${map.path}["${shown(key)}"]`, map.json[key])]) : [];
  }

  /** A map of lists of texts; a list that is null is empty. */
  textLists(name: string): Readonly<Record<string, readonly string[]>> {
    const map = this.object(name);
    const lists = bareMap<readonly string[]>();
    for (const key of Object.keys(map?.json ?? {})) lists[key] = map?.texts(key) ?? [];
    return lists;
  }

  /** Properties in Pulumi's encoding. */
  properties(name: string): ValueMap {
    return decodeMap(this.object(name)?.json);
  }

  damaged(name: string, expected: string): Error {
    return damaged(this.origin, this.at(name), expected);
  }

  private list(name: string): readonly unknown[] {
    const value = this.raw(name) ?? [];
    if (Array.isArray(value)) return value;
    throw this.damaged(name, "a list");
  }

  private raw(name: string): unknown {
    return Object.hasOwn(this.json, name) ? (this.json[name] ?? undefined) : undefined;
  }

  private at(name: string): string {
    return this.path === "" ? shown(name) : `${this.path}.${shown(name)}`;
  }
}

const damaged = (origin: Origin, path: string, expected: string): Error =>
  unreadable(origin.kind, origin.file, path === "" ? `is not ${expected}` : `is damaged, for ${path} is not ${expected}`);

const shown = (key: string): string => (key.length > 120 ? `${key.slice(0, 119)}…` : key);
