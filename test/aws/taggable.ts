import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const packages = join(__dirname, "../../node_modules/@pulumi");

/** The file in which an SDK declares a type: `aws:ecs/service:Service` is `aws/ecs/service.d.ts`. */
export function declarationsOf(type: string): string {
  const [sdk = "", module = "", name = ""] = type.split(":");
  return join(packages, sdk, module.includes("/") ? `${module}.d.ts` : `${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}.d.ts`);
}

/** Has a type an argument for tags? The SDK's own declarations say so. */
export function isTaggable(type: string): boolean {
  const known = answers.get(type);
  if (known !== undefined) return known;
  const file = declarationsOf(type);
  const answer = existsSync(file) && /interface \w+Args \{[^]*?\n {4}tags\?: /.test(readFileSync(file, "utf8"));
  answers.set(type, answer);
  return answer;
}
const answers = new Map<string, boolean>();
