import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { nothingToHold, requirements } from "./holds/requirements";
import { nameRules, unnamed } from "./names/rules";
import { subjects } from "./platforms";
import { declarationsOf } from "./taggable";

/** Each type stands in one of two lists of a file: with what is asked of it, or among those of which nothing is. */
const classifications: readonly { readonly file: string; readonly asked: readonly string[]; readonly exempt: readonly string[] }[] = [
  { file: "test/aws/names/rules.ts (nameRules or unnamed)", asked: Object.keys(nameRules), exempt: unnamed },
  { file: "test/aws/holds/requirements.ts (requirements or nothingToHold)", asked: Object.keys(requirements), exempt: nothingToHold },
];

describe("each type of AWS that the platform registers", function () {
  this.timeout(60_000);
  let types: readonly string[];

  before(async () => {
    const all = (await subjects()).flatMap(({ resources }) => resources.map(({ type }) => type));
    types = [...new Set(all)].filter((type) => /^aws(-native)?:/.test(type)).sort();
  });

  for (const { file, asked, exempt } of classifications) {
    it(`stands in ${file}`, () => {
      assert.deepEqual(
        types.filter((type) => !asked.includes(type) && !exempt.includes(type)).map((type) => `add ${type} to ${file}`),
        [],
      );
    });

    it(`stands in one list of ${file} alone`, () => {
      assert.deepEqual(
        asked.filter((type) => exempt.includes(type)),
        [],
      );
    });

    it(`is one that the SDK has, in ${file}`, () => {
      assert.deepEqual(
        [...asked, ...exempt].filter((type) => !existsSync(declarationsOf(type))),
        [],
      );
    });
  }
});
