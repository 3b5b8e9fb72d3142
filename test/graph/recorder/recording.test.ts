import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Resource } from "../../../graph";
import { record, RecordingError, type Recording, type RecordingRequest } from "../../../graph/recorder";

/** An ended process that nobody has waited for yet is a zombie: state Z. */
const ended = (pid: number): boolean =>
  /^(Z.*)?\s*$/.test(spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout);

/** Asks until there is an answer; the test's own time limit ends it. */
async function until<T>(answer: () => T | false | ""): Promise<T> {
  for (;;) {
    const found = answer();
    if (found !== false && found !== "") return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const program = (name: string): string => join(__dirname, "programs", name);

describe("graph/recorder", function () {
  this.timeout(60_000);

  describe("a program that uses what programs use", () => {
    let recording: Recording;
    const counts: number[] = [];
    before(async () => {
      recording = await record({ program: program("wide"), stack: "dev", onProgress: (count) => counts.push(count) });
    });
    const resource = (name: string): Resource => {
      const found = recording.graph.resources.find((candidate) => candidate.name === name);
      assert.ok(found, `${name} is recorded`);
      return found;
    };
    const inputs = (name: string): unknown => JSON.parse(JSON.stringify(resource(name).inputs));
    const dependencies = (name: string): unknown => {
      const map = resource(name).propertyDependencies;
      assert.ok(map.known);
      return Object.fromEntries(Object.entries(map.value).filter(([, urns]) => urns.length > 0));
    };
    const thing = (name: string): string => `urn:pulumi:dev::wide::test:index/thing:Thing::${name}`;

    it("says where it came from and for which stack", () => {
      const { source, project, stack, region } = recording.graph;
      assert.deepEqual(
        { source, project, stack, region },
        { source: "recording", project: "wide", stack: "dev", region: { known: true, value: "eu-central-1" } },
      );
    });

    it("keeps an unknown unknown, and which resource it will come from", () => {
      assert.deepEqual(inputs("uses-computed"), { from: "[unknown]", list: ["a", "[unknown]"] });
      assert.deepEqual(dependencies("uses-computed"), { from: [thing("base")], list: [thing("base")] });
    });

    it("answers with the inputs, so that values made of them are known", () => {
      assert.deepEqual(inputs("uses-known"), { size: 4 });
    });

    it("keeps secrets as secrets, without their text anywhere", () => {
      assert.deepEqual(inputs("uses-secret"), { from: "[secret]", list: ["[secret]"] });
      assert.ok(!JSON.stringify(recording.graph).includes("hush"));
    });

    it("keeps options: ignoreChanges, protect, dependsOn, aliases, an explicit provider", () => {
      assert.deepEqual(resource("base").ignoreChanges, { known: true, value: ["size"] });
      assert.deepEqual(resource("base").protect, { known: true, value: true });
      assert.deepEqual(resource("after").dependencies, [thing("base")]);
      assert.deepEqual(resource("after").aliases, { known: true, value: [thing("before")] });
      assert.match(resource("with-provider").provider ?? "", /^urn:pulumi:dev::wide::pulumi:providers:test::explicit::/);
    });

    it("runs transforms: a resource's own, and a component's on its children", () => {
      assert.deepEqual(inputs("transformed"), { size: 7, from: "[unknown]" });
      assert.deepEqual(inputs("group-first"), { size: 1, from: "group" });
    });

    it("lets children inherit protection and providers from their component", () => {
      assert.deepEqual(resource("protected-first").protect, { known: true, value: true });
      assert.match(resource("with-providers-first").provider ?? "", /::explicit::/);
    });

    it("keeps a component's inputs, its outputs and its children's place below it", () => {
      assert.deepEqual(inputs("group"), { configPath: "test:group" });
      assert.deepEqual(resource("group").outputs, { known: true, value: Object.assign(Object.create(null), { size: 1 }) });
      assert.equal(resource("group-first").parent, resource("group").urn);
      assert.equal(resource("group-first").urn, "urn:pulumi:dev::wide::test:index:Group$test:index/thing:Thing::group-first");
    });

    it("answers functions from its table, and leaves the others and stack references unknown", () => {
      assert.deepEqual(inputs("uses-functions"), { list: ["123456789012", "[unknown]"] });
      assert.deepEqual(inputs("uses-stack"), { from: "[unknown]" });
      assert.deepEqual(recording.unanswered, ["test:index:lookup"]);
    });

    it("keeps a resource that is read, with its id", () => {
      assert.deepEqual(resource("found").id, { known: true, value: "id-1" });
      assert.equal(resource("found").external, true);
      assert.deepEqual(resource("found").ignoreChanges, { known: false, why: "not in this source" });
      assert.deepEqual(inputs("uses-found"), { from: "[unknown]" });
    });

    it("names the line of the program that made a resource", () => {
      assert.deepEqual(resource("base").position, { known: true, value: { file: "index.ts", line: 9, column: 14 } });
      assert.deepEqual(resource("wide-dev").position, { known: false, why: "not in this source" });
      assert.deepEqual(resource("group-first").position, { known: true, value: { file: "thing.ts", line: 20, column: 18 } });
    });

    it("keeps the stack's outputs", () => {
      assert.ok(recording.graph.outputs.known);
      assert.deepEqual(JSON.parse(JSON.stringify(recording.graph.outputs.value)), {
        size: 3,
        computed: "[unknown]",
        zone: "eu-central-1a",
        hidden: "[secret]",
      });
    });

    it("hears what the program logs and prints", () => {
      assert.deepEqual(
        recording.messages.map(({ severity, text }) => `${severity}: ${text}`),
        ["info: from the program", "warning: mind the gap"],
      );
      assert.deepEqual(recording.output, { text: "printed\n", dropped: 0 });
    });

    it("tells of progress, one resource at a time", () => {
      assert.deepEqual(
        counts,
        recording.graph.resources.map((_, index) => index + 1),
      );
    });
  });

  const fails = async (name: string, request: Partial<RecordingRequest> = {}): Promise<RecordingError> => {
    try {
      await record({ program: program(name), stack: "dev", ...request });
    } catch (error) {
      if (error instanceof RecordingError) return error;
      throw error;
    }
    throw new assert.AssertionError({ message: `${name} was recorded` });
  };

  it("gives a program's own error with its line", async () => {
    const error = await fails("throws");
    assert.deepEqual([error.failure, error.message], ["program", "TypeError: the limit is missing\nat index.ts:4:9"]);
    assert.match(error.said.messages.at(-1)?.text ?? "", /throws\/index\.ts:4:9\)\n.*throws\/index\.ts:8:1\)\n\s+at Module\._compile/s);
    assert.doesNotMatch(error.said.messages.at(-1)?.text ?? "", /preload/);
  });

  it("gives an error that the SDK throws, with the line of the program", async () => {
    const error = await fails("refuses");
    assert.equal(error.message, "TypeError: no size\nat index.ts:5:9");
  });

  it("gives a RunError's message alone", async () => {
    const error = await fails("rejects");
    assert.deepEqual([error.failure, error.message], ["program", "the stack's file is not right"]);
  });

  it("refuses two resources of one name, as the engine does", async () => {
    const error = await fails("duplicate");
    assert.equal(error.message, "Duplicate resource URN 'urn:pulumi:dev::duplicate::test:index:Group::same'; try giving it a unique name");
  });

  it("ends a program that never ends", async () => {
    const error = await fails("endless", { timeoutSeconds: 2 });
    assert.equal(error.failure, "timeout");
    assert.match(error.message, /^The program did not end within 2 s; it was ended after (0 resources|1 resource)\.$/);
  });

  it("ends a program when it is told to", async () => {
    const error = await fails("endless", { signal: AbortSignal.timeout(1500) });
    assert.deepEqual(
      [error.failure, error.message.replace(/\d+ resources?/, "N resources")],
      ["timeout", "The program was ended after N resources, because the preview was interrupted."],
    );
  });

  it("does not take a program that exits in the middle for a whole one", async () => {
    const error = await fails("exits");
    assert.deepEqual(
      [error.failure, error.message],
      ["program", "The program ended in the middle, after 2 resources: it called process.exit, or something that it awaits never comes."],
    );
  });

  it("bounds what it keeps of the program's output", async () => {
    const { output } = await record({ program: program("prints"), stack: "dev" });
    assert.deepEqual({ kept: output.text.length, dropped: output.dropped }, { kept: 65_536, dropped: 2_000_000 - 65_536 });
  });

  it("ends the processes that a program leaves behind", async () => {
    const { output } = await record({ program: program("leaves"), stack: "dev" });
    const pid = Number(/^pid (\d+)$/m.exec(output.text)?.[1]);
    assert.ok(ended(pid));
  });

  it("does not wait for a process that left the program's group and holds its output", async () => {
    const { output } = await record({ program: program("escapes"), stack: "dev" });
    const pid = Number(/^pid (\d+)$/.exec(output.text.trim())?.[1]);
    // Still there, and ended here: no signal, or a failure that says that the recording waited for it.
    process.kill(pid, "SIGKILL");
  });

  it("leaves no program behind when the recorder itself is killed", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "headroom-waits-")), "pid");
    const recording = `require("./graph/recorder").record({ program: ${JSON.stringify(program("waits"))}, stack: "dev" })`;
    const recorder = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", recording], {
      cwd: join(__dirname, "../../.."),
      env: { ...process.env, PID_FILE: file },
      stdio: "ignore",
    });
    const pid = Number(await until(() => existsSync(file) && readFileSync(file, "utf8")));
    recorder.kill("SIGKILL");
    await until(() => ended(pid));
    rmSync(dirname(file), { recursive: true });
  });

  it("runs a program in plain JavaScript from a file", async () => {
    const { graph } = await record({ program: program("plain-js"), stack: "dev" });
    assert.deepEqual(
      graph.resources.map(({ name }) => name),
      ["plain-js-dev", "group"],
    );
  });

  it("has npm's dependency resolver for a program that needs it", async () => {
    const { graph } = await record({ program: program("closure"), stack: "dev" });
    assert.ok(graph.outputs.known);
    assert.equal(graph.outputs.value["paths"], true);
  });
});
