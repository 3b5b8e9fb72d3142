import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { build } from "./headroom";

/** What a bundle is made of, by the comment that esbuild puts over each file. */
const packagesIn = (file: string): ReadonlySet<string> =>
  new Set(Array.from(readFileSync(`dist/${file}`, "utf8").matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)/gm), ([, name = ""]) => name));

describe("the build", () => {
  before(build);

  it("makes a command that the shell can start", () => {
    assert.match(readFileSync("dist/headroom.js", "utf8"), /^#!\/usr\/bin\/env node\n/);
    assert.equal(statSync("dist/headroom.js").mode & 0o111, 0o111);
  });

  it("puts every rule's page beside it", () => assert.deepEqual(readdirSync("dist/rules"), readdirSync("docs/rules")));

  const loads: readonly (readonly [string, readonly string[]])[] = [
    ["headroom.js", ["commander", "picocolors"]],
    ["explain.js", ["picocolors"]],
    ["preload.js", []],
  ];
  for (const [file, packages] of loads) {
    it(`gives ${file} no more packages than it needs`, () => assert.deepEqual([...packagesIn(file)].sort(), packages));
  }

  it("keeps the recorder's and the schema's packages out of check.js", () => {
    const heavy = [...packagesIn("check.js")].filter((name) => /grpc|protobuf|@pulumi|zod|yaml/.test(name));
    assert.deepEqual(heavy, []);
  });

  it("has them in preview.js, so that it is enough by itself", () => {
    const packages = packagesIn("preview.js");
    for (const name of ["@grpc/grpc-js", "google-protobuf", "@pulumi/pulumi", "zod", "yaml"]) assert.ok(packages.has(name), name);
  });
});
