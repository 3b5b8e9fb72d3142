import assert from "node:assert/strict";

import { parsePosition } from "../../../graph/sources/position";

describe("parsePosition", () => {
  const cases: [string | undefined, ReturnType<typeof parsePosition>][] = [
    ["project:///index.ts#5,17", { file: "index.ts", line: 5, column: 17 }],
    ["project:///src/a%20b.ts#5", { file: "src/a b.ts", line: 5, column: 0 }],
    ["project:///../lib/x.ts#1,2", { file: "../lib/x.ts", line: 1, column: 2 }],
    ["file:///srv/lib/x.ts#1,2", { file: "/srv/lib/x.ts", line: 1, column: 2 }],
    ["project:///100%.ts#1,2", undefined],
    ["project:///index.ts", undefined],
    ["https://example.com/index.ts#1,2", undefined],
    ["", undefined],
    [undefined, undefined],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(parsePosition(text), expected));
  }
});
