import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ResourceGraph } from "../../graph";
import { record } from "../../graph/recorder";
import { graphFromPlan } from "../../graph/sources";
import { engineFor } from "./harness/block";
import type { Engine } from "./harness/engine";
import { buildDumpPack } from "./harness/pack";
import { differences, packBlindness, planBlindness } from "./harness/parity";
import { openStack, ownProgram, program, succeeded, type Workspace } from "./harness/workspace";

/** One program, three ways. */
interface Views {
  readonly recorded: ResourceGraph;
  readonly plan: ResourceGraph;
  readonly pack: ResourceGraph;
}

/** Programs for which the engine knows more than a recording can: which lines differ, and nothing else. */
const knownOnlyToTheEngine: Readonly<Record<string, { readonly plan: readonly string[]; readonly pack: readonly string[] }>> = {
  // The other stack is there to be asked.
  "stack-references": twice([
    'stack outputs: {"known":true,"value":{"vpc":"[unknown]"}} recorded, {"known":true,"value":{"vpc":"vpc-1"}} on the engine',
    'urn:pulumi:dev::stack-references::aws:sqs/queue:Queue::queue inputs: kmsMasterKeyId: "[unknown]" recorded, "key-of-the-network" on the engine',
    'urn:pulumi:dev::stack-references::aws:sqs/queue:Queue::queue inputs: tags: {"fixed":"yes","zone":"[unknown]"} recorded, {"fixed":"yes","zone":"us-east-1a"} on the engine',
  ]),
  // A pack is told the region by the default AWS provider, which this program has not.
  "kubernetes-objects": {
    plan: [],
    pack: ['stack region: {"known":true,"value":"us-east-1"} recorded, {"known":false,"why":"not in this source"} on the engine'],
  },
  // A pack is shown the id of a resource that stands as a value, which is unknown in a preview.
  values: {
    plan: [],
    pack: [
      'urn:pulumi:dev::values::values:index:Odd::references inputs: list: ["[resource urn:pulumi:dev::values::aws:sqs/queue:Queue::queue]","[unknown]"] recorded, ["[unknown]","[unknown]"] on the engine',
      'urn:pulumi:dev::values::values:index:Odd::references inputs: resource: "[resource urn:pulumi:dev::values::aws:sqs/queue:Queue::queue]" recorded, "[unknown]" on the engine',
    ],
  },
};

describe("A recording and the engine", function () {
  this.timeout(120_000);
  let engine: Engine;
  let pack: string;

  before(async function () {
    engine = await engineFor(this);
    pack = buildDumpPack(engine);
  });
  after(() => engine?.stop());

  for (const name of readdirSync(program("."))) {
    it(`show the same resources of the program "${name}"`, async () => {
      const workspace = await openStack(engine, program(name), "dev");
      if (name === "stack-references") await addNetworkStack(workspace);
      const { recorded, plan, pack: shown } = await views(workspace, "dev", pack);
      const expected = knownOnlyToTheEngine[name] ?? twice([]);
      assert.ok(recorded.resources.length > 1);
      assert.deepEqual(differences(recorded, plan, planBlindness), expected.plan);
      assert.deepEqual(differences(recorded, shown, packBlindness), expected.pack);
    });
  }

  for (const stack of ["dev", "staging", "prod"]) {
    it(`show the same resources of the stack ${stack}`, async () => {
      const workspace = await openStack(engine, ownProgram, stack);
      const { recorded, plan, pack: shown } = await views(workspace, stack, pack);
      assert.ok(recorded.resources.length > 30);
      assert.deepEqual(differences(recorded, plan, planBlindness), []);
      assert.deepEqual(differences(recorded, shown, packBlindness), []);
    });
  }
});

function twice(lines: readonly string[]): { plan: readonly string[]; pack: readonly string[] } {
  return { plan: lines, pack: lines };
}

/** The stack that others refer to, as if it had been deployed. */
async function addNetworkStack({ pulumi }: Workspace): Promise<void> {
  succeeded(await pulumi(["stack", "init", "network"]));
  succeeded(await pulumi(["stack", "import", "--stack", "network", "--file", "network.json"]));
  succeeded(await pulumi(["stack", "select", "dev"]));
}

async function views({ folder, pulumi }: Workspace, stack: string, pack: string): Promise<Views> {
  const [planFile, packFile] = [join(folder, "plan.json"), join(folder, "pack.json")];
  const preview = pulumi(["preview", "--save-plan", planFile, "--policy-pack", pack], { HEADROOM_DUMP: packFile });
  const [recording, outcome] = await Promise.all([record({ program: folder, stack }), preview]);
  succeeded(outcome);
  return { recorded: recording.graph, plan: graphFromPlan(readFileSync(planFile, "utf8"), planFile), pack: revived(packFile) };
}

/** A graph that was written down: what is unknown or secret is the text that it prints as, and so it is compared. */
const revived = (file: string): ResourceGraph => JSON.parse(readFileSync(file, "utf8")) as ResourceGraph;
