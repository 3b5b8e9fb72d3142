/**
 * Units in words, parsed once, strictly: `5 minutes`, `0.5 vCPU`, `1 GiB`, `70%`. A number and its unit are read as decimal
 * digits, so `1.1 minutes` is 66 s exactly. What is not written this way is undefined, never a guess.
 */
declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]: Name };

export type Seconds = Branded<"seconds">;
export type Days = Branded<"days">;
/** 70 means 70 %. */
export type Percent = Branded<"percent">;
/** ECS's CPU unit: 1024 is one vCPU. */
export type CpuUnits = Branded<"CPU units">;
export type MiB = Branded<"MiB">;
/** Of storage. */
export type GiB = Branded<"GiB">;
/** US dollars a month. */
export type Usd = Branded<"USD a month">;

const NUMBER = "\\d{1,9}(?:\\.\\d{1,6})?";

/** How many of the base unit each word stands for; all are whole, so that no reading is inexact. */
const MILLISECONDS = {
  ms: 1,
  second: 1_000,
  seconds: 1_000,
  minute: 60_000,
  minutes: 60_000,
  hour: 3_600_000,
  hours: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
} as const;
const MEBIBYTES = { MiB: 1, GiB: 1024 } as const;
const CPU_UNITS = { vCPU: 1024 } as const;
const PERCENTAGE = { "%": 1 } as const;

type Words = Readonly<Record<string, number>>;

const patternOf = (words: Words): RegExp => new RegExp(`^(${NUMBER}) ?(${Object.keys(words).join("|")})$`);

/** What each kind of quantity looks like: for the published schema. */
export const patterns = {
  duration: patternOf(MILLISECONDS),
  memory: patternOf(MEBIBYTES),
  cpu: patternOf(CPU_UNITS),
  percent: patternOf(PERCENTAGE),
} as const;

/** Seconds; `200 ms` is 0.2. */
export const parseDuration = (text: string): Seconds | undefined =>
  scaled(read(text, patterns.duration, MILLISECONDS), 1000) as Seconds | undefined;

/** Days; `24 hours` is 1. */
export const parseDays = (text: string): Days | undefined => scaled(parseDuration(text), 86_400) as Days | undefined;

/** Mebibytes; `0.5 GiB` is 512. */
export const parseMemory = (text: string): MiB | undefined => read(text, patterns.memory, MEBIBYTES) as MiB | undefined;

/** Gibibytes; `1024 MiB` is 1. */
export const parseGibibytes = (text: string): GiB | undefined => scaled(parseMemory(text), 1024) as GiB | undefined;

/** ECS's CPU units; `0.5 vCPU` is 512. */
export const parseCpu = (text: string): CpuUnits | undefined => read(text, patterns.cpu, CPU_UNITS) as CpuUnits | undefined;

/** `70%` and `70 %` are 70. */
export const parsePercent = (text: string): Percent | undefined => read(text, patterns.percent, PERCENTAGE) as Percent | undefined;

function read(text: string, pattern: RegExp, words: Words): number | undefined {
  const [, digits, word] = pattern.exec(text) ?? [];
  const factor = word === undefined ? undefined : words[word];
  if (digits === undefined || factor === undefined) return undefined;
  const [whole = "", fraction = ""] = digits.split(".");
  return (Number(whole + fraction) * factor) / 10 ** fraction.length;
}

const scaled = (value: number | undefined, by: number): number | undefined => (value === undefined ? undefined : value / by);
