/** Records a program, then reads and judges it, in a process of its own; prints what each took, as JSON. Started with --expose-gc. */
import { record } from "../../graph/recorder";
import { readModel } from "../../model";
import { judge } from "../../policies/judge";
import type { Judged } from "./judging";

const collect = (globalThis as unknown as { gc(): void }).gc;
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

async function main(program: string): Promise<Judged> {
  const empty = heap();
  const started = performance.now();
  const { graph } = await record({ program, stack: "dev", timeoutSeconds: 600 });
  const recorded = performance.now();
  const model = readModel(graph);
  const results = judge(model);
  const judged = performance.now();
  const heldBytes = heap() - empty;
  const again = Array.from({ length: 5 }, () => timed(() => judge(readModel(graph))));
  return {
    resources: graph.resources.length,
    scalables: model.scalables.length,
    rules: results.length,
    recordSeconds: (recorded - started) / 1000,
    judgeSeconds: (judged - recorded) / 1000,
    warmSeconds: Math.min(...again),
    heldBytes,
  };
}

void main(process.argv[2] ?? "").then((judged) => process.stdout.write(JSON.stringify(judged)));
