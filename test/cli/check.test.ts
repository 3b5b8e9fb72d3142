import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { matchesGolden } from "../golden";
import { build, headroom, timeless } from "./headroom";

const fixtures = "test/graph/sources/fixtures";
const kinds = ["preview", "plan", "export"] as const;
const golden = (name: string): string => join(__dirname, "goldens", name);

describe("headroom check", () => {
  before(build);

  for (const kind of kinds) {
    it(`judges what a ${kind} holds`, async () => {
      const { code, stdout, stderr } = await headroom(["check", `--${kind}`, `${fixtures}/${kind}.json`]);
      assert.deepEqual({ code, stderr }, { code: 1, stderr: "" });
      matchesGolden(golden(`check-${kind}.txt`), timeless(stdout));
    });
  }

  it("says the same in JSON and in Markdown", async () => {
    const [json, markdown] = await Promise.all([
      headroom(["check", "--plan", `${fixtures}/plan.json`, "--json"]),
      headroom(["check", "--plan", `${fixtures}/plan.json`, "--markdown"]),
    ]);
    assert.deepEqual([json.code, markdown.code], [1, 1]);
    matchesGolden(golden("check-plan.json"), timeless(json.stdout));
    matchesGolden(golden("check-plan.md"), timeless(markdown.stdout));
  });

  it("reads standard input", async () => {
    const input = readFileSync(`${fixtures}/plan.json`, "utf8");
    const { code, stdout } = await headroom(["check", "--plan", "-"], { input });
    assert.equal(code, 1);
    assert.match(stdout, /^headroom · dev · 15 resources · plan standard input · \d\.\d s\n/);
  });

  it("reads what Windows PowerShell redirected", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(readFileSync(`${fixtures}/plan.json`, "utf8"), "utf16le")]);
    const folder = mkdtempSync(join(tmpdir(), "headroom-utf16-"));
    try {
      const file = join(folder, "plan.json");
      writeFileSync(file, utf16);
      const [named, piped] = await Promise.all([headroom(["check", "--plan", file]), headroom(["check", "--plan", "-"], { input: utf16 })]);
      assert.deepEqual([named.code, named.stderr, piped.code, piped.stderr], [1, "", 1, ""]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  describe("refuses", () => {
    let folder: string;
    before(() => (folder = mkdtempSync(join(tmpdir(), "headroom-check-"))));
    after(() => rmSync(folder, { recursive: true }));

    const written = {
      preview: "a preview is written by: pulumi preview --json --show-sames > preview.json",
      plan: "a plan is written by: pulumi preview --save-plan plan.json",
      export: "a stack export is written by: pulumi stack export --file export.json",
    };

    for (const kind of kinds) {
      it(`a ${kind} that is cut off`, async () => {
        const whole = readFileSync(`${fixtures}/${kind}.json`, "utf8");
        const file = join(folder, `cut-${kind}.json`);
        writeFileSync(file, whole.slice(0, whole.length / 2));
        const { code, stdout, stderr } = await headroom(["check", `--${kind}`, file]);
        assert.deepEqual(
          { code, stdout, stderr: stderr.replace(file, "FILE") },
          { code: 2, stdout: "", stderr: `FILE is JSON that is cut off or damaged; ${written[kind]}\n` },
        );
      });
    }

    it("a file of another kind", async () => {
      const { code, stdout, stderr } = await headroom(["check", "--plan", "package.json"]);
      assert.deepEqual(
        { code, stdout, stderr },
        { code: 2, stdout: "", stderr: `package.json is the manifest of an npm package, not a plan; ${written.plan}\n` },
      );
    });

    it("a file that is not there", async () => {
      const { code, stdout, stderr } = await headroom(["check", "--plan", "no-such.json"]);
      assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: "", stderr: `no-such.json does not exist; ${written.plan}\n` });
    });

    it("a folder", async () =>
      assert.deepEqual(await headroom(["check", "--plan", "docs"]), {
        code: 2,
        stdout: "",
        stderr: `docs is a folder; ${written.plan}\n`,
      }));

    it("says why in Markdown too", async () => {
      const { code, stdout } = await headroom(["check", "--plan", "docs", "--markdown"]);
      assert.equal(code, 2);
      assert.equal(stdout, `### Headroom · nothing was judged\n\n\`\`\`text\ndocs is a folder; ${written.plan}\n\`\`\`\n`);
    });
  });
});
