import { dev } from "./dev";
import { generated } from "./generated";
import { judging } from "./judging";
import { readOptions, usage, type PartName } from "./options";
import { heading } from "./table";

/** Each part measures and prints its own table. */
const parts: Readonly<Record<PartName, (rounds: number) => Promise<string>>> = { dev, generated, judging };

export async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (typeof options === "string") {
    process.stderr.write(`${options}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  process.stdout.write(heading(options.rounds));
  for (const name of options.only) process.stdout.write(await parts[name](options.rounds));
}
