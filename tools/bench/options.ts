import { parseArgs } from "node:util";

export const partNames = ["dev", "generated", "judging"] as const;
export type PartName = (typeof partNames)[number];

export interface Options {
  readonly only: readonly PartName[];
  /** Measurements of each figure; their median counts. */
  readonly rounds: number;
}

export const usage = `npm run bench -- [--only PART[,PART]] [--rounds N]

  --only     ${partNames.join(", ")} (default: all)
  --rounds   measurements of each figure, of which the median counts (default: 5)
`;

/** The options, or what is wrong with them. */
export function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({ args: [...args], options: { only: { type: "string" }, rounds: { type: "string" } } });
    const rounds = Number(values.rounds ?? "5");
    if (!Number.isInteger(rounds) || rounds < 1) return `--rounds takes a whole number from 1, not ${values.rounds}.`;
    const wished = values.only?.split(",") ?? partNames;
    const foreign = wished.find((name) => !isPart(name));
    return foreign === undefined ? { only: wished.filter(isPart), rounds } : `--only takes ${partNames.join(", ")}, not ${foreign}.`;
  } catch (error) {
    return (error as Error).message;
  }
}

const isPart = (name: string): name is PartName => (partNames as readonly string[]).includes(name);
