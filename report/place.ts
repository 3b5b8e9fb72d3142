import type { Maybe } from "../graph";
import type { ResourceRef } from "../model";
import type { Subject } from "../policies/rule";
import type { Place, Quantity } from "./report";

export const quantity = <T>(value: Maybe<T>): Quantity<T> => (value.known ? value.value : { unknown: value.why });

export const isUnknown = (value: unknown): value is { readonly unknown: string } =>
  typeof value === "object" && value !== null && "unknown" in value;

export const place = (at: ResourceRef): Place => ({
  urn: at.urn,
  type: at.type,
  position: at.position.known ? at.position.value : null,
  configPath: at.component?.configPath ?? null,
});

export const subjectPlace = ({ at }: Subject): Place | null => (at === "stack" ? null : place(at));
