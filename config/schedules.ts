import { Cron } from "croner";

/** Days as people write them, in the order of AWS's numbers: 1 is Sunday. */
const DAY = "(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)";
const CLOCK = new RegExp(`^([01]\\d|2[0-3]):([0-5]\\d)(?: (${DAY}(?:-${DAY}|(?:,${DAY})*)))?$`);

/** For the published schema: a clock time with days, or a cron expression of Application Auto Scaling. */
export const schedulePattern = new RegExp(`${CLOCK.source}|^cron\\([^()]+\\)$`);

/**
 * `08:00 Mon-Fri`, `20:00` (every day) or `cron(0 8 ? * MON-FRI *)` as Application Auto Scaling takes it; undefined where it is
 * neither. Source: Application Auto Scaling user guide, "Schedule recurring scaling actions using cron expressions", read 2026-11-25.
 */
export function cronOf(text: string): string | undefined {
  const [, hour, minute, days] = CLOCK.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return isAwsCron(text) ? text : undefined;
  return `cron(${Number(minute)} ${Number(hour)} ? * ${days === undefined ? "*" : days.toUpperCase()} *)`;
}

/** `cron(minutes hours day-of-month month day-of-week year)`, with `?` for one of the two kinds of day. */
function isAwsCron(text: string): boolean {
  const fields = /^cron\(([^()]+)\)$/.exec(text)?.[1]?.trim().split(/ +/) ?? [];
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year] = fields;
  if (fields.length !== 6 || (dayOfMonth === "?") === (dayOfWeek === "?")) return false;
  if ([minutes, hours, month, year].includes("?")) return false;
  // The same fields, with the seconds that the library wants first; days of the week count from 0 there and from 1 at AWS.
  return hasOnlyDaysOfAws(dayOfWeek ?? "") && parses(`0 ${fields.join(" ").replace(/\?/g, "*")}`);
}

/** AWS numbers the days of a week from 1 (Sunday) to 7. */
const hasOnlyDaysOfAws = (field: string): boolean => !/(?<![\d#/])[089](?!\d)/.test(field);

function parses(pattern: string): boolean {
  try {
    new Cron(pattern, { paused: true, sloppyRanges: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return false;
    throw error;
  }
}

/** Is this an IANA time zone, in the letters that AWS takes (`Europe/Berlin`, `UTC`)? Abbreviations such as CET are not. */
export function isTimezone(name: string): boolean {
  if (name === "UTC") return true;
  return /^[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z0-9_+-]*)+$/.test(name) && isKnownZone(name);
}

function isKnownZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
