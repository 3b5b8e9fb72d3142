import { z } from "zod";
import { allowedSize, isFargateSize } from "./fargate";
import { limits, retentionDays } from "./limits";
import { parseCpu, parseDays, parseDuration, parseGibibytes, parseMemory, parsePercent, patterns } from "./units";
import type { CpuUnits, Days, GiB, MiB, Percent, Seconds, Usd } from "./units";
import { parseWeekly, weeklyPattern } from "./weekly";
import type { Weekly } from "./weekly";

/**
 * The kinds of value that a stack's file holds. The error of each is the noun phrase of what may be written; `problems.ts` makes
 * the sentence.
 */

/** A quantity in words, within bounds. */
function quantity<T extends number>(allowed: string, pattern: RegExp, parse: (text: string) => T | undefined, fits: (value: T) => boolean) {
  return z
    .string({ error: allowed })
    .regex(pattern, { error: allowed, abort: true })
    .transform((text, context): T => {
      const value = parse(text);
      if (value !== undefined && fits(value)) return value;
      context.addIssue({ code: "custom", message: allowed });
      return z.NEVER;
    });
}

/** A time of whole seconds between two bounds, both in seconds. */
export const duration = (least: number, most: number, example: string) =>
  quantity<Seconds>(
    `a time of ${least} to ${most} whole seconds, such as "${example}" (ms, seconds, minutes, hours or days)`,
    patterns.duration,
    parseDuration,
    (value) => Number.isInteger(value) && value >= least && value <= most,
  );

/** The time that an answer takes, of whole milliseconds up to a minute. */
export const latency = (example: string) =>
  quantity<Seconds>(
    `a time of 1 ms to 60 seconds in whole milliseconds, such as "${example}"`,
    patterns.duration,
    parseDuration,
    (value) => value >= 0.001 && value <= 60 && Number.isInteger(Math.round(value * 1e6) / 1000),
  );

/** A time of whole minutes between two bounds, both in minutes. */
export const minutes = (least: number, most: number, example: string) =>
  quantity<Seconds>(
    `a time of ${least} to ${most} whole minutes, such as "${example}"`,
    patterns.duration,
    parseDuration,
    (value) => Number.isInteger(value / 60) && value >= least * 60 && value <= most * 60,
  );

export const percent = (least: number, most: number, example: string) =>
  quantity<Percent>(
    `a percentage from ${least}% to ${most}%, such as "${example}"`,
    patterns.percent,
    parsePercent,
    (value) => value >= least && value <= most,
  );

/** A percentage without fractions, as ECS takes it. */
export const wholePercent = (least: number, most: number, example: string) =>
  quantity<Percent>(
    `a whole percentage from ${least}% to ${most}%, such as "${example}"`,
    patterns.percent,
    parsePercent,
    (value) => Number.isInteger(value) && value >= least && value <= most,
  );

/** A share in whole percent, as ECS's weights need it. */
export const share = (example: string) =>
  quantity<Percent>(
    `a share from 0% to 100% in whole percent, such as "${example}"`,
    patterns.percent,
    parsePercent,
    (value) => Number.isInteger(value) && value <= 100,
  );

/** A memory of whole MiB between two bounds, both in MiB. */
export const memory = (least: number, most: number, example: string) =>
  quantity<MiB>(
    `a memory of ${least} MiB to ${most} MiB in whole MiB, such as "${example}" (MiB or GiB)`,
    patterns.memory,
    parseMemory,
    (value) => Number.isInteger(value) && value >= least && value <= most,
  );

/** A time of whole days. */
export const days = (least: number, most: number, example: string) =>
  quantity<Days>(
    `a time of ${least} to ${most} whole days, such as "${example}"`,
    patterns.duration,
    parseDays,
    (value) => Number.isInteger(value) && value >= least && value <= most,
  );

/** The days for which CloudWatch can keep logs. */
export const retention = () =>
  quantity<Days>(`a time that CloudWatch can keep logs: ${retentionDays.join(", ")} days`, patterns.duration, parseDays, (value) =>
    retentionDays.includes(value),
  );

/** An hour of every week, in UTC. */
export const weekly = (example: string) => {
  const error = `a day and a time in UTC, such as "${example}"`;
  return z
    .string({ error })
    .regex(weeklyPattern, { error, abort: true })
    .transform((text, context): Weekly => {
      const value = parseWeekly(text);
      if (value !== undefined) return value;
      context.addIssue({ code: "custom", message: error });
      return z.NEVER;
    });
};

