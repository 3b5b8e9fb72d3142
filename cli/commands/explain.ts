import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../../config/nearest";
import type { Rule } from "../../policies/rule";
import { rules } from "../../policies/rules";
import { jsonText } from "../../report/json";
import { Failure } from "../failure";
import type { OutputOptions } from "../output-options";
import { pageText } from "../page-text";
import { runCommand } from "../run-command";
import { stdout } from "../streams";

export type ExplainOptions = OutputOptions;

/** Shows a rule's page, or the list of all rules. Answers the exit code. */
export const explain = (id: string | undefined, options: ExplainOptions): Promise<number> =>
  runCommand(options, () => Promise.resolve({ output: id === undefined ? list(options) : page(ruleOf(id), options), exitCode: 0 }));

function ruleOf(id: string): Rule {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) throw unknownRule(id);
  return rule;
}

function page(rule: Rule, { json, markdown }: ExplainOptions): string {
  const text = readFileSync(pageOf(rule), "utf8");
  if (json === true) return jsonText({ version: 1, rule: { ...summary(rule), page: text } });
  return markdown === true ? text : pageText(text, stdout.colours);
}

function list({ json, markdown }: ExplainOptions): string {
  if (json === true) return jsonText({ version: 1, rules: rules.map(summary) });
  if (markdown === true) return rules.map(({ id, level, title }) => `- \`${id}\` (${level}): ${title}\n`).join("");
  return rules.map(({ id, level, title }) => `${stdout.colours.bold(id)}  ${level}\n  ${title}\n`).join("\n");
}

const summary = ({ id, title, level, appliesTo, parameters }: Rule): object => ({ id, title, level, appliesTo, parameters });

/** The build puts the rules' pages beside this file. */
const pageOf = ({ id }: Rule): string => join(__dirname, "rules", `${id}.md`);

function unknownRule(id: string): Failure {
  const ids = rules.map((rule) => rule.id);
  const near = nearest(id, ids);
  const hint = near === undefined ? "" : ` Did you mean ${near}?`;
  return new Failure(
    "usage",
    `There is no rule ${JSON.stringify(id)}.${hint}\nThe rules are:\n${ids.map((each) => `  ${each}`).join("\n")}`,
  );
}
