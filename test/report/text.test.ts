import assert from "node:assert/strict";
import fc from "fast-check";
import pc from "picocolors";
import { known } from "../../graph";
import { buildReport, renderMarkdown, renderText } from "../../report";
import { table, type Column } from "../../report/text/table";
import { wrap } from "../../report/text/wrap";
import { failed, modelOf, scalable } from "./models";

const text = fc.stringMatching(/^[a-z ,.%-]{0,200}$/);

describe("wrapping", () => {
  it("keeps every line within the width and every character but spaces", () =>
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (whole, width) => {
        const lines = wrap(whole, width);
        assert.ok(lines.every((line) => line.length <= width));
        assert.equal(lines.join("").replaceAll(" ", ""), whole.replaceAll(" ", ""));
      }),
    ));

  it("breaks between words", () => assert.deepEqual(wrap("one two three", 8), ["one two", "three"]));
  it("breaks a word only where it must", () => assert.deepEqual(wrap("a abcdefgh b", 5), ["a", "abcde", "fgh b"]));
});

describe("a table", () => {
  const columns: readonly Column[] = [
    { title: "name", align: "left", gives: { order: 2, least: 6 } },
    { title: "n", align: "right" },
    { title: "why", align: "left", gives: { order: 1, least: 5 } },
  ];
  const rows = [
    ["first", "1", "because of it"],
    ["second-one", "20", "-"],
  ];

  it("is as wide as its cells where there is room", () =>
    assert.equal(table(columns, rows, undefined), " name          n   why\n first         1   because of it\n second-one   20   -"));

  it("wraps the cells that give way first", () =>
    assert.equal(
      table(columns, rows, 27),
      " name          n   why\n first         1   because\n                   of it\n second-one   20   -",
    ));

  it("gives way column after column", () =>
    assert.equal(
      table(columns, rows, 1),
      " name      n   why\n first     1   becau\n               se of\n               it\n second   20   -\n -one",
    ));
});

describe("what a program names things", () => {
  const evil = "a\u001b[2Jb|`c`<img>@all\u202e";
  const report = buildReport({
    model: modelOf([scalable(evil, { bounds: { min: known(1), max: known(2) } })]),
    results: [failed("rule", evil)],
    source: { kind: "recording", file: null },
    seconds: 1,
  });

  it("cannot steer a terminal", () => {
    const shown = renderText(report, { width: 80, colours: pc.createColors(false) });
    assert.doesNotMatch(shown, /[\u001b\u202e]/);
    assert.match(shown, /a\ufffd\[2Jb\|`c`<img>@all\ufffd/);
  });

  it("is no markup in a comment", () => {
    const line = renderMarkdown(report)
      .split("\n")
      .find((each) => each.startsWith("| a"));
    assert.equal(line?.split(" | ")[0], "| a \\[2Jb\\|\\`c\\`\\<img\\>&#64;all ");
  });
});
