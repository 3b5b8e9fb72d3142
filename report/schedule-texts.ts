import type { ScheduledAction } from "../model";

/** The schedules of a scalable; those that differ in the hour only share a text: `Mon-Fri 08:00, 20:00`. */
export function scheduleTexts(actions: readonly ScheduledAction[]): readonly string[] {
  const times = actions.map(({ schedule }) => (schedule.known ? timeOf(schedule.value) : { days: "a schedule", hour: "?" }));
  const days = [...new Set(times.map((time) => time.days))];
  return days.map((day) => `${day} ${hoursOf(times, day)}`.trim());
}

interface Time {
  readonly days: string;
  readonly hour: string;
}

const hoursOf = (times: readonly Time[], days: string): string =>
  [...new Set(times.filter((time) => time.days === days).map((time) => time.hour))].join(", ");

/** `cron(0 8 ? * MON-FRI *)` (minutes, hours, day of month, month, day of week, year) at a fixed time of day; anything else as written. */
const weekly = /^cron\((\d{1,2}) (\d{1,2}) \? \* ([A-Za-z,-]+|\*) \*\)$/;
const daily = /^cron\((\d{1,2}) (\d{1,2}) \* \* \? \*\)$/;

function timeOf(schedule: string): Time {
  const [, minute, hour, days] = weekly.exec(schedule) ?? daily.exec(schedule) ?? [];
  if (minute === undefined || hour === undefined) return { days: schedule, hour: "" };
  return {
    days: days === undefined || days === "*" ? "daily" : inTitleCase(days),
    hour: `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`,
  };
}

const inTitleCase = (days: string): string => days.toLowerCase().replace(/[a-z]+/g, (day) => day[0]!.toUpperCase() + day.slice(1));
