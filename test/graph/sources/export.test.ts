import assert from "node:assert/strict";

import { known, unknown } from "../../../graph";
import { graphFromExport } from "../../../graph/sources/export";

const state = (name: string, members: object = {}): object => ({
  urn: `urn:pulumi:dev::shop::${name.startsWith("default") ? "pulumi:providers:aws" : "a:b:C"}::${name}`,
  custom: true,
  ...members,
});
const read = (resources: object[], version = ""): ReturnType<typeof graphFromExport> =>
  graphFromExport(JSON.stringify({ version: 3, deployment: { manifest: { version }, resources } }), "export.json");

describe("graphFromExport", () => {
  it("leaves out what waits to be deleted or to be made again", () => {
    const { resources } = read([
      state("x"),
      state("x", { delete: true, inputs: { old: 1 } }),
      state("y", { delete: true }),
      state("z", { pendingReplacement: true }),
    ]);
    assert.deepEqual(
      resources.map(({ name, inputs }) => [name, Object.keys(inputs)]),
      [["x", []]],
    );
  });

  it("reads a deployment without its wrapper, and takes a type from the URN", () => {
    const { resources } = graphFromExport(JSON.stringify({ manifest: {}, resources: [state("x")] }), "export.json");
    assert.equal(resources[0]?.type, "a:b:C");
  });

  it("knows that nothing is ignored where a recent CLI or another resource tells so", () => {
    const ignored = (version: string, ...others: object[]): unknown => read([state("x"), ...others], version).resources[0]?.ignoreChanges;
    for (const version of ["v3.248.0", "3.249.1", "v4.0.0-alpha"]) assert.deepEqual(ignored(version), known([]), version);
    for (const version of ["", "v3.150.0", "v2.999.0", "(devel)"])
      assert.deepEqual(ignored(version), unknown("not in this source"), version);
    assert.deepEqual(ignored("", state("y", { ignoreChanges: ["a"] })), known([]));
  });

  it("takes the region that the default providers agree on", () => {
    const region = (...regions: (string | undefined)[]): unknown =>
      read([state("x"), ...regions.map((r, n) => state(`default_${n}`, { inputs: { region: r } }))]).region;
    assert.deepEqual(region("eu-west-1", "eu-west-1"), known("eu-west-1"));
    assert.deepEqual(region("eu-west-1", "us-east-1"), unknown("ambiguous"));
    assert.deepEqual(region("eu-west-1", undefined), unknown("ambiguous"));
    assert.deepEqual(region(undefined), unknown("not in this source"));
    assert.deepEqual(region(), unknown("not in this source"));
  });
});
