import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { matchesGolden } from "../golden";
import { build, headroom, program, timeless, type Ran } from "./headroom";

const preview = (name: string, ...args: readonly string[]): Promise<Ran> => headroom(["preview", "--program", program(name), ...args]);

describe("headroom preview", function () {
  this.timeout(60_000);
  let folder: string;
  before(build);
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "headroom-preview-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("refuses an unsafe edit of a stack's file, with the fix and the line of the program", async () => {
    const file = join(folder, "Pulumi.dev.yaml");
    const safe = readFileSync("Pulumi.dev.yaml", "utf8");
    writeFileSync(file, safe.replace("scaleInCooldown: 5 minutes", "scaleInCooldown: 2 minutes"));
    const { code, stdout, stderr } = await headroom(["preview", "--config-file", file]);
    assert.deepEqual({ code, stderr }, { code: 1, stderr: "" });
    matchesGolden(join(__dirname, "goldens/preview-unsafe.txt"), timeless(stdout).replaceAll(folder, "FOLDER"));
  });

  it("shows the message and the line of a program that throws", async () => {
    assert.deepEqual(await preview("throws"), {
      code: 3,
      stdout: "",
      stderr: "Error: ENOENT: no such file or directory, open './no-such-template.json'\nat index.js:2:4\n",
    });
  });

  it("ends a program that never ends", async () => {
    const { code, stdout, stderr } = await preview("never-ends", "--time-limit", "2");
    assert.deepEqual({ code, stdout }, { code: 3, stdout: "" });
    assert.match(stderr, /^The program did not end within 2 s; it was ended after \d resources?\.\n$/);
  });

  it("says that a program ended in the middle", async () => {
    assert.deepEqual(await preview("exits"), {
      code: 3,
      stdout: "",
      stderr: "The program ended in the middle, after 2 resources: it called process.exit, or something that it awaits never comes.\n",
    });
  });

  it("shows the beginning of what a program prints, on stderr", async () => {
    const { code, stdout, stderr } = await preview("loud");
    assert.equal(code, 0);
    assert.match(stdout, /^headroom · dev · 1 resource · /);
    const lines = stderr.split("\n");
    assert.deepEqual(lines.slice(0, 3), ["warning: mind the noise", "The program printed:", `  line 0 ${"x".repeat(60)}`]);
    assert.deepEqual(lines.length, 1 + 1 + 40 + 2);
    assert.match(lines[42] ?? "", /^ {2}… and \d+ more lines and \d+ more bytes$/);
  });

  it("prints nothing but JSON on stdout when JSON is asked for", async () => {
    const { code, stdout } = await preview("loud", "--json");
    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as { version: number }).version, 1);
  });

  // 10,000 take half a minute, most of it in Pulumi's SDK: .ci/run has that time, and npm test takes a fifth of them.
  const many = process.env["CI"] === "true" ? 10_000 : 2_000;
  it(`takes a program of ${many} resources`, async function () {
    this.timeout(180_000);
    const { code, stdout, stderr } = await headroom(["preview", "--program", program("many")], { env: { RESOURCES: String(many) } });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    assert.ok(stdout.startsWith(`headroom · dev · ${many + 1} resources · `));
  });

  it("shows no secret", async () => {
    const { code, stdout, stderr } = await headroom(["preview", "--program", "test/programs/secrets", "--json"]);
    assert.equal(code, 0);
    assert.doesNotMatch(stdout + stderr, /correct horse|v1:QiCvJk/);
  });

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const) {
    it(`ends the program and all that it started on ${signal}`, async () => {
      const pids = join(folder, "pids");
      const ran = await headroom(["preview", "--program", program("children")], {
        env: { PIDS: pids },
        during: (child) => void untilWritten(pids).then(() => child.kill(signal)),
      });
      assert.deepEqual(ran, { code: 130, stdout: "", stderr: "Interrupted. Nothing was deployed.\n" });
      for (const pid of readFileSync(pids, "utf8").split(" ").map(Number)) await untilGone(pid);
    });
  }

  it("asks which stack, where several have a file", async () => {
    assert.deepEqual(await preview("two-stacks"), { code: 2, stdout: "", stderr: "Which stack? Choose one with --stack: blue, green.\n" });
  });

  it("says that a folder holds no program", async () => {
    const { code, stdout, stderr } = await headroom(["preview", "--program", folder, "--stack", "dev"]);
    assert.deepEqual(
      { code, stdout, stderr: stderr.replace(folder, "DIR") },
      {
        code: 2,
        stdout: "",
        stderr: "DIR holds no Pulumi.yaml; --program takes the folder of a Pulumi program.\n",
      },
    );
  });

  it("says that there is no such folder", async () => {
    const { code, stderr } = await headroom(["preview", "--program", "no-such-folder"]);
    assert.deepEqual(
      { code, stderr },
      { code: 2, stderr: "There is no folder no-such-folder; --program takes the folder of a Pulumi program.\n" },
    );
  });
});

async function untilWritten(file: string): Promise<void> {
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await wait(50);
}

/** A process that was killed may take a moment to go. */
async function untilGone(pid: number): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if (!lives(pid)) return;
    await wait(50);
  }
  assert.fail(`process ${pid} was left behind`);
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
