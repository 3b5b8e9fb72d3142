import { spawn } from "node:child_process";
import { join } from "node:path";
import { sentence } from "../../../policies/rule";
import { ownProgram } from "./workspace";

/** What the `headroom` command said. */
export interface Verdicts {
  readonly code: number;
  /** `<rule>: <verdict>`, in the order of the report. */
  readonly rules: readonly string[];
  /** `<level> <rule>: <sentence>` of each finding. */
  readonly findings: readonly string[];
}

/** The part of `--json` that is compared. */
interface Report {
  readonly rules: readonly { readonly id: string; readonly verdict: string }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly level: string;
    readonly subject: string;
    readonly actual: string;
    readonly allowed: string;
    readonly fix: string;
  }[];
}

/** Runs the built command line. */
export async function headroom(...args: readonly string[]): Promise<Verdicts> {
  const { code, stdout, stderr } = await run([join(ownProgram, "dist/headroom.js"), ...args, "--json"]);
  if (code > 1) throw new Error(`headroom ${args.join(" ")} ended with ${code}:\n${stderr}`);
  const { rules, findings } = JSON.parse(stdout) as Report;
  return {
    code,
    rules: rules.map(({ id, verdict }) => `${id}: ${verdict}`),
    findings: findings.map(({ level, rule, subject, ...said }) =>
      line(level, rule, sentence({ subject: { name: subject, at: "stack" }, ...said })),
    ),
  };
}

/** What a policy pack reported in the text of `pulumi preview`, in the form of `Verdicts.findings`, sorted. */
export function violations(stdout: string): string[] {
  const reported = stdout.matchAll(/^ *- \[(\w+)\] +([\w-]+) .*\n +(.+)$/gm);
  return [...reported].map(([, level = "", rule = "", said = ""]) => line(level, rule, said)).sort();
}

const line = (level: string, rule: string, said: string): string => `${level} ${rule}: ${said}`;

function run(args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    const printed = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const)
      child[stream].setEncoding("utf8").on("data", (text: string) => (printed[stream] += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, ...printed }));
  });
}
