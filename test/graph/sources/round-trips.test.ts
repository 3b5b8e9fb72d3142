import assert from "node:assert/strict";
import fc from "fast-check";

import { known, unknown, type Resource, type ResourceGraph, type Source } from "../../../graph";
import { graphFromExport } from "../../../graph/sources/export";
import { graphFromPlan } from "../../../graph/sources/plan";
import { graphFromPreview } from "../../../graph/sources/preview";
import { resourceOf, resources, type Full } from "./arbitrary-graph";
import { writeExport, writePlan, writePreview } from "./writers";

const later = unknown("computed on deployment");
const absent = unknown("not in this source");

const graph = (source: Source, list: readonly Resource[], region: ResourceGraph["region"]): ResourceGraph => ({
  source,
  project: "shop",
  stack: "dev",
  resources: list,
  region,
  outputs: absent,
});

describe("a graph that was written and read again", () => {
  it("is equal after a preview, but for what is not made yet", () => {
    fc.assert(
      fc.property(resources, (list) => {
        const writesIgnoreChanges = list.some(({ ignoreChanges }) => ignoreChanges.length > 0);
        const expected = (resource: Full): Resource => ({
          ...resourceOf(resource),
          id: resource.custom ? later : known(""),
          outputs: resource.custom ? later : absent,
          ignoreChanges: writesIgnoreChanges ? known(resource.ignoreChanges) : absent,
        });
        assert.deepEqual(graphFromPreview(writePreview(list), "preview.json"), graph("preview", list.map(expected), known("eu-west-1")));
      }),
    );
  });

  it("is equal after a plan, but for ids and positions", () => {
    fc.assert(
      fc.property(resources, (list) => {
        const expected = (resource: Full): Resource => ({
          ...resourceOf(resource),
          id: resource.custom ? later : known(""),
          position: absent,
        });
        assert.deepEqual(graphFromPlan(writePlan(list), "plan.json"), graph("plan", list.map(expected), known("eu-west-1")));
      }),
    );
  });

  it("is equal after an export", () => {
    fc.assert(
      fc.property(resources, (list) => {
        assert.deepEqual(graphFromExport(writeExport(list), "export.json"), graph("export", list.map(resourceOf), absent));
      }),
    );
  });

  it("keeps the first of two resources of one URN", () => {
    fc.assert(
      fc.property(resources, (list) => {
        const twice = [...list, ...list.map((resource) => ({ ...resource, inputs: {} }))];
        assert.deepEqual(graphFromExport(writeExport(twice), "export.json"), graphFromExport(writeExport(list), "export.json"));
      }),
    );
  });

  it("never holds the text of a secret", () => {
    fc.assert(fc.property(resources, (list) => !JSON.stringify(graphFromExport(writeExport(list), "export.json")).includes("hunter2")));
  });
});
