import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { known, secretValue, unknown, unknownValue, type Resource, type ResourceGraph } from "../../../graph";
import { graphFromExport } from "../../../graph/sources/export";
import { graphFromPlan } from "../../../graph/sources/plan";
import { graphFromPreview } from "../../../graph/sources/preview";
import { decodeMap } from "../../../graph/wire";
import { mapOf } from "./arbitrary-graph";

/** Files that the engine wrote for the program `test/programs/mixed`: before it was deployed, and afterwards. */
const fixture = (name: string): string => readFileSync(join(__dirname, "fixtures", name), "utf8");

const preview = graphFromPreview(fixture("preview.json"), "preview.json");
const plan = graphFromPlan(fixture("plan.json"), "plan.json");
const deployed = graphFromExport(fixture("export.json"), "export.json");
const again = graphFromPreview(fixture("preview-of-deployed.json"), "preview.json");
const planAgain = graphFromPlan(fixture("plan-of-deployed.json"), "plan.json");

const urn = (type: string, name: string): string => `urn:pulumi:dev::mixed::${type}::${name}`;
const find = (graph: ResourceGraph, name: string): Resource => {
  const found = graph.resources.find((resource) => resource.name === name);
  assert.ok(found, name);
  return found;
};

/** What both sources know of each resource must be the same. */
function assertAgree(a: ResourceGraph, b: ResourceGraph): void {
  assert.deepEqual(a.resources.map(({ urn: u }) => u).sort(), b.resources.map(({ urn: u }) => u).sort());
  const others = new Map(b.resources.map((resource) => [resource.urn, resource]));
  for (const resource of a.resources) {
    const other = others.get(resource.urn);
    assert.ok(other);
    assert.deepEqual(comparable(resource, other), comparable(other, resource), resource.urn);
  }
}
const comparable = (resource: Resource, other: Resource): object => ({
  ...Object.fromEntries(
    Object.entries(resource).filter(([field, value]) => isKnown(value) && isKnown((other as unknown as Record<string, unknown>)[field])),
  ),
  dependencies: [...resource.dependencies].sort(),
  propertyDependencies:
    resource.propertyDependencies.known &&
    mapOf(Object.entries(resource.propertyDependencies.value).map(([key, urns]) => [key, [...urns].sort()])),
});
const isKnown = (value: unknown): boolean => !(typeof value === "object" && value !== null && "known" in value && value.known === false);

describe("files that the engine wrote", () => {
  it("give the same program whatever the file: a first preview and its plan", () => assertAgree(preview, plan));
  it("give the same program whatever the file: an export and the preview of no change", () => assertAgree(deployed, again));

  it("tell project, stack, region and the stack's outputs", () => {
    const facts = ({ source, project, stack, region, outputs, resources }: ResourceGraph): unknown[] => [
      source,
      project,
      stack,
      region,
      outputs,
      resources.length,
    ];
    const region = known("us-east-1");
    const url = "https://sqs.us-east-1.amazonaws.com/123456789012/worker-jobs-678c7b2";
    assert.deepEqual([preview, plan, deployed, again, planAgain].map(facts), [
      ["preview", "mixed", "dev", region, unknown("not in this source"), 15],
      ["plan", "mixed", "dev", region, known(mapOf(Object.entries({ queue: unknownValue, secret: secretValue }))), 15],
      ["export", "mixed", "dev", region, known(mapOf(Object.entries({ queue: url, secret: secretValue }))), 15],
      ["preview", "mixed", "dev", region, unknown("not in this source"), 15],
      ["plan", "mixed", "dev", region, known(mapOf(Object.entries({ queue: url, secret: secretValue }))), 15],
    ]);
  });

  it("keep a resource of a first preview whole", () => {
    const cluster = urn("aws:ecs/cluster:Cluster", "cluster");
    const task = urn("aws:ecs/taskDefinition:TaskDefinition", "task");
    const expected: Resource = {
      urn: urn("aws:ecs/service:Service", "service"),
      type: "aws:ecs/service:Service",
      name: "service",
      custom: true,
      remote: false,
      external: false,
      parent: urn("pulumi:pulumi:Stack", "mixed-dev"),
      id: unknown("computed on deployment"),
      inputs: mapOf(
        Object.entries({
          cluster: unknownValue,
          desiredCount: 2,
          tags: mapOf(Object.entries({ token: secretValue, zone: "a" })),
          taskDefinition: unknownValue,
        }),
      ),
      outputs: unknown("computed on deployment"),
      dependencies: [urn("awsx:ec2:Vpc", "net"), urn("mixed:index:Worker$aws:sqs/queue:Queue", "worker-jobs"), cluster, task],
      propertyDependencies: known(mapOf(Object.entries({ cluster: [cluster], desiredCount: [], tags: [], taskDefinition: [task] }))),
      ignoreChanges: known(["desiredCount", "tags.zone"]),
      protect: known(false),
      aliases: known([]),
      provider: undefined,
      position: known({ file: "index.ts", line: 24, column: 17 }),
    };
    assert.deepEqual(find(preview, "service"), expected);
  });

  it("keep explicit providers and drop the engine's own", () => {
    const providers = (graph: ResourceGraph): string[] =>
      graph.resources.filter(({ type }) => type.startsWith("pulumi:providers:")).map(({ name }) => name);
    assert.deepEqual([preview, plan, deployed, again, planAgain].map(providers), Array(5).fill(["ireland"]));
    assert.equal(find(deployed, "worker-jobs").provider, `${urn("pulumi:providers:aws", "ireland")}::446d7441-7ba9-49c6-9bc8-1aa56ad2b665`);
    assert.deepEqual(
      find(preview, "ireland").inputs,
      decodeMap({ region: "eu-west-1", skipCredentialsValidation: "false", skipRegionValidation: "true", version: "7.48.0" }),
    );
  });

  it("place a provider at the program's line, not at the SDK's", () => {
    assert.deepEqual(find(preview, "ireland").position, known({ file: "index.ts", line: 15, column: 17 }));
    assert.deepEqual(find(preview, "mixed-dev").position, unknown("not in this source"));
  });

  it("hold no text of a secret, even when the export shows them", () => {
    assert.ok(fixture("export-showing-secrets.json").includes("correct horse"));
    const shown = graphFromExport(fixture("export-showing-secrets.json"), "export.json");
    assert.ok(!JSON.stringify(shown).includes("correct horse"));
    assert.deepEqual(find(shown, "task").inputs["containerDefinitions"], secretValue);
  });

  it("give inputs that a plan of deployed resources leaves out: from the outputs, else unknown", () => {
    const target = find(planAgain, "target");
    assert.deepEqual(target.inputs, find(deployed, "target").inputs);
    assert.deepEqual(target.id, unknown("not in this source"));
    assert.deepEqual(find(planAgain, "worker").inputs, mapOf(Object.entries({ configPath: unknownValue, vpc: unknownValue })));
  });

  it("say that a preview without the unchanged resources is not the whole stack", () => {
    assert.throws(() => graphFromPreview(fixture("preview-of-changes-only.json"), "preview.json"), {
      name: "SourceError",
      message:
        "preview.json leaves out 14 unchanged resources, so the stack cannot be judged as a whole; " +
        "write it with: pulumi preview --json --show-sames > preview.json",
    });
  });
});
