import assert from "node:assert/strict";
import { tableOf, withTable } from "../../../tools/figures/table";

const place = { stack: "prod", resource: "aws:sqs/queue:Queue jobs", property: "delay", value: 5 };

describe("tools/figures/table", () => {
  it("has a row for each figure: as it is, changed by an erratum, or of no resource", () => {
    const table = tableOf([
      { figure: "5 s", source: "Queues", ...place },
      { figure: "6 s", source: "Queues", ...place, erratum: "E6", note: "too short" },
      { figure: "~600 lines", source: "Files", elsewhere: "the length of a file" },
    ]);
    assert.deepEqual(table.split("\n"), [
      "| figure | in the source | in the preview | why |",
      "| --- | --- | --- | --- |",
      "| 5 s | Queues | prod: `sqs/queue:Queue jobs` delay = `5` |  |",
      "| 6 s | Queues | prod: `sqs/queue:Queue jobs` delay = `5` | **E6** too short |",
      "| ~600 lines | Files |  | the length of a file |",
    ]);
  });

  it("takes the place of the table before, and nothing else", () => {
    const frame = (table: string): string =>
      `# A\n\n<!-- The figures, from figures.yaml: node tools/figures.mjs writes them. -->\n\n${table}\n\n<!-- The end of the figures. -->\n\nB\n`;
    assert.equal(withTable(frame("old"), "new"), frame("new"));
    assert.equal(withTable("# A\n", "new"), undefined);
  });
});
