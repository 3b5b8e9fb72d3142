import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { graphFromFile } from "../../../graph/sources/file";
import type { FileKind } from "../../../graph/sources/source-error";

const howPreview = "a preview is written by: pulumi preview --json --show-sames > preview.json";
const howPlan = "a plan is written by: pulumi preview --save-plan plan.json";
const howExport = "a stack export is written by: pulumi stack export --file export.json";

const state = (members: object = {}): object => ({ urn: "urn:pulumi:dev::shop::a:b:C::x", type: "a:b:C", custom: true, ...members });
const preview = (members: object, digest: object = {}): string =>
  JSON.stringify({ steps: [{ op: "create", urn: "urn:pulumi:dev::shop::a:b:C::x", ...members }], ...digest });
const stackExport = (resources: unknown): string => JSON.stringify({ version: 3, deployment: { resources } });
const plan = (resourcePlans: unknown): string => JSON.stringify({ manifest: {}, resourcePlans });
const event = '{"sequence":1,"timestamp":1700000000,"preludeEvent":{"config":{}}}\n';

describe("a file that is not what it should be", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "headroom-sources-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const cases: [title: string, kind: FileKind, text: string | Buffer, message: string][] = [
    ["is empty", "preview", "", `is empty; ${howPreview}`],
    ["holds blanks alone", "export", "\uFEFF \n\n", `is empty; ${howExport}`],
    ["is text", "preview", "error: no stack selected\n", `is not JSON; ${howPreview}`],
    ["is cut off", "plan", '{"resourcePlans": {"urn:', `is JSON that is cut off or damaged; ${howPlan}`],
    ["is a list", "export", "[1]", `is JSON, but not a stack export; ${howExport}`],
    ["is a number", "plan", "3", `is JSON, but not a plan; ${howPlan}`],
    ["is an empty object", "preview", "{}", `is other JSON, not a preview; ${howPreview}`],
    ["is an export", "preview", stackExport([state()]), "is a stack export, not a preview; use --export."],
    ["is a bare deployment", "plan", '{"manifest":{},"resources":[]}', "is a stack export, not a plan; use --export."],
    ["is a plan", "export", plan({}), "is a plan, not a stack export; use --plan."],
    ["is a preview", "plan", preview({}), "is a preview, not a plan; use --preview."],
    [
      "is a package.json",
      "export",
      '{"name":"x","version":"1.0.0"}',
      `is the manifest of an npm package, not a stack export; ${howExport}`,
    ],
    [
      "is a Terraform plan",
      "plan",
      '{"format_version":"1.2","terraform_version":"1.9.0","planned_values":{}}',
      `is a Terraform plan, not a plan; ${howPlan}`,
    ],
    [
      "is a Terraform state",
      "export",
      '{"version":4,"terraform_version":"1.9.0","resources":[]}',
      `is a Terraform state, not a stack export; ${howExport}`,
    ],
    ["is a CloudFormation template", "export", '{"Resources":{}}', `is a CloudFormation template, not a stack export; ${howExport}`],
    ["is a Kubernetes object", "export", '{"apiVersion":"v1","kind":"List"}', `is a Kubernetes object, not a stack export; ${howExport}`],
    [
      "is a checkpoint",
      "export",
      '{"version":3,"checkpoint":{}}',
      `is a checkpoint of Pulumi's own storage, not a stack export; ${howExport}`,
    ],
    [
      "is a stream of events",
      "preview",
      event + event,
      "is a stream of engine events, not a preview; unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW and write it again: pulumi preview --json --show-sames > preview.json",
    ],
    [
      "is one event",
      "preview",
      event,
      "is a stream of engine events, not a preview; unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW and write it again: pulumi preview --json --show-sames > preview.json",
    ],
    [
      "is of an empty stack",
      "export",
      '{"version":3,"deployment":{"manifest":{}}}',
      `holds no resources, so there is nothing to judge; ${howExport}`,
    ],
    [
      "deletes everything",
      "preview",
      preview({ op: "delete", oldState: state() }),
      `holds no resources, so there is nothing to judge; ${howPreview}`,
    ],
    [
      "plans to delete everything",
      "plan",
      plan({ "urn:pulumi:dev::shop::a:b:C::x": { steps: ["delete"] } }),
      `holds no resources, so there is nothing to judge; ${howPlan}`,
    ],
    [
      "is of a failed preview",
      "preview",
      preview({ newState: state() }, { diagnostics: [{ severity: "error", message: "error: no credentials\nmore" }] }),
      "is of a preview that failed (error: no credentials); correct that, then write it again: pulumi preview --json --show-sames > preview.json",
    ],
    [
      "leaves out one resource",
      "preview",
      preview({ newState: state() }, { changeSummary: { same: 1 } }),
      "leaves out 1 unchanged resource, so the stack cannot be judged as a whole; write it with: pulumi preview --json --show-sames > preview.json",
    ],
    [
      "has a resource without a URN",
      "export",
      stackExport([state(), { type: "a:b:C" }]),
      `is damaged, for deployment.resources[1].urn is not a Pulumi URN; ${howExport}`,
    ],
    ["has a resource that is none", "export", stackExport([1]), `is damaged, for deployment.resources[0] is not an object; ${howExport}`],
    ["has resources that are no list", "export", stackExport({}), `is damaged, for deployment.resources is not a list; ${howExport}`],
    [
      "has a text for a switch",
      "preview",
      preview({ newState: state({ custom: "yes" }) }),
      `is damaged, for steps[0].newState.custom is not true or false; ${howPreview}`,
    ],
    ["has a step without a state", "preview", preview({}), `is damaged, for steps[0].newState is not a state; ${howPreview}`],
    [
      "has numbers for URNs",
      "export",
      stackExport([state({ dependencies: [1] })]),
      `is damaged, for deployment.resources[0].dependencies is not a list of texts; ${howExport}`,
    ],
    ["plans for no URN", "plan", plan({ x: { goal: {} } }), `is damaged, for resourcePlans is not a map of Pulumi URNs; ${howPlan}`],
    [
      "plans a parent that is no text",
      "plan",
      plan({ "urn:pulumi:dev::shop::a:b:C::x": { goal: { parent: 1 } } }),
      `is damaged, for resourcePlans["urn:pulumi:dev::shop::a:b:C::x"].goal.parent is not a text; ${howPlan}`,
    ],
  ];
  for (const [title, kind, text, message] of cases) {
    it(`${kind}: ${title}`, () => {
      const file = join(folder, "file.json");
      writeFileSync(file, text);
      assert.throws(() => graphFromFile(kind, file), { name: "SourceError", message: `${file} ${message}` });
    });
  }

  it("is missing, or a folder", () => {
    const missing = join(folder, "missing.json");
    assert.throws(() => graphFromFile("plan", missing), { name: "SourceError", message: `${missing} does not exist; ${howPlan}` });
    assert.throws(() => graphFromFile("export", folder), { name: "SourceError", message: `${folder} is a folder; ${howExport}` });
  });

  it("quotes no value of the file", () => {
    const file = join(folder, "secret.json");
    writeFileSync(file, '{"steps": [hunter2]}');
    assert.throws(
      () => graphFromFile("preview", file),
      (error: Error) => !error.message.includes("hunter2"),
    );
  });
});
