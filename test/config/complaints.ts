import { validate } from "../../config";
import { edited, everyKey } from "./example";

/** Every sentence about the configuration that uses every key, with one value set, or left out where it is undefined. */
export function complaintsAfter(way: string, value: unknown): readonly string[] {
  const [section = "", ...rest] = way.split(".");
  const result = validate(edited(everyKey(), [`headroom:${section}`, ...rest], value), "Pulumi.prod.yaml");
  return result.ok ? [] : result.problems.map((each) => each.message);
}
