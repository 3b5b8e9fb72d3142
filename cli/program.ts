import { Command, InvalidArgumentError, Option } from "commander";
import type { CheckOptions } from "./commands/check";
import type { ExplainOptions } from "./commands/explain";
import type { PreviewOptions } from "./commands/preview";

/** The commands, each loaded only when it is asked for. Each answers an exit code. */
export interface Commands {
  preview(options: PreviewOptions): Promise<number>;
  check(options: CheckOptions): Promise<number>;
  explain(rule: string | undefined, options: ExplainOptions): Promise<number>;
}

/** The command line, without what the commands do. */
export function createProgram(version: string, commands: Commands, exit: (code: number) => void): Command {
  const program = new Command("headroom")
    .description("Judges what a Pulumi stack would scale before it is deployed.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .addHelpText("after", examples("headroom preview --stack dev", "headroom explain scale-in-cooldown-min"));

  withOutput(program.command("preview"))
    .summary("record a Pulumi program, judge it and show it; nothing is deployed")
    .description(
      "Records a Node.js Pulumi program without the engine, judges it and shows it. Nothing is deployed; no account, no network.",
    )
    .option(
      "-s, --stack <name>",
      "the stack; default: the one that --config-file names, the only Pulumi.<stack>.yaml of the program, else dev",
    )
    .option("-p, --program <dir>", "the folder of Pulumi.yaml", ".")
    .option("-f, --config-file <file>", "the stack's file; default: Pulumi.<stack>.yaml beside Pulumi.yaml")
    .addOption(timeLimit())
    .addHelpText("after", examples("headroom preview --stack dev", "headroom preview --program ../shop --stack prod --json"))
    .action(async (options: PreviewOptions) => exit(await commands.preview(options)));

  withOutput(program.command("check"))
    .summary("judge a file that Pulumi wrote, for programs in any language")
    .description(
      "Judges a file that Pulumi wrote, for programs in any language. Give exactly one of the three files; - reads standard input.",
    )
    .addOption(new Option("--preview <file>", "written by: pulumi preview --json --show-sames").conflicts(["plan", "export"]))
    .addOption(
      new Option("--plan <file>", "written by: pulumi preview --save-plan FILE (holds more than --json)").conflicts(["preview", "export"]),
    )
    .addOption(new Option("--export <file>", "written by: pulumi stack export").conflicts(["preview", "plan"]))
    .addHelpText(
      "after",
      examples(
        "pulumi preview --save-plan plan.json && headroom check --plan plan.json",
        "pulumi preview --json --show-sames | headroom check --preview -",
      ),
    )
    .action(async (options: CheckOptions) => exit(await commands.check(options)));

  withOutput(program.command("explain"))
    .summary("what a rule rejects, why, and how to fix it")
    .description("Shows a rule's page: what it rejects, why, and how to fix it. Without a rule, the list of all.")
    .argument("[rule]", "the rule's id, as findings name it")
    .addHelpText("after", examples("headroom explain scale-in-cooldown-min"))
    .action(async (rule: string | undefined, options: ExplainOptions) => exit(await commands.explain(rule, options)));

  return program;
}

const withOutput = (command: Command): Command =>
  command
    .addOption(new Option("--json", "print JSON (docs/report.md)").conflicts("markdown"))
    .addOption(new Option("--markdown", "print Markdown, fit for a pull request").conflicts("json"))
    .option("--debug", "on an error, print its stack trace too");

const timeLimit = (): Option =>
  new Option("--time-limit <seconds>", "end the program when it runs longer").argParser(parseSeconds).default(300);

/** @throws InvalidArgumentError with what is allowed. */
function parseSeconds(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 86_400) throw new InvalidArgumentError("It takes whole seconds from 1 to 86400.");
  return value;
}

const examples = (...lines: readonly string[]): string =>
  `\n${lines.length === 1 ? "Example" : "Examples"}:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;
