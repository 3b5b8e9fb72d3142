import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stackSchema } from "../../config/stack-schema";
import { build, headroom, program } from "./headroom";

/** Nothing may have run: a recording of the program takes seconds and says how many resources it saw. */
describe("a stack's file of Headroom's own program", () => {
  let folder: string;
  before(build);
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "headroom-stack-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const preview = async (text: string): Promise<string> => {
    const file = join(folder, "Pulumi.dev.yaml");
    writeFileSync(file, text);
    const { code, stdout, stderr } = await headroom(["preview", "--stack", "dev", "--config-file", file]);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
    return stderr.replaceAll(file, "FILE");
  };

  it("must exist", async () => {
    assert.deepEqual(await headroom(["preview", "--stack", "qa"]), {
      code: 2,
      stdout: "",
      stderr: "Pulumi.qa.yaml does not exist. The stacks of this program: dev, prod, staging.\n",
    });
  });

  const empty = [
    "FILE: 4 problems",
    "  headroom:tier is missing; write one of dev, staging, prod",
    "  headroom:budget is missing; write a mapping with monthly, burst and notify",
    "  headroom:network is missing; write a mapping with zones and nat",
    "  headroom:services is missing; write a mapping of services by name",
    "",
  ].join("\n");
  it("must not be empty", async () => assert.equal(await preview(""), empty));
  it("must hold more than comments", async () => assert.equal(await preview("# nothing yet\n"), empty));
  it("must configure something", async () => assert.equal(await preview("config:\n"), empty));

  it("must be a mapping", async () =>
    assert.equal(await preview("- 1\n"), 'FILE: a mapping of keys to values under "config:" is required.\n'));
  it("must have a mapping under config", async () =>
    assert.equal(await preview("config: [1]\n"), 'FILE: a mapping of keys to values under "config:" is required.\n'));

  it("must be YAML", async () =>
    assert.equal(
      await preview("config:\n  a: [1\n"),
      "FILE:3:1: this is not YAML. Flow sequence in block collection must be sufficiently indented and end with a ].\n",
    ));

  it("must not say a thing twice", async () =>
    assert.equal(
      await preview("config:\n  a: 1\n  a: 2\n"),
      "FILE:3:3: this is not YAML. The key a is here for the second time in one mapping.\n",
    ));

  it("must not be a folder", async () => {
    const { code, stdout, stderr } = await headroom(["preview", "--stack", "dev", "--config-file", folder]);
    assert.deepEqual(
      { code, stdout, stderr: stderr.replace(folder, "FOLDER") },
      { code: 2, stdout: "", stderr: "FOLDER is a folder; a YAML file is needed.\n" },
    );
  });

  it("must not misspell config", async () =>
    assert.equal(await preview("# stack\nconfg:\n  a: 1\n"), 'FILE:2: confg is not known here; did you mean "config"?\n'));

  it("is told of every problem at once, each with its line", async () =>
    assert.equal(await preview(wrong), [`FILE: ${complaints.length} problems`, ...complaints.map((line) => `  ${line}`), ""].join("\n")));

  it("has the same problems in JSON", async () => {
    const file = join(folder, "Pulumi.dev.yaml");
    writeFileSync(file, "config:\n  headroom:tier: dev\n  headroom:colour: blue\n");
    const { stdout } = await headroom(["preview", "--stack", "dev", "--config-file", file, "--json"]);
    const { error } = JSON.parse(stdout) as { error: { problems: unknown[] } };
    assert.deepEqual(error.problems.at(-1), {
      file,
      line: 3,
      path: "headroom:colour",
      message: `headroom:colour is not known; known here: ${Object.keys(stackSchema.shape)
        .map((key) => `headroom:${key}`)
        .join(", ")}`,
    });
  });
});

describe("a stack's file of another program", () => {
  before(build);

  it("must exist when it is named", async () => {
    const { code, stderr } = await headroom([
      "preview",
      "--program",
      program("two-stacks"),
      "--stack",
      "blue",
      "--config-file",
      "no-such.yaml",
    ]);
    assert.deepEqual(
      { code, stderr: stderr.replace(/^.*no-such/, "no-such") },
      {
        code: 2,
        stderr: "no-such.yaml does not exist; --config-file takes a stack's YAML file.\n",
      },
    );
  });

  it("may be absent when the stack is named", async () => {
    const { code } = await headroom(["preview", "--program", program("unnamed"), "--stack", "dev"]);
    assert.equal(code, 0);
  });
});

const wrong = `config:
  headroom:tier: dev
  headroom:budget: { monthly: 150, burst: 600, notify: [platform@example.com] }
  headroom:network: { zones: 2, nat: none }
  headroom:services:
    api:
      image: ghcr.io/example/api:1.4.2
      size: [0.25 vCPU, 0.5 GiB]
      scale:
        min: 5
        maximum: 9
        max: 4
        on: { cpu: 70% }
    worker:
      image: ghcr.io/example/worker:1.4.2
      consumes: orders
      scale:
        min: 1
        max: 4
        on: { backlogPerTask: 100 }
        scaleInCooldown: 5 parsecs
`;
const complaints = [
  'line 11: headroom:services.api.scale.maximum is not known; did you mean "max"?',
  "line 12: headroom:services.api.scale.max is 4; write at least 5, which is min",
  'line 16: headroom:services.worker.consumes is "orders", which is not in headroom:queues; headroom:queues is empty',
  'line 21: headroom:services.worker.scale.scaleInCooldown is "5 parsecs"; write a time of 0 to 86400 whole seconds, such as "5 minutes" (ms, seconds, minutes, hours or days)',
];
