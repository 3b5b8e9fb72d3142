import assert from "node:assert/strict";
import fc from "fast-check";
import { dailyWindowAfter, parseWeekly, windowOf } from "../../config/weekly";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const two = (value: number): string => String(value).padStart(2, "0");

/** Minutes from the beginning of the week, or of the day, for `sun:03:00` and `03:00`. */
const minutes = (text: string): number => {
  const parts = text.split(":");
  const day = parts.length === 3 ? DAYS.findIndex((each) => each.toLowerCase() === parts[0]) : 0;
  return day * 1440 + Number(parts.at(-2)) * 60 + Number(parts.at(-1));
};
const span = (window: string): readonly [number, number] => {
  const [from = "", to = ""] = window.split("-");
  return [minutes(from), minutes(to)];
};

const written = fc
  .tuple(fc.constantFrom(...DAYS), fc.nat(23), fc.nat(59))
  .map(([day, hour, minute]) => `${day} ${two(hour)}:${two(minute)}`);

describe("config/weekly", () => {
  it("reads a day and a time, and nothing else", () => {
    assert.deepEqual(parseWeekly("Sun 03:05"), { day: "Sun", hour: 3, minute: 5 });
    for (const wrong of ["sun 03:00", "Sun 3:00", "Sun 24:00", "Sun 03:60", "Sunday 03:00", "03:00", "Sun 03:00 UTC", ""])
      assert.equal(parseWeekly(wrong), undefined, wrong);
  });

  it("writes the hour as ElastiCache wants it, over midnight and over the end of the week", () => {
    assert.equal(windowOf({ day: "Sun", hour: 3, minute: 0 }), "sun:03:00-sun:04:00");
    assert.equal(windowOf({ day: "Sun", hour: 23, minute: 30 }), "sun:23:30-mon:00:30");
    assert.equal(dailyWindowAfter({ day: "Sun", hour: 3, minute: 0 }), "05:00-06:00");
  });

  it("gives windows of an hour whose days never meet", () => {
    fc.assert(
      fc.property(written, (text) => {
        const weekly = parseWeekly(text);
        assert.ok(weekly !== undefined);
        const [from, to] = span(windowOf(weekly));
        const [dailyFrom, dailyTo] = span(dailyWindowAfter(weekly));
        assert.equal((to - from + 10_080) % 10_080, 60);
        assert.equal((dailyTo - dailyFrom + 1440) % 1440, 60);
        assert.equal((dailyFrom - (from % 1440) + 1440) % 1440, 120);
      }),
    );
  });
});
