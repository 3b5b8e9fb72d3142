import type { ResourceGraph } from "../graph";
import { readModel } from "../model";
import { judge } from "../policies/judge";
import { buildReport } from "../report";
import type { OutputOptions } from "./output-options";
import { rendered } from "./render";
import type { Result } from "./run-command";

/** Reads a graph, asks every rule and shows the answers. */
export function judged(graph: ResourceGraph, file: string | null, options: OutputOptions): Result {
  const model = readModel(graph);
  const results = judge(model);
  return rendered(buildReport({ model, results, source: { kind: graph.source, file }, seconds: secondsSinceStart() }), options);
}

/** To the millisecond, from the start of the process. */
const secondsSinceStart = (): number => Math.round(performance.now()) / 1000;
