import type { CpuUnits, MiB } from "./units";

/**
 * The sizes that Fargate offers on Linux: for each CPU value the memory from `least` to `most` in steps of `step`, in MiB.
 * Source: Amazon ECS developer guide, "Troubleshoot Amazon ECS task definition invalid CPU or memory errors", read 2026-11-23.
 */
const SIZES: readonly { readonly cpu: number; readonly least: number; readonly most: number; readonly step: number }[] = [
  { cpu: 256, least: 512, most: 1024, step: 512 },
  { cpu: 256, least: 2048, most: 2048, step: 1024 },
  { cpu: 512, least: 1024, most: 4096, step: 1024 },
  { cpu: 1024, least: 2048, most: 8192, step: 1024 },
  { cpu: 2048, least: 4096, most: 16384, step: 1024 },
  { cpu: 4096, least: 8192, most: 30720, step: 1024 },
  { cpu: 8192, least: 16384, most: 61440, step: 4096 },
  { cpu: 16384, least: 32768, most: 122880, step: 8192 },
];

/** The smallest size; it applies where none is written. */
export const SMALLEST = ["0.25 vCPU", "0.5 GiB"] as const;

/** Does Fargate run tasks of this size? */
export const isFargateSize = (cpu: CpuUnits, memory: MiB): boolean => memoryOf(cpu).includes(memory);

/** What to write instead of a size that Fargate does not offer. */
export function allowedSize(cpu: CpuUnits): string {
  const memory = memoryOf(cpu);
  if (memory.length === 0) return `a vCPU of ${[...new Set(SIZES.map((size) => size.cpu / 1024))].join(", ")}`;
  return `with ${cpu / 1024} vCPU, a memory of ${memory.length <= 3 ? oneOf(memory.map(gib)) : ranges(cpu).join(", ")}`;
}

function memoryOf(cpu: CpuUnits): readonly number[] {
  return SIZES.filter((size) => size.cpu === cpu).flatMap(({ least, most, step }) =>
    Array.from({ length: (most - least) / step + 1 }, (_, i) => least + i * step),
  );
}

const ranges = (cpu: CpuUnits): readonly string[] =>
  SIZES.filter((size) => size.cpu === cpu).map(({ least, most, step }) =>
    least === most ? gib(least) : `${gib(least)} to ${gib(most)} in steps of ${gib(step)}`,
  );

const gib = (memory: number): string => `${memory / 1024} GiB`;

/** `a, b or c` */
const oneOf = (words: readonly string[]): string => words.join(", ").replace(/, ([^,]*)$/, " or $1");
