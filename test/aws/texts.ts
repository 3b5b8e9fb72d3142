/** A text within a resource's inputs, and where it stands: `containerDefinitions`, `rules.0.id`. */
export interface Text {
  readonly path: string;
  readonly text: string;
}

/** Every text within a value. */
export function textsIn(value: unknown, path = ""): readonly Text[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path === "" ? key : `${path}.${key}`));
}
