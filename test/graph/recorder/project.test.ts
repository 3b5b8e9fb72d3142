import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProject } from "../../../graph/recorder/project";

describe("graph/recorder/project", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "headroom-project-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const refused = (message: string): ((error: unknown) => boolean) => {
    return (error) => {
      assert.equal((error as Error).message.replaceAll(folder, "FOLDER"), message);
      assert.equal((error as { failure?: string }).failure, "project");
      return true;
    };
  };

  it("hands values over as the engine does: text as it is, structures as JSON, keys with a namespace", () => {
    write("Pulumi.yaml", "name: demo\nruntime: nodejs\nconfig:\n  demo:zone: {default: b}\n  size: 4\n");
    write("Pulumi.dev.yaml", "config:\n  aws:region: eu-west-1\n  size: 5\n  on: true\n  services:\n    api: {on: {cpu: 70%}, n: 1.5}\n");
    assert.deepEqual(readProject(folder, "dev").config, {
      values: {
        "demo:zone": "b",
        "demo:size": "5",
        "aws:region": "eu-west-1",
        "demo:on": "true",
        "demo:services": '{"api":{"on":{"cpu":"70%"},"n":1.5}}',
      },
      secretKeys: [],
    });
  });

  it("puts a placeholder where a value is encrypted, at any depth, and marks the key", () => {
    write("Pulumi.yaml", "name: demo\nruntime: nodejs\n");
    write("Pulumi.dev.yaml", "config:\n  demo:a: {secure: abc}\n  demo:b:\n    - {secure: abc}\n    - {user: me}\n  demo:c: {user: me}\n");
    assert.deepEqual(readProject(folder, "dev").config, {
      values: { "demo:a": "[secret]", "demo:b": '["[secret]",{"user":"me"}]', "demo:c": '{"user":"me"}' },
      secretKeys: ["demo:a", "demo:b"],
    });
  });

  it("reads the options that Pulumi's own language host reads", () => {
    write(
      "Pulumi.yaml",
      "name: demo\nruntime:\n  name: nodejs\n  options: {typescript: false, nodeargs: --no-warnings  --trace-uncaught, tsconfig: run.json}\n",
    );
    assert.deepEqual(readProject(folder, "dev").options, {
      typescript: false,
      nodeargs: ["--no-warnings", "--trace-uncaught"],
      tsconfig: "run.json",
    });
  });

  it("starts a folder as a package and a file in its folder", () => {
    mkdirSync(join(folder, "src"));
    write("src/main.js", "");
    write("Pulumi.yaml", "name: demo\nruntime: nodejs\nmain: src\n");
    assert.deepEqual(pick(readProject(folder, "dev")), { pwd: join(folder, "src"), main: "." });
    write("Pulumi.yaml", "name: demo\nruntime: nodejs\nmain: src/main.js\n");
    assert.deepEqual(pick(readProject(folder, "dev")), { pwd: join(folder, "src"), main: "main.js" });
    write("Pulumi.yaml", "name: demo\nruntime: nodejs\n");
    assert.deepEqual(pick(readProject(folder, "dev")), { pwd: folder, main: "." });
  });

  it("finds the stack's file where the project keeps it, or takes the one that is named", () => {
    mkdirSync(join(folder, "stacks"));
    write("Pulumi.yaml", "name: demo\nruntime: nodejs\nstackConfigDir: stacks\n");
    write("stacks/Pulumi.dev.yaml", "config: {demo:a: 1}\n");
    write("other.yaml", "config: {demo:a: 2}\n");
    assert.equal(readProject(folder, "dev").config.values["demo:a"], "1");
    assert.equal(readProject(folder, "dev", join(folder, "other.yaml")).config.values["demo:a"], "2");
  });

  for (const [what, yaml, message] of [
    ["no project file", undefined, "FOLDER holds no Pulumi.yaml; --program takes the folder of a Pulumi program."],
    ["no name", "runtime: nodejs\n", 'FOLDER/Pulumi.yaml: "name" must be the project\'s name.'],
    ["a list", "- a\n", "FOLDER/Pulumi.yaml must be a mapping of keys to values."],
    [
      "no YAML",
      "name: [\n",
      "FOLDER/Pulumi.yaml:2:1: this is not YAML. Flow sequence in block collection must be sufficiently indented and end with a ].",
    ],
    [
      "another language",
      "name: demo\nruntime: python\n",
      'FOLDER/Pulumi.yaml: the runtime is "python"; only Node.js programs can be recorded. For others, run: pulumi preview --json --show-sames > preview.json && headroom check --preview preview.json',
    ],
    [
      "a main that is not there",
      "name: demo\nruntime: nodejs\nmain: lib\n",
      'FOLDER/Pulumi.yaml: "main" is "lib"; it must be a folder or file of the project.',
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      if (yaml !== undefined) write("Pulumi.yaml", yaml);
      assert.throws(() => readProject(folder, "dev"), refused(message));
    });
  }

  it("refuses a named stack file that is not there", () => {
    write("Pulumi.yaml", "name: demo\nruntime: nodejs\n");
    assert.throws(
      () => readProject(folder, "dev", join(folder, "no.yaml")),
      refused("FOLDER/no.yaml does not exist; --config-file takes a stack's YAML file."),
    );
  });
});

const pick = ({ pwd, main }: { pwd: string; main: string }): { pwd: string; main: string } => ({ pwd, main });
