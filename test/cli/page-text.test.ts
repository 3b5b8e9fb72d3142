import assert from "node:assert/strict";
import pc from "picocolors";
import { pageText } from "../../cli/page-text";

const page = "# A rule\n\nWhat it says.\n\n```yaml\nscale:\n  max: 2\n\n```\n\n## Why\n";

describe("a page on a terminal", () => {
  it("has headings without marks and code behind an indent", () =>
    assert.equal(pageText(page, pc.createColors(false)), "A rule\n\nWhat it says.\n\n    scale:\n      max: 2\n\n\nWhy\n"));

  it("has bold headings where there are colours", () =>
    assert.equal(pageText("# A rule\n", pc.createColors(true)), "\u001b[1mA rule\u001b[22m\n"));
});
