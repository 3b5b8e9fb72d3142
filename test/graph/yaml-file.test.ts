import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readYamlFile } from "../../graph/yaml-file";

/** Each level stands for ten of the one below: some kilobytes for a billion values. */
const bomb = Array.from(
  { length: 9 },
  (_, n) =>
    `a${n}: &a${n} [${Array(10)
      .fill(n === 0 ? "x" : `*a${n - 1}`)
      .join(", ")}]\n`,
).join("");

describe("a YAML file", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "headroom-yaml-"))));
  after(() => rmSync(folder, { recursive: true }));

  const read = (text: string): unknown => {
    const file = join(folder, "a.yaml");
    writeFileSync(file, text);
    return readYamlFile(file, "FILE").value;
  };

  it("is plain data", () => assert.deepEqual(read("a: &x [1, two]\nb: *x\n"), { a: [1, "two"], b: [1, "two"] }));
  it("is null when it is empty", () => assert.equal(read(""), null));

  const refused: readonly (readonly [string, string, string])[] = [
    ["aliases that stand for too much", bomb, "FILE: its aliases (*name) stand for too much."],
    ["an alias of nothing", "a: *b\n", "FILE: an alias (*name) has no anchor (&name) before it."],
    ["endless nesting", `a: ${"[".repeat(20_000)}\n`, "nested too deeply"],
    [
      "a key twice",
      "config:\n  headroom:tier: a\n  headroom:tier: b\n",
      "FILE:3:3: this is not YAML. The key headroom:tier is here for the second time in one mapping.",
    ],
    [
      "a value with a colon",
      "a: ghcr.io/example/api:\n",
      'FILE:1:4: this is not YAML. A value that ends with a colon, or holds a colon before a space, needs quotes ("...").',
    ],
    ["a tab", "a:\n\tb: 1\n", "FILE:2:1: this is not YAML. Indent with spaces, not with a tab."],
    ["two documents", "a: 1\n---\nb: 2\n", "FILE:2:1: this is not YAML. There is a second document (---); one is allowed."],
    ["a token, whose text is not quoted", "a: 1\n}hunter2\n", "FILE:2:1: this is not YAML. Unexpected flow-map-end token."],
    [
      "a list without an end",
      "a: [1\n",
      "FILE:2:1: this is not YAML. Flow sequence in block collection must be sufficiently indented and end with a ].",
    ],
  ];
  for (const [what, text, message] of refused) {
    it(`refuses ${what}`, () =>
      assert.throws(
        () => read(text),
        (error: Error) => {
          assert.equal(error.name, "YamlFileError");
          if (message.startsWith("FILE")) assert.equal(error.message, message);
          else assert.match(error.message, /^FILE:1:\d+: this is not YAML\. It is nested too deeply to be read\.$/);
          return true;
        },
      ));
  }

  it("refuses a folder", () => assert.throws(() => readYamlFile(folder, "FILE"), { message: "FILE is a folder; a YAML file is needed." }));
  it("refuses a file that is not there", () =>
    assert.throws(() => readYamlFile(join(folder, "none.yaml"), "FILE"), { message: "FILE does not exist." }));
});
