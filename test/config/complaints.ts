import { validate } from "../../config";
import { edited, everyKey } from "./example";

/** Every sentence about a configuration. */
export function complaints(raw: Record<string, unknown>): readonly string[] {
  const result = validate(raw, "Pulumi.prod.yaml");
  return result.ok ? [] : result.problems.map((each) => each.message);
}

/** Every sentence about the configuration that uses every key, with one value set, or left out where it is undefined. */
export function complaintsAfter(way: string, value: unknown): readonly string[] {
  const [section = "", ...rest] = way.split(".");
  return complaints(edited(everyKey(), [`headroom:${section}`, ...rest], value));
}
