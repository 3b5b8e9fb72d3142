import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const read = (file: string): string => readFileSync(file, "utf8");
const manifest = (file: string): Record<string, Record<string, string> | undefined> =>
  JSON.parse(read(file)) as Record<string, Record<string, string> | undefined>;

/** The rows of the tables under one heading: package, use, licence, alternatives. */
function rows(heading: string): string[][] {
  const section = read("docs/dependencies.md")
    .split(/^## /m)
    .find((part) => part.startsWith(heading));
  return [...(section ?? "").matchAll(/^\| `.*$/gm)].map(([row]) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const names = (heading: string): string[] => rows(heading).map(([name]) => (name ?? "").replaceAll("`", ""));

/** Our own source files and scripts, without the programs that the tests record. */
function sources(folder = "."): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|dist|docs|coverage|\..*)$/.test(entry.name) ? [] : sources(path);
    return /\.(ts|mjs|cjs|js)$|^\.mocharc\.json$/.test(entry.name) ? [path] : [];
  });
}

describe("docs/dependencies.md", () => {
  const pack = manifest("package.json");

  it("has a line for each dependency, in order", () => {
    assert.deepEqual(names("At run time"), Object.keys(pack["dependencies"] ?? {}));
    assert.deepEqual(names("For development"), Object.keys(pack["devDependencies"] ?? {}));
  });

  for (const [name = "", use, licence, alternatives] of [...rows("At run time"), ...rows("For development")])
    it(`says of ${name} what it does, its licence and what else was weighed`, () => {
      const installed = JSON.parse(read(join("node_modules", name.replaceAll("`", ""), "package.json"))) as { license: string };
      assert.equal(licence, installed.license);
      assert.ok(use && alternatives);
    });
});

describe("package.json", () => {
  const text = sources().map(read).join("\n");
  for (const name of [...names("At run time"), ...names("For development")].filter((each) => !each.startsWith("@types/")))
    it(`depends on ${name}, which something imports or starts`, () => {
      const imported = new RegExp(`["'](node_modules/)?${name}(/[^"']*)?["']`);
      assert.ok(imported.test(text), `nothing imports or starts ${name}: remove it from package.json`);
    });

  it("has a lock file with every binary that some platform needs", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const locked = Object.keys(packages);
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    assert.deepEqual(
      wanted.filter((name) => !locked.some((path) => path.endsWith(`node_modules/${name}`))),
      [],
    );
  });

  it("has a lock file without the address of a registry", () => {
    assert.doesNotMatch(read("package-lock.json"), /"resolved"/);
  });
});
