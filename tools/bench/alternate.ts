import { measured, type Run } from "./processes";

/** One way to do the thing that is compared. */
export interface Contender {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** The medians of a contender's rounds. */
export interface Result extends Run {
  readonly name: string;
  readonly rounds: readonly Run[];
}

/** Runs the contenders in turn, beginning with another one in each round, so that a slow minute of the machine hits all. */
export async function alternate(
  contenders: readonly Contender[],
  rounds: number,
  say: (text: string) => void = tell,
): Promise<readonly Result[]> {
  const runs = new Map(contenders.map(({ name }) => [name, [] as Run[]]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of rotated(contenders, round)) {
      say(`round ${round + 1} of ${rounds}: ${name}`);
      runs.get(name)?.push(await measured(run));
    }
  }
  return contenders.map(({ name }) => resultOf(name, runs.get(name) ?? []));
}

/** Progress, beside the tables. */
export const tell = (text: string): void => void process.stderr.write(`  ${text}\n`);

const rotated = <T>(list: readonly T[], by: number): readonly T[] => [...list.slice(by % list.length), ...list.slice(0, by % list.length)];

function resultOf(name: string, rounds: readonly Run[]): Result {
  return {
    name,
    rounds,
    seconds: median(rounds.map(({ seconds }) => seconds)),
    cpu: medianOf(rounds.map(({ cpu }) => cpu)),
    peak: medianOf(rounds.map(({ peak }) => peak)),
  };
}

/** Undefined where nothing was measured. */
function medianOf(figures: readonly (number | undefined)[]): number | undefined {
  const measured = figures.filter((figure) => figure !== undefined);
  return measured.length > 0 ? median(measured) : undefined;
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((a, b) => a + b, 0) / middle.length;
}
