import assert from "node:assert/strict";
import { parseDocument } from "yaml";
import { offsetsOn, type YamlPath } from "../../cli/yaml-lines";

const text = "config:\n  a:b: [1, 22]\n  c:\n    d: e\n  f: [{ g: 1 }]\n";

describe("the way to a value in a YAML file", () => {
  const cases: readonly (readonly [YamlPath, readonly string[]])[] = [
    [["config"], ["config"]],
    [
      ["config", "a:b", 1],
      ["config", "a:b", "22"],
    ],
    [
      ["config", "a:b", 7],
      ["config", "a:b"],
    ],
    [
      ["config", "c", "d"],
      ["config", "c", "d"],
    ],
    [
      ["config", "c", "missing", "x"],
      ["config", "c"],
    ],
    [
      ["config", "f", 0, "g"],
      ["config", "f", "{ g", "g"],
    ],
    [["other"], []],
  ];
  for (const [path, begins] of cases) {
    it(`${path.join(" > ")} passes ${begins.join(", ") || "nothing"}`, () => {
      const offsets = offsetsOn(parseDocument(text).contents, path);
      assert.equal(offsets.length, begins.length);
      offsets.forEach((offset, at) => assert.ok(text.startsWith(begins[at] ?? "-", offset)));
    });
  }
});
