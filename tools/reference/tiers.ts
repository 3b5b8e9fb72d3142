import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { protection } from "../../components/protection";
import { docOf } from "./parts";

const FILE = "components/protection.ts";

/** What each tier protects, as rows of a table: the question that a doc comment asks, and each tier's answer. */
export function tierRows(root: string): readonly (readonly string[])[] {
  const source = ts.createSourceFile(FILE, readFileSync(join(root, FILE), "utf8"), ts.ScriptTarget.Latest, true);
  const [declared] = source.statements.filter(ts.isInterfaceDeclaration);
  const answers = Object.values(protection).map((answer) => new Map<string, unknown>(Object.entries(answer)));
  return (declared?.members ?? []).map((member) => {
    const key = member.name?.getText() ?? "";
    return [docOf(member), ...answers.map((answer) => shown(answer.get(key)))];
  });
}

export const tiers = (): readonly string[] => Object.keys(protection);

function shown(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
