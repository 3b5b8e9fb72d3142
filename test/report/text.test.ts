import assert from "node:assert/strict";
import fc from "fast-check";
import pc from "picocolors";
import { known } from "../../graph";
import { buildReport, jsonText, renderMarkdown, renderText } from "../../report";
import { code, codeBlock, sentence } from "../../report/markdown-text";
import { table, type Column } from "../../report/text/table";
import { wrap } from "../../report/text/wrap";
import { madeAt } from "../../report/words";
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

  it("is drawn in parts that fit together", () => {
    const many = Array.from({ length: 250 }, (_, n) => [`name-${n}`, String(n), n === 120 ? "because of it" : "-"]);
    for (const width of [undefined, 27, 1]) {
      const [head = "", ...lines] = table(columns, many, width).split("\n");
      const at = head.indexOf("why");
      assert.equal(lines.filter((line) => line.includes("why")).length, 0);
      assert.deepEqual(
        lines.flatMap((line) => (line.endsWith(" -") ? [line.length - 1] : [])).filter((end) => end !== at),
        [],
      );
      assert.equal(lines.filter((line) => line.endsWith(" -")).length, 249);
    }
  });

  it("takes 130,000 rows", function () {
    this.timeout(20_000);
    const many = Array.from({ length: 130_000 }, (_, n) => [String(n)]);
    assert.equal(table([{ title: "n", align: "right" }], many, undefined).split("\n").length, 130_001);
  });

  it("keeps the titles of narrow columns whole, in the first part alone", () => {
    const narrow: readonly Column[] = [{ title: "in / out", align: "left", gives: { order: 1, least: 4 } }];
    const many = Array.from({ length: 101 }, () => ["long text"]);
    const lines = table(narrow, many, 6).split("\n");
    assert.deepEqual(lines.slice(0, 4), [" in /", " out", " long", " text"]);
    assert.equal(lines.length, 2 + 2 * 101);
  });

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
    const lines = renderMarkdown(report).split("\n");
    assert.equal(lines.find((each) => each.startsWith("| ``"))?.split(" | ")[0], "| ``a [2Jb\\|`c`<img>@all ``");
    assert.ok(lines.includes("  ``a [2Jb|`c`<img>@all ``: scale-in cooldown is 120 s; at least 300 s is required.  "));
  });

  it("prints no control character in JSON, and is told as it was written", () => {
    const name = "a\u009b2J\u007f\u202e\u2028b";
    const text = jsonText({ name });
    assert.equal(text, '{\n  "name": "a\\u009b2J\\u007f\\u202e\\u2028b"\n}\n');
    assert.deepEqual(JSON.parse(text), { name });
  });

  it("is no member of what we know by name", () => {
    const at = { urn: "urn:x", type: "t", position: null, configPath: "headroom:constructor.x" };
    assert.equal(madeAt(at), "Made for headroom:constructor.x");
    const of = (configPath: string) => madeAt({ ...at, configPath });
    assert.equal(of("headroom:services.worker"), 'Made for Headroom service "worker"');
    assert.equal(of("headroom:caches.sessions.shards"), 'Made for Headroom cache "sessions" (shards)');
  });
});

describe("text of a program in a comment", () => {
  const codes: readonly (readonly [string, string, string])[] = [
    ["api", "`api`", "`api`"],
    ["", "` `", "` `"],
    ["a|b", "`a|b`", "`a\\|b`"],
    ["a\\|b", "`a\\|b`", "`a\\ \\|b`"],
    ["`", "`` ` ``", "`` ` ``"],
    ["a``b", "```a``b```", "```a``b```"],
    [" a ", "`  a  `", "`  a  `"],
    ["a\nb", "`a b`", "`a b`"],
  ];
  for (const [text, line, cell] of codes) {
    it(`is code: ${JSON.stringify(text)}`, () => assert.deepEqual([code(text), code(text, "cell")], [line, cell]));
  }

  const sentences: readonly (readonly [string, string])[] = [
    ["ask @octocat", "ask @\u2060octocat"],
    ["see #12", "see \\#\u206012"],
    ["see GH-12, not GHOST", "see GH\u2060-12, not GHOST"],
    ["https://example.com", "https:\u2060//example.com"],
    ["www.example.com", "www\u2060.example.com"],
    ["<script>&lt;", "\\<script\\>\\&lt;"],
    ["a_b *c* `d` [e](f) ~g~ $h$ i|j \\", "a\\_b \\*c\\* \\`d\\` \\[e\\](f) \\~g\\~ \\$h\\$ i\\|j \\\\"],
    ["headroom:services.api is 5: fine", "headroom:services.api is 5: fine"],
  ];
  for (const [text, safe] of sentences) it(`is text: ${text}`, () => assert.equal(sentence(text), safe));

  it("cannot close the block that it stands in", () => {
    assert.equal(codeBlock("a\n```\n@all\n"), "````text\na\n```\n@all\n````");
    assert.equal(codeBlock("a"), "```text\na\n```");
  });
});
