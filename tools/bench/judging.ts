import { buildSync } from "esbuild";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { median, tell } from "./alternate";
import { ended } from "./bare-runner";
import { repository } from "./contenders";
import { generateProgram } from "./generated-program";
import { measured } from "./processes";
import { mebibytes, plain, seconds, section, targetsTable } from "./table";

/** What the worker measured in its own process. */
export interface Judged {
  readonly resources: number;
  readonly scalables: number;
  readonly rules: number;
  /** From the start of the program's process to its end. */
  readonly recordSeconds: number;
  /** Reading the model and judging it, once, as a preview does. */
  readonly judgeSeconds: number;
  /** The fastest of five more times: what growth is measured by. */
  readonly warmSeconds: number;
  /** What graph, model and results hold. */
  readonly heldBytes: number;
}
type Sample = Judged & { readonly peak: number | undefined };

/** Services of the generated programs, five resources each. */
const sizes = [100, 500, 1000] as const;

/** How reading and judging compare with recording, and how all of it grows from some 500 to some 5,000 resources. */
export async function judging(rounds: number): Promise<string> {
  const worker = buildWorker();
  try {
    const samples: [Sample[], Sample[], Sample[]] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
      for (const [index, services] of sizes.entries()) {
        tell(`round ${round + 1} of ${rounds}: ${services * 5} resources`);
        samples[index]?.push(await sample(worker, services));
      }
    }
    const [small, medium, large] = samples.map(middle);
    return small && medium && large ? report([small, medium, large]) : "";
  } finally {
    rmSync(worker);
  }
}

/** Beside the built recorder, whose preloaded module it looks for there. */
function buildWorker(): string {
  const outfile = join(repository, "dist/bench-worker.js");
  buildSync({
    entryPoints: [join(__dirname, "judging-worker.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
}

async function sample(worker: string, services: number): Promise<Sample> {
  const program = generateProgram(services);
  try {
    let said = "";
    const { peak } = await measured(async () => {
      said = await ended("the worker", process.execPath, ["--expose-gc", worker, program.folder], { cwd: program.folder });
    });
    return { ...(JSON.parse(said) as Judged), peak };
  } finally {
    program.remove();
  }
}

function middle(samples: readonly Sample[]): Sample | undefined {
  const [first] = samples;
  const of = (figure: (sample: Sample) => number): number => median(samples.map(figure));
  return (
    first && {
      ...first,
      recordSeconds: of((s) => s.recordSeconds),
      judgeSeconds: of((s) => s.judgeSeconds),
      warmSeconds: of((s) => s.warmSeconds),
      heldBytes: of((s) => s.heldBytes),
      peak: first.peak === undefined ? undefined : of((s) => s.peak ?? Number.NaN),
    }
  );
}

type Sizes = readonly [small: Sample, medium: Sample, large: Sample];

/**
 * What a further resource costs in the upper half against the lower one: 1 where growth is linear, whatever the fixed part,
 * and 2.5 where it is quadratic.
 */
function growth([small, medium, large]: Sizes, figure: (sample: Sample) => number): number {
  const perResource = (a: Sample, b: Sample): number => (figure(b) - figure(a)) / (b.resources - a.resources);
  return perResource(medium, large) / perResource(small, medium);
}

/** Half way between linear and quadratic is 1.75; measurements of a shared machine vary. */
const linear = 1.5;

function report(sizesMeasured: Sizes): string {
  const [, , large] = sizesMeasured;
  const table = plain(["", ...sizesMeasured.map(({ resources }) => `${resources} resources`)], ["left", "right", "right", "right"]);
  const figures: [string, (sample: Sample) => number, (value: number) => string][] = [
    ["recording", (s) => s.recordSeconds, seconds],
    [`reading and judging (${large.rules} rules), once more`, (s) => s.warmSeconds, milliseconds],
    ["graph, model and results in memory", (s) => s.heldBytes, mebibytes],
    ["peak memory of all processes", ({ peak }) => peak ?? Number.NaN, (value) => mebibytes(Number.isNaN(value) ? undefined : value)],
  ];
  table.push([`reading and judging (${large.rules} rules)`, ...sizesMeasured.map(({ judgeSeconds }) => milliseconds(judgeSeconds))]);
  for (const [name, figure, show] of figures) table.push([name, ...sizesMeasured.map((sample) => show(figure(sample)))]);
  return section(
    "reading and judging",
    table.toString(),
    "",
    targetsTable([
      { what: "reading and judging / recording", figure: large.judgeSeconds / large.recordSeconds, atMost: 0.1 },
      ...figures.map(([name, figure]) => ({
        what: `a further resource at the end / at the beginning: ${name}`,
        figure: known(growth(sizesMeasured, figure)),
        atMost: linear,
        absent: "no /proc on this system",
      })),
    ]),
  );
}

const known = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);
const milliseconds = (value: number): string => `${(value * 1000).toFixed(0)} ms`;
