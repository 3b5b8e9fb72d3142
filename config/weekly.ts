/** A time of every week, in UTC. */
export interface Weekly {
  readonly day: Day;
  readonly hour: number;
  readonly minute: number;
}

type Day = (typeof DAYS)[number];

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

export const weeklyPattern = new RegExp(`^(${DAYS.join("|")}) ([01]\\d|2[0-3]):([0-5]\\d)$`);

/** `Sun 03:00`; undefined for anything else. */
export function parseWeekly(text: string): Weekly | undefined {
  const [, word, hour, minute] = weeklyPattern.exec(text) ?? [];
  const day = DAYS.find((each) => each === word);
  return day === undefined ? undefined : { day, hour: Number(hour), minute: Number(minute) };
}

/** The hour that begins then, as ElastiCache and RDS write a maintenance window: `sun:23:30-mon:00:30`. */
export function windowOf({ day, hour, minute }: Weekly): string {
  const last = hour === 23 ? dayAfter(day) : day;
  return `${day.toLowerCase()}:${clock(hour, minute)}-${last.toLowerCase()}:${clock((hour + 1) % 24, minute)}`;
}

const dayAfter = (day: Day): Day => DAYS[(DAYS.indexOf(day) + 1) % DAYS.length] ?? day;

/** An hour of each day that begins two hours later, and so never meets the weekly one: `05:00-06:00`. */
export const dailyWindowAfter = ({ hour, minute }: Weekly): string => `${clock((hour + 2) % 24, minute)}-${clock((hour + 3) % 24, minute)}`;

/** `03:00` */
export const clock = (hour: number, minute: number): string => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
