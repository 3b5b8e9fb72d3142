/** An hour of every week, in UTC. */
export interface Weekly {
  readonly day: (typeof DAYS)[number]["short"];
  readonly hour: number;
  readonly minute: number;
}

export const DAYS = [
  { short: "Mon", long: "MONDAY" },
  { short: "Tue", long: "TUESDAY" },
  { short: "Wed", long: "WEDNESDAY" },
  { short: "Thu", long: "THURSDAY" },
  { short: "Fri", long: "FRIDAY" },
  { short: "Sat", long: "SATURDAY" },
  { short: "Sun", long: "SUNDAY" },
] as const;

export const weeklyPattern = new RegExp(`^(${DAYS.map(({ short }) => short).join("|")}) ([01]\\d|2[0-3]):([0-5]\\d)$`);

/** `Sun 03:00`. */
export function parseWeekly(text: string): Weekly | undefined {
  const [, word, hour, minute] = weeklyPattern.exec(text) ?? [];
  const day = DAYS.find(({ short }) => short === word);
  return day === undefined ? undefined : { day: day.short, hour: Number(hour), minute: Number(minute) };
}

/** The hour that begins then, as ElastiCache and RDS write a maintenance window: `sun:23:30-mon:00:30`. */
export function windowOf({ day, hour, minute }: Weekly): string {
  const i = DAYS.findIndex(({ short }) => short === day);
  const end = hour === 23 ? DAYS[(i + 1) % DAYS.length] : DAYS[i];
  return `${day.toLowerCase()}:${clock(hour, minute)}-${(end?.short ?? day).toLowerCase()}:${clock((hour + 1) % 24, minute)}`;
}

/** An hour of each day that begins two hours later, so that it is over or not yet begun while the weekly hour lasts: `05:00-06:00`. */
export const dailyWindowAfter = ({ hour, minute }: Weekly): string => `${clock((hour + 2) % 24, minute)}-${clock((hour + 3) % 24, minute)}`;

/** `03:00` */
export const clock = (hour: number, minute: number): string => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
