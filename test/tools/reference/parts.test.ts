import assert from "node:assert/strict";
import { partsOf } from "../../../tools/reference/parts";

const source = `
/** Not this. */
export class Other {}

/**
 * A cache. Its nodes
 * are many.
 *
 * It keeps nothing.
 */
export class Cache extends Part {
  /** Where it answers. */
  readonly url: string;
  readonly plain: string;
  constructor(name: string, args: Args, options: Options) {
    const configPath = \`headroom:caches.\${name}\`;
    super("Cache", name, configPath, options);
    new Alarm(name);
  }
}

/** Raises. */
export class Alarm extends Part {
  constructor(name: string, args: Args) {
    super("Alarm", name, args.configPath, {});
  }
}
`;

describe("tools/reference/parts", () => {
  it("reads a component's words, its section, what it exposes and what it makes", () => {
    assert.deepEqual(partsOf("components/cache.ts", source), [
      {
        kind: "Cache",
        file: "components/cache.ts",
        doc: "A cache. Its nodes are many.\n\nIt keeps nothing.",
        section: "caches",
        makes: ["Alarm"],
        exposes: [{ name: "url", doc: "Where it answers." }],
      },
      { kind: "Alarm", file: "components/cache.ts", doc: "Raises.", section: undefined, makes: ["Alarm"], exposes: [] },
    ]);
  });
});
