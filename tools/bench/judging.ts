import { buildSync } from "esbuild";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { median } from "./alternate";
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
  /** What graph, model and results hold. */
  readonly heldBytes: number;
}
type Sample = Judged & { readonly peak: number | undefined };

const few = 100;
const many = 1000;

/** How reading and judging compare with recording, and how all of it grows from some 500 to some 5,000 resources. */
export async function judging(rounds: number): Promise<string> {
  const worker = buildWorker();
  try {
    const samples: Sample[][] = [[], []];
    for (let round = 0; round < rounds; round++) {
      for (const [index, services] of [few, many].entries()) {
        process.stderr.write(`  round ${round + 1} of ${rounds}: ${services * 5} resources\n`);
        samples[index]?.push(await sample(worker, services));
      }
    }
    const [small, large] = samples.map(middle);
    return small && large ? report(small, large) : "";
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
      heldBytes: of((s) => s.heldBytes),
      peak: first.peak === undefined ? undefined : of((s) => s.peak ?? Number.NaN),
    }
  );
}

/** 1 is linear, 2 is quadratic; below 1 is a fixed part that no longer counts. */
const exponent = (small: Sample, large: Sample, figure: (sample: Sample) => number): number =>
  Math.log(figure(large) / figure(small)) / Math.log(large.resources / small.resources);

/** An exponent that still counts as linear: measurements of a shared machine vary. */
const linear = 1.15;

function report(small: Sample, large: Sample): string {
  const table = plain(
    ["", `${small.resources} resources`, `${large.resources} resources`, "exponent"],
    ["left", "right", "right", "right"],
  );
  const peak = ({ peak: bytes }: Sample): number => bytes ?? Number.NaN;
  const figures: [string, (sample: Sample) => number, (value: number) => string][] = [
    ["recording", (s) => s.recordSeconds, seconds],
    [`reading and judging (${large.rules} rules)`, (s) => s.judgeSeconds, milliseconds],
    ["graph, model and results in memory", (s) => s.heldBytes, mebibytes],
    ["peak memory of all processes", peak, (value) => mebibytes(Number.isNaN(value) ? undefined : value)],
  ];
  for (const [name, figure, show] of figures)
    table.push([name, show(figure(small)), show(figure(large)), exponent(small, large, figure).toFixed(2)]);
  return section(
    "reading and judging",
    table.toString(),
    "",
    targetsTable([
      { what: "reading and judging / recording", figure: large.judgeSeconds / large.recordSeconds, atMost: 0.1 },
      ...figures.map(([name, figure]) => ({
        what: `growth of ${name}, exponent`,
        figure: known(exponent(small, large, figure)),
        atMost: linear,
        absent: "no /proc on this system",
      })),
    ]),
  );
}

const known = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);
const milliseconds = (value: number): string => `${(value * 1000).toFixed(0)} ms`;
