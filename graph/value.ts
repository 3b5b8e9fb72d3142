import type { Urn } from "./resource-graph";

/**
 * A property value as the engine would see it. Unknowns and secrets are values of their own; a secret
 * carries no plain text, so nothing that reads a graph can print one.
 */
export type Value =
  null | boolean | number | string | readonly Value[] | ValueMap | UnknownValue | SecretValue | AssetValue | ReferenceValue;
export interface ValueMap {
  readonly [property: string]: Value;
}

/** Computed on deployment. */
export class UnknownValue {
  readonly kind = "unknown";
  toJSON(): string {
    return "[unknown]";
  }
}
/** Marked secret by the program; the plain text was dropped when it was read. */
export class SecretValue {
  readonly kind = "secret";
  toJSON(): string {
    return "[secret]";
  }
}
/** A file, text or archive. */
export class AssetValue {
  readonly kind = "asset";
  constructor(readonly form: "asset" | "archive") {}
  toJSON(): string {
    return `[${this.form}]`;
  }
}
/** A whole resource used as a value. */
export class ReferenceValue {
  readonly kind = "reference";
  constructor(readonly urn: Urn) {}
  toJSON(): string {
    return `[resource ${this.urn}]`;
  }
}

export const unknownValue = new UnknownValue();
export const secretValue = new SecretValue();
