import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

import { graphFromExport } from "../../../graph/sources/export";
import { graphFromPlan } from "../../../graph/sources/plan";
import { graphFromPreview } from "../../../graph/sources/preview";
import { SourceError } from "../../../graph/sources/source-error";

const fixture = (name: string): string => readFileSync(join(__dirname, "fixtures", name), "utf8");
const readers = [
  ["preview.json", fixture("preview-of-deployed.json"), graphFromPreview],
  ["plan.json", fixture("plan-of-deployed.json"), graphFromPlan],
  ["export.json", fixture("export.json"), graphFromExport],
] as const;

/** A graph or one sentence; nothing else may come out. */
function readOrRefuse(read: (typeof readers)[number][2], text: string, file: string): void {
  try {
    assert.ok(read(text, file).resources.length > 0);
  } catch (error) {
    assert.ok(error instanceof SourceError, String(error));
    assert.match(error.message, /^[^\n]{20,500}$/u);
    assert.ok(error.message.startsWith(`${file} `), error.message);
  }
}

/** Paths to every value of a document. */
function paths(json: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof json !== "object" || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, value]) => paths(value, [...path, key]))];
}

function replaced(json: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = Array.isArray(json) ? [...(json as unknown[])] : { ...(json as object) };
  return Object.defineProperty(copy, key, {
    value: replaced((json as Record<string, unknown>)[key], rest, value),
    enumerable: true,
    configurable: true,
  });
}

describe("a damaged file", () => {
  for (const [file, text, read] of readers) {
    const document: unknown = JSON.parse(text);
    const places = paths(document);

    it(`is a graph or one sentence, wherever ${file} is cut`, () => {
      fc.assert(
        fc.property(fc.nat({ max: text.length }), (length) => readOrRefuse(read, text.slice(0, length), file)),
        { numRuns: 300 },
      );
    });

    it(`is a graph or one sentence, whatever stands somewhere in ${file}`, () => {
      const odd = fc.oneof(
        fc.constantFrom(null, 0, -1, 1e308, "", "urn:pulumi:::", [], {}, [[]], [null], true, "a\nb"),
        fc.jsonValue({ maxDepth: 2 }),
      );
      fc.assert(
        fc.property(fc.constantFrom(...places), odd, (place, value) =>
          readOrRefuse(read, JSON.stringify(replaced(document, place, value)), file),
        ),
        { numRuns: 400 },
      );
    });

    it(`is a graph or one sentence, for any JSON in place of ${file}`, () => {
      const shaped = fc.dictionary(
        fc.constantFrom("steps", "resourcePlans", "plan", "deployment", "manifest", "resources", "config"),
        fc.jsonValue(),
      );
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), shaped), (json) => readOrRefuse(read, JSON.stringify(json), file)),
        { numRuns: 300 },
      );
    });
  }

  it("leaves no trace in the prototype of objects", () => {
    const polluting = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const state = `{"urn":"urn:pulumi:dev::shop::a:b:C::x","type":"a:b:C","custom":true,"inputs":${polluting},"propertyDependencies":{"__proto__":[]}}`;
    const { resources } = graphFromExport(`{"version":3,"__proto__":{"polluted":1},"deployment":{"resources":[${state}]}}`, "export.json");
    assert.equal(({} as { polluted?: number }).polluted, undefined);
    assert.deepEqual(Object.keys(resources[0]?.inputs ?? {}), ["__proto__", "constructor"]);
  });

  it("is refused when it is nested too deeply", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const state = `{"urn":"urn:pulumi:dev::shop::a:b:C::x","type":"a:b:C","custom":true,"inputs":{"deep":${deep}}}`;
    assert.throws(() => graphFromExport(`{"version":3,"deployment":{"resources":[${state}]}}`, "export.json"), {
      name: "SourceError",
      message: "export.json is nested too deeply to be read; a stack export is written by: pulumi stack export --file export.json",
    });
  });

  it("is read in time linear in its size, with cyclic parents and repeated URNs", () => {
    const urn = (n: number): string => `urn:pulumi:dev::shop::a:b:C::r${n % 15_000}`;
    const states = Array.from({ length: 20_000 }, (_, n) => ({
      urn: urn(n),
      type: "a:b:C",
      custom: true,
      parent: urn(n + 1),
      dependencies: [urn(n + 2)],
    }));
    const started = performance.now();
    const { resources } = graphFromExport(JSON.stringify({ version: 3, deployment: { resources: states } }), "export.json");
    assert.equal(resources.length, 15_000);
    assert.ok(performance.now() - started < 5_000);
  });
});
