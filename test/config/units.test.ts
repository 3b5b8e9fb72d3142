import assert from "node:assert/strict";
import fc from "fast-check";
import { parseCpu, parseDuration, parseMemory, parsePercent } from "../../config/units";

describe("config/units", () => {
  it("reads times", () => {
    const read = ["5 minutes", "0.5 minutes", "1 minute", "200 ms", "1.1 minutes", "90 seconds", "2 hours", "1 day", "0 seconds"];
    // 0.5 * 60 = 30; 200 / 1000 = 0.2; 1.1 * 60 = 66 exactly, although 1.1 * 60 is 66.00000000000001 in floating point
    assert.deepEqual(read.map(parseDuration), [300, 30, 60, 0.2, 66, 90, 7200, 86400, 0]);
  });

  it("reads memory, CPU and percentages", () => {
    assert.deepEqual(["0.5 GiB", "512 MiB", "30 GiB"].map(parseMemory), [512, 512, 30720]);
    assert.deepEqual(["0.25 vCPU", "0.5 vCPU", "16 vCPU"].map(parseCpu), [256, 512, 16384]);
    assert.deepEqual(["70%", "70 %", "0.5%"].map(parsePercent), [70, 70, 0.5]);
  });

  it("refuses what is not a quantity in words", () => {
    const wrong = [
      "5 parsecs",
      "5",
      "minutes",
      "-5 minutes",
      "5  minutes",
      " 5 minutes",
      "5 minutes ",
      "5 Minutes",
      "1e3 seconds",
      "",
      "5. minutes",
      ".5 minutes",
      "٥ minutes",
    ];
    for (const text of wrong) assert.equal(parseDuration(text), undefined, text);
    for (const text of ["1 GB", "1GiB ", "1 gib", "1 MB"]) assert.equal(parseMemory(text), undefined, text);
    for (const text of ["0.5", "1 CPU", "500m"]) assert.equal(parseCpu(text), undefined, text);
    for (const text of ["70", "70 percent", "0.7"]) assert.equal(parsePercent(text), undefined, text);
  });

  it("reads tenths as exactly as whole numbers", () => {
    const tenths = fc.integer({ min: 0, max: 999_999_999 });
    fc.assert(
      fc.property(tenths, (n) => {
        const text = `${Math.floor(n / 10)}.${n % 10}`;
        // a tenth of a minute is 6 s, of an hour 360 s, of a GiB 102.4 MiB
        assert.equal(parseDuration(`${text} minutes`), n * 6);
        assert.equal(parseDuration(`${text} hours`), n * 360);
        assert.equal(parseMemory(`${text} GiB`), (n * 1024) / 10);
        assert.equal(parsePercent(`${text}%`), n / 10);
      }),
    );
  });

  it("gives a finite number or nothing for any text", () => {
    const anything = fc.oneof(fc.string(), fc.stringMatching(/^[0-9.]{0,12} ?[a-zA-Z%]{0,8}$/));
    fc.assert(
      fc.property(anything, (text) => {
        for (const parse of [parseDuration, parseMemory, parseCpu, parsePercent]) {
          const value = parse(text);
          assert.ok(value === undefined || (Number.isFinite(value) && value >= 0), text);
        }
      }),
    );
  });
});
