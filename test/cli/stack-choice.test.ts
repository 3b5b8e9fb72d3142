import assert from "node:assert/strict";
import { chooseStack, stacksIn } from "../../cli/stack-choice";
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

  it("finds the stacks of a folder by their files", () => assert.deepEqual(stacksIn(program("two-stacks")), ["blue", "green"]));
});
