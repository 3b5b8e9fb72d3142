import type { ResourceRef } from "./scaling-model";

/** What the configuration calls it (`main` of `headroom:databases.main.readers`), else what the program does. */
export function scalableName(at: ResourceRef): string {
  const path = at.component?.configPath.split(".") ?? [];
  return path[1] || at.name;
}
