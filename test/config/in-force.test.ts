import assert from "node:assert/strict";
import fc from "fast-check";
import { validate } from "../../config";
import type { ServiceConfig } from "../../config";
import { edited, leastKeys } from "./example";

const api = (keys: Record<string, unknown>, traffic?: string): ServiceConfig => {
  const config = edited(
    edited(leastKeys(), ["headroom:services", "api"], { image: "ghcr.io/example/api:1.4.2", ...keys }),
    ["headroom:traffic"],
    traffic,
  );
  const result = validate(config, "Pulumi.dev.yaml");
  assert.ok(result.ok, JSON.stringify(result));
  const { api: service } = result.config.services;
  assert.ok(service);
  return service;
};
const scale = (floors: Record<string, number>) => ({ scale: { min: 1, max: 10, floors, on: { cpu: "70%" } } });
const said = (keys: Record<string, unknown>): readonly string[] => {
  const result = validate(
    edited(leastKeys(), ["headroom:services", "api"], { image: "ghcr.io/example/api:1.4.2", ...keys }),
    "Pulumi.dev.yaml",
  );
  return result.ok ? [] : result.problems.map(({ message }) => message);
};

describe("config/in-force", () => {
  it("raises the floor of a service with the traffic, and takes the level below where one is not written", () => {
    const floors = { high: 3, critical: 9 };
    assert.deepEqual(
      [undefined, "normal", "high", "peak", "critical"].map((traffic) => api(scale(floors), traffic).scale.min),
      [1, 1, 3, 3, 9],
    );
  });

  it("never takes a floor out of min and max, nor down while the traffic rises", () => {
    const levels = ["normal", "high", "peak", "critical"];
    const ascending = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }));
    fc.assert(
      fc.property(ascending, fc.subarray(["high", "peak", "critical"]), (values, written) => {
        const sorted = [...values].sort((a, b) => a - b);
        const floors = Object.fromEntries(written.map((level, i) => [level, sorted[i] ?? 1]));
        const mins = levels.map((level) => api(scale(floors), level).scale.min);
        for (const [i, min] of mins.entries()) assert.ok(min >= (mins[i - 1] ?? 1) && min <= 10, mins.join());
      }),
      { numRuns: 50 },
    );
  });

  it("refuses floors that fall, or that no count can have", () => {
    assert.deepEqual(said(scale({ high: 5, peak: 4 })), [
      "headroom:services.api.scale.floors.peak is 4; write at least 5, which is floors.high",
    ]);
    assert.deepEqual(said(scale({ high: 0 })), ["headroom:services.api.scale.floors.high is 0; write at least 1, which is min"]);
    assert.deepEqual(said(scale({ critical: 11 })), ["headroom:services.api.scale.floors.critical is 11; write at most 10, which is max"]);
  });

  it("runs the size that the tier names", () => {
    const sizes = { ...scale({}), size: ["0.5 vCPU", "1 GiB"], sizes: { large: ["1 vCPU", "2 GiB"] } };
    assert.deepEqual(api(sizes).size, { cpu: 512, memory: 1024 });
    assert.deepEqual(api({ ...sizes, sizeTier: "large" }).size, { cpu: 1024, memory: 2048 });
    assert.deepEqual(said({ ...sizes, sizeTier: "larg" }), [
      'headroom:services.api.sizeTier is "larg", which is not in sizes of the same service; did you mean "large"?',
    ]);
    assert.deepEqual(said({ ...scale({}), sizeTier: "large" }), [
      'headroom:services.api.sizeTier is "large", which is not in sizes of the same service; there are none',
    ]);
  });
});