export const whole = (least: number, most: number) => {
  const error = `a whole number from ${least} to ${most}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

/** A target for a metric, in the metric's unit. */
export const positive = (what: string) => {
  const error = `${what}, a number above 0 and at most 1000000`;
  return z.number({ error }).gt(0, { error }).max(1_000_000, { error });
};

/** An amount of money. AWS Budgets answers any unit but USD with an error, so other money is refused with the reason. */
export const dollars = (what = "US dollars a month") => {
  const amount = "a number from 1 to 1000000000, without a currency sign";
  const error = ({ input }: { readonly input?: unknown }): string =>
    typeof input === "string" && isOtherMoney(input)
      ? `${what}, because AWS Budgets counts in no other currency: ${amount}`
      : `${what}: ${amount}`;
  return z
    .number({ error })
    .min(1, { error })
    .max(1_000_000_000, { error })
    .transform((value) => value as Usd);
};

/** A currency's sign or its three letters, of a currency that is not the US dollar. */
const isOtherMoney = (text: string): boolean => /[€£¥]|\b(?!USD\b)[A-Z]{3}\b/.test(text.toUpperCase());

/** Something that is on or off. */
export const flag = () => z.boolean({ error: "true or false" });

/** Storage in whole GiB, between two bounds; the number of GiB. */
export const gibibytes = (least: number, most: number, example: string) =>
  quantity<GiB>(
    `a size of ${least} to ${most} whole GiB, such as "${example}"`,
    patterns.memory,
    parseGibibytes,
    (value) => Number.isInteger(value) && value >= least && value <= most,
  );

/** Capacity of Aurora Serverless v2, in steps of half an ACU. */
export const capacityUnits = (least: number) => {
  const error = `a capacity from ${least} to ${limits.auroraCapacity} ACU in steps of 0.5`;
  return z.number({ error }).min(least, { error }).max(limits.auroraCapacity, { error }).multipleOf(0.5, { error });
};

export const oneOf = <const T extends readonly string[]>(words: T) => z.enum(words, { error: `one of ${words.join(", ")}` });

/** One of the words that a table knows. */
export const keyOf = <T extends Readonly<Record<string, unknown>>>(table: T) =>
  z.literal(Object.keys(table) as (keyof T & string)[], { error: `one of ${Object.keys(table).join(", ")}` });

export const matching = (pattern: RegExp, error: string) => z.string({ error }).regex(pattern, { error });

const SIZE = 'a size of vCPU and memory, such as ["0.5 vCPU", "1 GiB"]';

/** A task's size, one that Fargate offers. */
export const size = () =>
  z
    .tuple([matching(patterns.cpu, 'a vCPU, such as "0.5 vCPU"'), matching(patterns.memory, 'a memory, such as "1 GiB" or "512 MiB"')], {
      error: SIZE,
    })
    .transform(([cpuText, memoryText], context): { cpu: CpuUnits; memory: MiB } => {
      const cpu = parseCpu(cpuText);
      const memory = parseMemory(memoryText);
      if (cpu !== undefined && memory !== undefined && isFargateSize(cpu, memory)) return { cpu, memory };
      context.addIssue({ code: "custom", message: cpu === undefined ? SIZE : `a size that Fargate offers: ${allowedSize(cpu)}` });
      return z.NEVER;
    });

/** A name that others are composed from: of a service or a queue. */
export const name = (most: number) => {
  const error = `a name of 1 to ${most} small letters, digits and hyphens that begins with a letter and does not end with a hyphen`;
  return z
    .string({ error })
    .max(most, { error })
    .regex(/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/, { error });
};

export const email = () => {
  const error = "an e-mail address, such as platform@example.com";
  return z.email({ error }).max(254, { error });
};

/** A URL path below which a service answers; short, because the length decides the order of rules. */
export const path = () => {
  const error = `a path of at most ${limits.path} characters that begins with "/" and does not end with one, such as "/orders", or "/" alone`;
  return z
    .string({ error })
    .max(limits.path, { error })
    .regex(/^\/(?:[A-Za-z0-9_.~@:+-]+(?:\/[A-Za-z0-9_.~@:+-]+)*)?$/, { error });
};

/** A host's name that others reach: at least two labels, in small letters. */
export const domain = () => {
  const error = "a domain name in small letters, such as www.example.com";
  return z
    .string({ error })
    .max(253, { error })
    .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, { error });
};

/** An IPv4 network of a size that a VPC with subnets in six zones can have. */
export const cidr = () => {
  const error = 'an IPv4 network from /16 to /22 whose address is the first of it, such as "10.0.0.0/16"';
  return z.cidrv4({ error }).refine(isNetwork, { error });
};

function isNetwork(text: string): boolean {
  const [address = "", length = ""] = text.split("/");
  const bits = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const prefix = Number(length);
  return prefix >= 16 && prefix <= 22 && bits % 2 ** (32 - prefix) === 0;
}
