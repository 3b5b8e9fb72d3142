import assert from "node:assert/strict";
import { allowedSize, isFargateSize } from "../../config/fargate";
import type { CpuUnits, MiB } from "../../config/units";

const fits = (cpu: number, memory: number): boolean => isFargateSize(cpu as CpuUnits, memory as MiB);

/** Sizes written out, in GiB, from the guide's table. */
const TABLE: Readonly<Record<number, readonly number[]>> = {
  256: [0.5, 1, 2],
  512: [1, 2, 3, 4],
  1024: [2, 3, 4, 5, 6, 7, 8],
  2048: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  4096: [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30],
  8192: [16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60],
  16384: [32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 112, 120],
};

describe("config/fargate", () => {
  it("knows the guide's table, and nothing else", () => {
    for (let cpu = 128; cpu <= 32768; cpu += 128) {
      for (let memory = 256; memory <= 131072; memory += 256) {
        assert.equal(fits(cpu, memory), TABLE[cpu]?.includes(memory / 1024) ?? false, `${cpu} with ${memory}`);
      }
    }
  });

  it("says what is allowed", () => {
    assert.equal(allowedSize(256 as CpuUnits), "with 0.25 vCPU, a memory of 0.5 GiB, 1 GiB or 2 GiB");
    assert.equal(allowedSize(4096 as CpuUnits), "with 4 vCPU, a memory of 8 GiB to 30 GiB in steps of 1 GiB");
    assert.equal(allowedSize(3072 as CpuUnits), "a vCPU of 0.25, 0.5, 1, 2, 4, 8, 16");
  });
});
