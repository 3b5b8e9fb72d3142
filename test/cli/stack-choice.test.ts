import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseStack, stackNamedBy, stacksIn } from "../../cli/stack-choice";
import { program } from "./headroom";

describe("the choice of a stack", () => {
  const cases: readonly (readonly [string | undefined, readonly string[], string])[] = [
    ["blue", ["dev", "prod"], "blue"],
    ["example/shop/blue", ["dev"], "blue"],
    [undefined, ["blue"], "blue"],
    [undefined, ["blue", "dev"], "dev"],
  ];
  for (const [asked, stacks, chosen] of cases) {
    it(`is ${chosen} of ${stacks.join(", ")} when ${asked ?? "nothing"} is asked for`, () =>
      assert.equal(chooseStack(asked, stacks, "."), chosen));
  }

  it("follows from the name of the stack's file, where that has one", () => {
    const named = ["examples/shop/Pulumi.prod.yaml", "Pulumi.eu.prod.yaml", "limits.yaml", "Pulumi.yaml", undefined].map(stackNamedBy);
    assert.deepEqual(named, ["prod", "eu.prod", undefined, undefined, undefined]);
  });

  it("lists the stacks when there is none to choose", () =>
    assert.throws(() => chooseStack(undefined, ["blue", "green"], "."), {
      kind: "usage",
      message: "Which stack? Choose one with --stack: blue, green.",
    }));

  it("asks for a name when no stack has a file", () =>
    assert.throws(() => chooseStack(undefined, [], "shop"), {
      kind: "usage",
      message: "shop holds no Pulumi.<stack>.yaml. Name the stack with --stack.",
    }));

  for (const asked of ["", "a b", "example/", "x".repeat(101)]) {
    it(`refuses the name ${JSON.stringify(asked)}`, () =>
      assert.throws(() => chooseStack(asked, ["dev"], "."), {
        kind: "usage",
        message: `${JSON.stringify(asked)} is no stack's name: 1 to 100 letters, digits, hyphens, underscores and periods.`,
      }));
  }

  describe("among the files of a folder", () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "headroom-stacks-"))));
    afterEach(() => rmSync(folder, { recursive: true }));
    const holds = (project: string, ...files: readonly string[]): void => {
      writeFileSync(join(folder, "Pulumi.yaml"), project);
      mkdirSync(join(folder, "stacks"));
      for (const file of files) writeFileSync(join(folder, file), "config: {}\n");
    };

    for (const key of ["stackConfigDir", "config"]) {
      it(`looks where ${key} says`, () => {
        holds(`name: shop\nruntime: nodejs\n${key}: stacks\n`, "Pulumi.here.yaml", "stacks/Pulumi.there.yaml");
        assert.deepEqual(stacksIn(folder), ["there"]);
      });
    }

    it("takes defaults of the project for no folder", () => {
      holds("name: shop\nruntime: nodejs\nconfig:\n  a: 1\n", "Pulumi.here.yaml");
      assert.deepEqual(stacksIn(folder), ["here"]);
    });

    it("finds none in a folder that is not there", () => {
      holds("stackConfigDir: elsewhere\n", "Pulumi.here.yaml");
      assert.deepEqual(stacksIn(folder), []);
    });

    it("is refused where there is no program", () =>
      assert.throws(() => stacksIn(folder), {
        kind: "input",
        message: `${folder} holds no Pulumi.yaml; --program takes the folder of a Pulumi program.`,
      }));

    it("is refused where Pulumi.yaml is not YAML", () => {
      holds("name: *shop\n");
      assert.throws(() => stacksIn(folder), {
        kind: "input",
        message: `${join(folder, "Pulumi.yaml")}: an alias (*name) has no anchor (&name) before it.`,
      });
    });
  });

  it("finds the stacks of a folder by their files", () => assert.deepEqual(stacksIn(program("two-stacks")), ["blue", "green"]));
});
