import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";

import { alternate, median } from "../../../tools/bench/alternate";
import { readOptions } from "../../../tools/bench/options";
import { measured } from "../../../tools/bench/processes";
import { resultsTable, targetsTable } from "../../../tools/bench/table";

describe("the bench", () => {
  it("reads its options, or says what is wrong with them", () => {
    assert.deepEqual(readOptions([]), { only: ["dev", "generated", "judging"], rounds: 5 });
    assert.deepEqual(readOptions(["--only", "judging,dev", "--rounds", "1"]), { only: ["judging", "dev"], rounds: 1 });
    assert.equal(readOptions(["--only", "all"]), "--only takes dev, generated, judging, not all.");
    assert.equal(readOptions(["--rounds", "0"]), "--rounds takes a whole number from 1, not 0.");
    const refusal = readOptions(["--fast"]);
    assert.ok(typeof refusal === "string" && refusal.startsWith("Unknown option '--fast'"));
  });

  it("takes the middle of its rounds", () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.equal(median([7]), 7);
  });

  it("begins each round with another contender", async () => {
    const order: string[] = [];
    const contender = (name: string): { name: string; run: () => Promise<unknown> } => ({
      name,
      run: () => Promise.resolve(order.push(name)),
    });
    const results = await alternate([contender("a"), contender("b")], 3, () => undefined);
    assert.deepEqual(order, ["a", "b", "b", "a", "a", "b"]);
    assert.deepEqual(
      results.map(({ name, rounds }) => [name, rounds.length]),
      [
        ["a", 3],
        ["b", 3],
      ],
    );
  });

  it("adds up the peaks of a run's processes, and not of those before it", async () => {
    const hold = (mebibytes: number, nested: string): string =>
      `const held = Buffer.alloc(${mebibytes} * 1024 * 1024, 1); ${nested}; setTimeout(() => held, 600);`;
    const child = hold(150, "");
    const parent = hold(150, `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}])`);
    const earlier = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"]);
    const { seconds, cpu, peak } = await measured(() => once(spawn(process.execPath, ["-e", parent]), "close"));
    earlier.kill();
    assert.ok(seconds > 0.6);
    if (process.platform !== "linux") return;
    assert.ok(cpu !== undefined && cpu > 0.05 && cpu < 10, String(cpu));
    assert.ok(peak !== undefined && peak > 300 * 1024 * 1024 && peak < 500 * 1024 * 1024, String(peak));
  });

  it("shows what was measured and what was missed", () => {
    const rounds = [
      { seconds: 1, cpu: 2, peak: 2 ** 20 },
      { seconds: 3, cpu: 2, peak: 2 ** 20 },
    ];
    const lines = (text: string): string[] => text.split("\n").map((line) => line.replace(/ +/g, " ").trim());
    assert.deepEqual(lines(resultsTable([{ name: "x", seconds: 2, cpu: 2, peak: 2 ** 20, rounds }])), [
      "time spread processor time peak memory",
      "x 2.00 s 1.00-3.00 s 2.00 s 1 MiB",
    ]);
    assert.deepEqual(
      lines(
        targetsTable([
          { what: "a", figure: 0.5, atMost: 1 },
          { what: "b", figure: 1.01, atMost: 1 },
          { what: "c", figure: undefined, atMost: 1, absent: "no engine" },
        ]),
      ),
      ["ratio at most", "a 0.50 1.00 met", "b 1.01 1.00 MISSED", "c - 1.00 not measured: no engine"],
    );
  });
});
