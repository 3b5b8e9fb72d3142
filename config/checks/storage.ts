import { gp3 } from "../gp3";
import type { Segments } from "../problems";
import { numberAt, textAt } from "../raw";
import type { Said } from "../sentences";
import { parseGibibytes } from "../units";

/** Storage that RDS would refuse: growth to less than it asks for, and speed that the size does not offer. */
export function storageOfInstance(database: unknown, way: Segments): readonly Said[] {
  const [size, max] = [gib(database, "size"), gib(database, "max")];
  return [...growth(size, max, way), ...(size === undefined ? [] : speed(database, size, way))];
}

const gib = (database: unknown, key: string): number | undefined => {
  const text = textAt(database, ["storage", key]);
  return text === undefined ? undefined : parseGibibytes(text);
};

function growth(size: number | undefined, max: number | undefined, way: Segments): readonly Said[] {
  if (size === undefined || max === undefined) return [];
  const least = Math.ceil((size * (100 + gp3.growth)) / 100);
  if (max >= least) return [];
  return [
    {
      segments: [...way, "storage", "max"],
      says: `is ${max} GiB; write at least ${least} GiB, because RDS wants room for ${gp3.growth} % more than size`,
    },
  ];
}

function speed(database: unknown, size: number, way: Segments): readonly Said[] {
  const keys = ["iops", "throughput"] as const;
  const written = keys.filter((key) => numberAt(database, ["storage", key]) !== undefined);
  if (size < gp3.striped)
    return written.map((key) => ({
      segments: [...way, "storage", key],
      says: `needs a size of at least ${gp3.striped} GiB; below it gp3 has ${gp3.below.iops} IOPS and ${gp3.below.throughput} MiB a second, no more and no less`,
    }));
  return ratios(database, way);
}

function ratios(database: unknown, way: Segments): readonly Said[] {
  const iops = numberAt(database, ["storage", "iops"]) ?? gp3.from.iops;
  const throughput = numberAt(database, ["storage", "throughput"]);
  if (throughput === undefined) return [];
  const segments = [...way, "storage", "throughput"];
  const most = Math.floor(iops * gp3.throughputPerIops);
  if (throughput > most) return [{ segments, says: `is ${throughput}; write at most ${most}, a quarter of the IOPS, or more iops` }];
  const least = textAt(database, ["engine"]) === "mysql" ? Math.ceil(iops / gp3.mysqlIopsPerThroughput) : 0;
  return throughput < least ? [{ segments, says: `is ${throughput}; write at least ${least}, which MySQL needs for ${iops} IOPS` }] : [];
}
