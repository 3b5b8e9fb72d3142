import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ResourceGraph } from "../../graph";
import { record } from "../../graph/recorder";
import { readModel } from "../../model";
import { judge } from "../../policies/judge";
import { doubtSentence, sentence, type RuleResult } from "../../policies/rule";
import { rules } from "../../policies/rules";
import { caught, lastErratum, notExpressed, uncaught } from "./errata";

const unsafe = join(__dirname, "../../examples/unsafe");
const folders = readdirSync(unsafe, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const fixtures = [...caught, ...uncaught];

/** What starts the names of a folder's resources: `e19-`, `lambda-cooldown-`. */
const prefixOf = (folder: string): string => /^e\d\d-/.exec(folder)?.[0] ?? `${folder.split("-").slice(0, 2).join("-")}-`;
const isOf = (folder: string, name: string): boolean => `${name}-`.startsWith(prefixOf(folder));

/** All that the rules say, each sentence after the rule's id. */
function said(graph: ResourceGraph): string[] {
  return judge(readModel(graph)).flatMap(({ rule, verdict }: RuleResult) => [
    ...(verdict.verdict === "fail" ? verdict.findings.map((finding) => `${rule.id}: ${sentence(finding)}`) : []),
    ...(verdict.verdict === "fail" || verdict.verdict === "unknown"
      ? verdict.unknowns.map((doubt) => `${rule.id}: ${doubtSentence(doubt, "advisory")}`)
      : []),
  ]);
}

describe("examples/unsafe", function () {
  this.timeout(60_000);
  let all: ResourceGraph;
  before(async () => {
    all = (await record({ program: join(__dirname, "programs/all-unsafe"), stack: "dev" })).graph;
  });

  /** What one folder's program registers, as its own stack. */
  const graphOf = (folder: string, stack: string): ResourceGraph => ({
    ...all,
    project: folder,
    stack,
    resources: all.resources.filter(({ name }) => isOf(folder, name)),
  });

  for (const { folder, stack, says } of caught) it(`${folder} is refused`, () => assert.deepEqual(said(graphOf(folder, stack)), says));

  for (const { folder, stack, rule } of uncaught)
    it(`${folder} is refused by no rule yet: ${rule} has to`, () => {
      const sentences = said(graphOf(folder, stack));
      assert.deepEqual(sentences, [], `move ${folder} to "caught" in test/examples/errata.ts, with these sentences`);
      assert.ok(!rules.some(({ id }) => id === rule), `${rule} exists and does not refuse ${folder}`);
    });

  it("has each program in one list, and a program for each entry", () =>
    assert.deepEqual(fixtures.map(({ folder }) => folder).sort(), [...folders].sort()));

  it("has each erratum as a program or a reason, and not both", () => {
    const expressed = folders.flatMap((folder) => Number(/^e(\d\d)-/.exec(folder)?.[1] ?? NaN) || []);
    const numbers = [...expressed, ...Object.keys(notExpressed).map(Number)].sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      Array.from({ length: lastErratum }, (_none, i) => i + 1),
    );
  });

  it("knows whose each resource is", () => {
    const owners = all.resources.map(({ name, type }) => ({ name, type, of: folders.filter((folder) => isOf(folder, name)).length }));
    assert.deepEqual(
      owners.filter(({ type, of }) => of !== 1 && type !== "pulumi:pulumi:Stack"),
      [],
    );
  });

  for (const { folder, stack } of fixtures)
    it(`${folder} is a project of that name with a stack ${stack}, and says what is wrong and which rule has to see it`, () => {
      const project = parse(readFileSync(join(unsafe, folder, "Pulumi.yaml"), "utf8")) as Record<string, unknown>;
      assert.deepEqual({ name: project["name"], runtime: project["runtime"] }, { name: folder, runtime: "nodejs" });
      assert.ok(typeof project["description"] === "string" && project["description"].endsWith("."));
      readFileSync(join(unsafe, folder, `Pulumi.${stack}.yaml`));
      const rule =
        uncaught.find((one) => one.folder === folder)?.rule ?? caught.find((one) => one.folder === folder)?.says[0]?.split(":")[0];
      assert.ok(rule);
      const words = uncaught.some((one) => one.folder === folder) ? "To be caught by" : "Caught by";
      assert.ok(readFileSync(join(unsafe, folder, "index.ts"), "utf8").includes(` * ${words} ${rule}`), `${words} ${rule}`);
    });

  it("runs on its own as well: the same resources, and the same is said", async () => {
    const [{ folder, stack }] = caught as [(typeof caught)[number]];
    const { graph } = await record({ program: join(unsafe, folder), stack });
    const split = graphOf(folder, stack);
    const shown = ({ resources }: ResourceGraph) =>
      resources
        .filter(({ type }) => type !== "pulumi:pulumi:Stack")
        .map(({ type, name, inputs }) => ({ type, name, inputs: JSON.stringify(inputs) }));
    assert.deepEqual(shown(graph), shown(split));
    assert.deepEqual(said(graph), said(split));
  });
});
