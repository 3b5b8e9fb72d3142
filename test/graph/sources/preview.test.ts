import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { known, unknown, type Resource } from "../../../graph";
import { graphFromFile } from "../../../graph/sources/file";
import { graphFromPreview } from "../../../graph/sources/preview";
import { decodeMap } from "../../../graph/wire";

const urn = (name: string): string => `urn:pulumi:dev::shop::a:b:C::${name}`;
const state = (name: string, members: object = {}): object => ({ urn: urn(name), type: "a:b:C", custom: true, ...members });
const step = (op: string, name: string, members: object = {}): object => ({ op, urn: urn(name), ...members });
const read = (steps: object[], digest: object = {}): readonly Resource[] =>
  graphFromPreview(JSON.stringify({ steps, ...digest }), "preview.json").resources;
const named = (resources: readonly Resource[]): string[] => resources.map(({ name, inputs }) => `${name} ${JSON.stringify(inputs)}`);

describe("graphFromPreview", () => {
  it("keeps what stays: no deleted resource, and of a replaced one its successor", () => {
    const old = { oldState: state("x", { inputs: { v: 1 } }) };
    const next = { newState: state("x", { inputs: { v: 2 } }) };
    const other = { newState: state("y") };
    const cases: [object[], string[]][] = [
      [[step("create", "y", other), step("delete", "x", old)], ["y {}"]],
      [[step("create", "y", other), step("discard", "x", old)], ["y {}"]],
      [
        [
          step("create-replacement", "x", { ...old, ...next }),
          step("replace", "x", { ...old, ...next }),
          step("delete-replaced", "x", old),
        ],
        ['x {"v":2}'],
      ],
      [[step("delete-replaced", "x", old), step("create-replacement", "x", { ...old, ...next })], ['x {"v":2}']],
      [[step("delete", "x", old), step("create", "x", next)], ['x {"v":2}']],
      [[step("update", "x", { ...old, ...next }), step("delete", "x", { oldState: state("x", { delete: true }) })], ['x {"v":2}']],
      [[step("remove-pending-replace", "x", old), step("read", "y", other)], ["y {}"]],
      [
        [
          step("refresh", "x", { ...old, newState: state("x", { inputs: { v: 1 } }) }),
          step("create", "y", other),
          step("update", "x", { ...old, ...next }),
        ],
        ['x {"v":2}', "y {}"],
      ],
      [
        [step("import", "x", next), step("same", "y", { oldState: state("y"), ...other })],
        ['x {"v":2}', "y {}"],
      ],
    ];
    for (const [steps, expected] of cases) assert.deepEqual(named(read(steps)), expected);
  });

  it("takes id and outputs of an unchanged resource from before, of a changed one the id alone", () => {
    const before = { oldState: state("x", { id: "i-1", outputs: { arn: "arn:x" } }), newState: state("x") };
    const facts = (op: string): unknown[] => read([step(op, "x", before)]).map(({ id, outputs }) => [id, outputs]);
    const later = unknown("computed on deployment");
    assert.deepEqual(facts("same"), [[known("i-1"), known(decodeMap({ arn: "arn:x" }))]]);
    assert.deepEqual(facts("update"), [[known("i-1"), later]]);
    assert.deepEqual(facts("replace"), [[later, later]]);
  });

  it("knows ignoreChanges only where the file shows that its CLI writes them", () => {
    const ignore = { ignoreChanges: ["tags"] };
    const facts = (first: object): unknown[] =>
      read([step("create", "x", { newState: state("x", first) }), step("create", "y", { newState: state("y") })]).map(
        ({ ignoreChanges }) => ignoreChanges,
      );
    assert.deepEqual(facts(ignore), [known(["tags"]), known([])]);
    assert.deepEqual(facts({}), [unknown("not in this source"), unknown("not in this source")]);
  });

  it("takes the region from the configuration, and keeps a secret one", () => {
    const region = (config: object): unknown =>
      graphFromPreview(JSON.stringify({ config, steps: [step("create", "x", { newState: state("x") })] }), "p").region;
    assert.deepEqual(region({ "aws:region": "eu-west-1" }), known("eu-west-1"));
    assert.deepEqual(region({ "aws:region": "[secret]" }), unknown("secret"));
    assert.deepEqual(region({}), unknown("not in this source"));
  });

  it("finds the digest between what else was printed, on any platform", () => {
    const digest = JSON.stringify({ steps: [step("create", "x", { newState: state("x") })] }, undefined, 4);
    const texts = [
      `warning: a plugin is old\n{ not it }\n${digest}\n`,
      `${digest}\nwarning: resource plugin aws is newer\n`,
      `\uFEFF${digest}`,
      `note\r\n${digest.replaceAll("\n", "\r\n")}\r\n`,
    ];
    for (const text of texts) assert.deepEqual(named(graphFromPreview(text, "preview.json").resources), ["x {}"]);
  });

  it("reads what PowerShell redirected", () => {
    const folder = mkdtempSync(join(tmpdir(), "headroom-preview-"));
    const file = join(folder, "preview.json");
    const text = JSON.stringify({ steps: [step("create", "x", { newState: state("x") })] });
    writeFileSync(file, Buffer.from(`\uFEFF${text}`, "utf16le"));
    assert.deepEqual(named(graphFromFile("preview", file).resources), ["x {}"]);
    rmSync(folder, { recursive: true });
  });
});
