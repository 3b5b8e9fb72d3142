import { z } from "zod";
import { cronOf, isTimezone, schedulePattern } from "../schedules";
import { whole } from "../values";
import { section } from "./section";

const AT = 'a time such as "08:00 Mon-Fri" or "20:00", or a cron expression of Application Auto Scaling such as "cron(0 8 ? * MON-FRI *)"';
const ZONE = 'an IANA time zone, such as "Europe/Berlin" or "UTC"';

const entry = (most: number) =>
  section(
    {
      at: z
        .string({ error: AT })
        .regex(schedulePattern, { error: AT, abort: true })
        .refine((text) => cronOf(text) !== undefined, { error: AT })
        .describe("When: a clock time with days, `08:00 Mon-Fri`, or a cron expression."),
      timezone: z.string({ error: ZONE }).refine(isTimezone, { error: ZONE }).describe("Whose clock: an IANA time zone. Always written."),
      min: whole(0, most).optional().describe("The fewest from then on; as before where absent."),
      max: whole(0, most).optional().describe("The most from then on; as before where absent."),
    },
    "a mapping with at, timezone, and min or max or both",
  ).transform((written) => ({ ...written, cron: cronOf(written.at) ?? written.at }));

/** Limits that the clock moves; no limit may be above `most`. */
export const schedule = (most: number) =>
  z.array(entry(most), { error: "a list of times" }).prefault([]).describe("Limits that change by the clock.");
