import { readdirSync, readFileSync } from "node:fs";

/** How often the processes are looked at, in milliseconds. Each one remembers its own peak in between. */
const interval = 50;

/** One measured run. */
export interface Run {
  readonly seconds: number;
  /** Time on all processors, in seconds: it varies less than the clock on a machine that does other work too. Undefined without /proc. */
  readonly cpu: number | undefined;
  /** Sum of the peaks of every process that the run started, in bytes; undefined where there is no /proc. */
  readonly peak: number | undefined;
}

/** Runs something that starts processes, and measures them. Processes that were there before do not count. */
export async function measured(start: () => Promise<unknown>): Promise<Run> {
  const before = new Set(descendants(process.pid));
  const last = new Map<number, Look>();
  const look = (): void => {
    for (const pid of descendants(process.pid)) {
      const now = before.has(pid) ? undefined : lookAt(pid);
      if (now) last.set(pid, now);
    }
  };
  const timer = setInterval(look, interval);
  const started = performance.now();
  try {
    await start();
    const wall = (performance.now() - started) / 1000;
    const looks = [...last.values()];
    return hasProc
      ? { seconds: wall, cpu: sum(looks.map(({ cpu }) => cpu)), peak: sum(looks.map(({ peak }) => peak)) }
      : { seconds: wall, cpu: undefined, peak: undefined };
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

/** What a process has used until now. */
interface Look {
  readonly cpu: number;
  readonly peak: number;
}

/** Both figures of a process only grow; an ended one that nobody has waited for has no memory left to show. */
function lookAt(pid: number): Look | undefined {
  const status = ofProcess(() => readFileSync(`/proc/${pid}/status`, "utf8"));
  const stat = ofProcess(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status ?? "")?.[1];
  // After the name, which may hold blanks: state is the first field, user and system time are the 12th and 13th.
  const [user, system] =
    stat
      ?.slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number) ?? [];
  if (kibibytes === undefined || user === undefined || system === undefined) return undefined;
  return { cpu: (user + system) / ticksPerSecond, peak: Number(kibibytes) * 1024 };
}

/** USER_HZ, which is 100 on every Linux that Node.js runs on. */
const ticksPerSecond = 100;

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
