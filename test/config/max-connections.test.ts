import assert from "node:assert/strict";
import fc from "fast-check";
import { connectionsOfCapacity, connectionsOfInstance } from "../../config/max-connections";

const ofInstance = (protocol: "POSTGRESQL" | "MYSQL", memory: number): number => connectionsOfInstance(protocol, { memory });
const half = (least: number, most: number) => fc.integer({ min: least * 2, max: most * 2 }).map((steps) => steps / 2);

describe("config/max-connections", () => {
  it("stays a little below what AWS lists for Aurora PostgreSQL by class", () => {
    // (4 * 0.974 - 0.31) GiB = 3.586 GiB = 3850438180 bytes; / 9531392 = 403.9; AWS lists 405
    assert.equal(ofInstance("POSTGRESQL", 4), 403);
    // (16 * 0.974 - 0.31) GiB = 15.274 GiB; / 9531392 = 1720.6; AWS lists 1,722
    assert.equal(ofInstance("POSTGRESQL", 16), 1720);
    // (32 * 0.974 - 0.31) GiB = 30.858 GiB; / 9531392 = 3476.2; AWS lists 3,479
    assert.equal(ofInstance("POSTGRESQL", 32), 3476);
  });

  it("gives the instances of the source system's document what their engine does, not 87, 697 and 1,397", () => {
    // db.t4g.small: (2 * 0.974 - 0.31) GiB = 1.638 GiB; / 9531392 = 184.5
    assert.equal(ofInstance("POSTGRESQL", 2), 184);
    // of MySQL, / 12582880: 139.7
    assert.equal(ofInstance("MYSQL", 2), 139);
    assert.equal(ofInstance("MYSQL", 16), 1303);
  });

  it("ends at 5,000 for PostgreSQL, and goes on for MySQL", () => {
    assert.equal(ofInstance("POSTGRESQL", 512), 5000);
    // (512 * 0.974 - 0.31) GiB = 498.378 GiB = 535129302761 bytes; / 12582880 = 42528.36
    assert.equal(ofInstance("MYSQL", 512), 42528);
  });

  it("follows the maximal capacity of Aurora, as AWS lists it", () => {
    const listed = [1, 4, 8, 16, 32, 64, 128, 256];
    const of = (protocol: "POSTGRESQL" | "MYSQL") => listed.map((max) => connectionsOfCapacity(protocol, { min: 1, max }));
    assert.deepEqual(of("POSTGRESQL"), [189, 823, 1669, 3360, 5000, 5000, 5000, 5000]);
    assert.deepEqual(of("MYSQL"), [90, 135, 1000, 2000, 3000, 4000, 5000, 5000]);
  });

  it("grows in a line between two rows for PostgreSQL, and keeps the lower row for MySQL", () => {
    // half way from 8 to 16: 1669 + (3360 - 1669) / 2 = 2514.5
    assert.equal(connectionsOfCapacity("POSTGRESQL", { min: 1, max: 12 }), 2514);
    assert.equal(connectionsOfCapacity("MYSQL", { min: 1, max: 12 }), 1000);
  });

  it("is at most 2,000 for PostgreSQL with a minimum of 0 or 0.5, whatever the maximum", () => {
    assert.equal(connectionsOfCapacity("POSTGRESQL", { min: 0.5, max: 128 }), 2000);
    assert.equal(connectionsOfCapacity("POSTGRESQL", { min: 0, max: 16 }), 2000);
    assert.equal(connectionsOfCapacity("POSTGRESQL", { min: 0.5, max: 4 }), 823);
    assert.equal(connectionsOfCapacity("MYSQL", { min: 0.5, max: 128 }), 5000);
  });

  it("never falls with more memory or a higher maximum", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("POSTGRESQL" as const, "MYSQL" as const),
        half(1, 256),
        half(0, 64),
        half(0, 8),
        (protocol, max, more, min) => {
          const higher = Math.min(256, max + more);
          assert.ok(connectionsOfCapacity(protocol, { min, max: higher }) >= connectionsOfCapacity(protocol, { min, max }));
          assert.ok(ofInstance(protocol, max + more) >= ofInstance(protocol, max));
        },
      ),
    );
  });
});
