import { databaseEngines } from "./database-engines";
import type { EngineName } from "./database-engines";

/** Capacities between which Aurora Serverless v2 moves, in ACU, from a version on. */
interface CapacityRange {
  readonly min: number;
  readonly max: number;
  /** The first minor version of each major one that has the range. */
  readonly since: Readonly<Record<string, string>>;
}

/**
 * Wider ranges first. Source: Aurora user guide, "How Aurora Serverless v2 works", capacity ranges and engine versions, read 2026-11-25.
 */
const POSTGRESQL: readonly CapacityRange[] = [
  { min: 0, max: 256, since: { "14": "14.12", "15": "15.7", "16": "16.3", "17": "17.4" } },
  { min: 0.5, max: 256, since: { "14": "14.10", "15": "15.5", "16": "16.1", "17": "17.4" } },
  { min: 0.5, max: 128, since: { "14": "14.3", "15": "15.2", "16": "16.1", "17": "17.4" } },
];
const MYSQL: readonly CapacityRange[] = [
  { min: 0, max: 256, since: { "3": "3.08.0" } },
  { min: 0.5, max: 256, since: { "3": "3.06.0" } },
  { min: 0.5, max: 128, since: { "3": "3.02.0" } },
];

/**
 * The widest range that a version has; undefined where it has none. A major version alone is the newest of its minor ones, because that
 * is what AWS installs.
 */
export function capacityRangeOf(engine: EngineName, version: string): Pick<CapacityRange, "min" | "max"> | undefined {
  const table = databaseEngines[engine].proxy === "MYSQL" ? MYSQL : POSTGRESQL;
  return table.find(({ since }) => {
    const first = Object.entries(since).find(([major]) => version === major || version.startsWith(`${major}.`))?.[1];
    return first !== undefined && (!version.includes(".") || isAtLeast(version, first));
  });
}

function isAtLeast(version: string, first: string): boolean {
  const [written, least] = [version.split(".").map(Number), first.split(".").map(Number)];
  const differing = written.findIndex((number, i) => number !== least[i]);
  return differing < 0 || (written[differing] ?? 0) > (least[differing] ?? 0);
}
