import * as pulumi from "@pulumi/pulumi";
import { levelsOf, linesOf } from "./graph";
import type { Graph, Section } from "./graph";

/** A function, as its dashboard needs it. */
export interface ShownFunction {
  readonly name: string;
  readonly functionName: pulumi.Input<string>;
  /** Seconds. */
  readonly timeout: number;
  /** Calls at once that are kept for it, and its limit. */
  readonly reserved?: number | undefined;
  /** What of it is kept ready: the alias, and the share that should be busy. */
  readonly provisioned?: { readonly alias: string; readonly target: number } | undefined;
}

/** Concurrency, duration, errors and throttles. Source: Lambda developer guide, "Types of metrics for Lambda functions", read 2026-11-25. */
export const functionsDashboard = (functions: readonly ShownFunction[]): readonly Section[] =>
  functions.map((fn) => ({ title: fn.name, graphs: [...concurrency(fn), duration(fn), errors(fn), throttles(fn)] }));

const linesFor = ({ functionName }: ShownFunction) => linesOf("AWS/Lambda", { FunctionName: functionName });

function concurrency(fn: ShownFunction): readonly Graph[] {
  const all: Graph = {
    title: `${fn.name}: concurrency`,
    unit: "calls at once",
    lines: [linesFor(fn)("ConcurrentExecutions", "Maximum", "at once")],
    levels: levelsOf([{ label: "reserved", value: fn.reserved }]),
  };
  return fn.provisioned === undefined ? [all] : [all, provisioned(fn, fn.provisioned)];
}

/** A share from 0 to 1, published while the environments are busy alone. */
const provisioned = (fn: ShownFunction, { alias, target }: NonNullable<ShownFunction["provisioned"]>): Graph => ({
  title: `${fn.name}: provisioned concurrency`,
  unit: "share that is busy",
  lines: [
    linesOf("AWS/Lambda", { FunctionName: fn.functionName, Resource: pulumi.interpolate`${fn.functionName}:${alias}` })(
      "ProvisionedConcurrencyUtilization",
      "Maximum",
      "busy",
    ),
  ],
  levels: [{ label: "target", value: target / 100 }],
});

const duration = (fn: ShownFunction): Graph => {
  const line = linesFor(fn);
  return {
    title: `${fn.name}: duration`,
    unit: "ms",
    lines: [line("Duration", "p50", "p50"), line("Duration", "p95", "p95"), line("Duration", "Maximum", "longest")],
    levels: [{ label: "timeout", value: fn.timeout * 1000 }],
  };
};

const errors = (fn: ShownFunction): Graph => {
  const line = linesFor(fn);
  return { title: `${fn.name}: errors`, unit: "calls", lines: [line("Invocations", "Sum", "calls"), line("Errors", "Sum", "failed")] };
};

const throttles = (fn: ShownFunction): Graph => ({
  title: `${fn.name}: throttles`,
  unit: "calls",
  lines: [linesFor(fn)("Throttles", "Sum", "refused")],
});
