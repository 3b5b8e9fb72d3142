import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { parse } from "yaml";
import { figuresOf, readmeOf, stackFileOf, stacksOf, systems } from "../../tools/figures/figures";
import { tableOf, withTable } from "../../tools/figures/table";
import { valueAt } from "../../tools/figures/value-at";
import { registered } from "../components/registered";
import type { Registered } from "../components/registered";

for (const system of systems()) {
  describe(`examples/${system}`, function () {
    this.timeout(60_000);
    const figures = figuresOf(system);
    const stacks = new Map<string, readonly Registered[]>();

    before(async () => {
      for (const stack of stacksOf(system)) {
        const { config } = parse(readFileSync(stackFileOf(system, stack), "utf8")) as { config: Record<string, unknown> };
        stacks.set(stack, await registered(config, stack));
      }
    });

    for (const row of figures) {
      if ("elsewhere" in row) continue;
      it(`has ${row.figure} (${row.source}): ${row.stack} ${row.resource} ${row.property}`, () => {
        const found = stacks.get(row.stack)?.filter(({ type, name }) => `${type} ${name}` === row.resource) ?? [];
        assert.equal(found.length, 1, `${found.length} resources are ${row.resource}`);
        assert.deepEqual(valueAt(found[0]?.inputs, row.property), row.value);
      });
    }

    it("has its figures in its README: node tools/figures.mjs writes them", async () => {
      const file = readmeOf(system);
      const readme = readFileSync(file, "utf8");
      const expected = withTable(readme, tableOf(figures));
      assert.ok(expected, "there is no place for the table");
      assert.equal(readme, await format(expected, { ...(await resolveConfig(file)), parser: "markdown" }));
    });
  });
}
