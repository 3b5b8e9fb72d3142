import assert from "node:assert/strict";
import fc from "fast-check";
import { cronOf, isTimezone } from "../../config/schedules";

describe("config/schedules", () => {
  it("reads a clock time with days as a cron expression of Application Auto Scaling", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["08:00 Mon-Fri", "cron(0 8 ? * MON-FRI *)"],
      ["20:30", "cron(30 20 ? * * *)"],
      ["00:05 Sat,Sun", "cron(5 0 ? * SAT,SUN *)"],
      ["cron(0 8 1 * ? *)", "cron(0 8 1 * ? *)"],
      ["cron(0/15 8-17 ? * 2#1 2027)", "cron(0/15 8-17 ? * 2#1 2027)"],
    ];
    for (const [text, cron] of cases) assert.equal(cronOf(text), cron, text);
  });

  it("reads every clock time as itself", () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        const text = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
        assert.equal(cronOf(text), `cron(${minute} ${hour} ? * * *)`);
      }),
    );
  });

  it("reads nothing else", () => {
    const wrong = [
      "24:00",
      "8:00",
      "08:60",
      "08:00 Mo-Fr",
      "08:00 Mon Tue",
      "0 8 * * MON-FRI",
      // Five fields, both kinds of day, neither, and values that no field has.
      "cron(0 8 * * MON-FRI)",
      "cron(0 8 * * MON-FRI *)",
      "cron(0 8 ? * ? *)",
      "cron(60 8 ? * MON *)",
      "cron(0 24 ? * MON *)",
      "cron(0 8 32 * ? *)",
      "cron(0 8 ? 13 MON *)",
      "cron(0 8 ? * 0 *)",
      "cron(0 8 ? * 8 *)",
      "cron(? 8 ? * MON *)",
      "",
    ];
    for (const text of wrong) assert.equal(cronOf(text), undefined, text);
  });

  it("knows IANA time zones in the letters that AWS takes", () => {
    for (const name of ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+9", "Pacific/Tahiti", "Asia/Kolkata"])
      assert.ok(isTimezone(name), name);
    for (const name of ["CET", "Berlin", "europe/berlin", "Europe/Atlantis", "UTC+1", "", "utc", "Europe/Berlin "])
      assert.ok(!isTimezone(name), name);
  });
});
