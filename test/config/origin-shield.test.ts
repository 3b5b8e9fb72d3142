import assert from "node:assert/strict";
import { shieldFor } from "../../config";
import { shieldRegions } from "../../config/origin-shield";

describe("Origin Shield", () => {
  it("is in the origin's region where that offers it", () => {
    for (const region of shieldRegions) assert.equal(shieldFor(region), region);
  });

  it("is in the region that AWS names for the others", () => {
    const others = ["us-west-1", "af-south-1", "ap-east-1", "ca-central-1", "eu-south-1", "eu-west-3", "eu-north-1", "me-south-1"];
    assert.deepEqual(others.map(shieldFor), [
      "us-west-2",
      "eu-west-1",
      "ap-southeast-1",
      "us-east-1",
      "eu-central-1",
      "eu-west-2",
      "eu-west-2",
      "ap-south-1",
    ]);
  });

  it("is nowhere where AWS says nothing", () => {
    for (const region of ["cn-north-1", "toString", ""]) assert.equal(shieldFor(region), undefined);
  });
});
