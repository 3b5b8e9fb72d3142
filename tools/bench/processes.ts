import { readdirSync, readFileSync } from "node:fs";

/** How often the processes are looked at, in milliseconds. Each one remembers its own peak in between. */
const interval = 50;

/** One measured run. */
export interface Run {
  readonly seconds: number;
  /** Sum of the peaks of every process that the run started, in bytes; undefined where there is no /proc. */
  readonly peak: number | undefined;
}

/** Runs something that starts processes, and measures them. Processes that were there before do not count. */
export async function measured(start: () => Promise<unknown>): Promise<Run> {
  const before = new Set(descendants(process.pid));
  const peaks = new Map<number, number>();
  const look = (): void => {
    for (const pid of descendants(process.pid)) if (!before.has(pid)) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid) ?? 0));
  };
  const timer = setInterval(look, interval);
  const started = performance.now();
  try {
    await start();
    return { seconds: (performance.now() - started) / 1000, peak: hasProc ? sum([...peaks.values()]) : undefined };
  } finally {
    clearInterval(timer);
  }
}

const hasProc = process.platform === "linux";

/** Children, their children, and so on. */
function descendants(pid: number): readonly number[] {
  const children = hasProc ? childrenOf(pid) : [];
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function childrenOf(pid: number): readonly number[] {
  const threads = ofProcess(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  return threads.flatMap((thread) => {
    const list = ofProcess(() => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8")) ?? "";
    return list.split(" ").filter(Boolean).map(Number);
  });
}

/** The largest resident set that the process ever had, in bytes. */
function peakOf(pid: number): number | undefined {
  const status = ofProcess(() => readFileSync(`/proc/${pid}/status`, "utf8"));
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status ?? "")?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

/** A process may end between two looks. */
function ofProcess<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
