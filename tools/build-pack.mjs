// Builds dist/policy-pack/, the policy pack without this repository: a folder that Pulumi runs wherever it is copied to.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./pack/bundle.mjs";
import { licencesOf } from "./pack/licences.mjs";

const root = join(import.meta.dirname, "..");
const pack = process.argv[2] ?? join(root, "dist/policy-pack");
const runner = join(pack, "node_modules/@pulumi/pulumi");

const read = async (file) => JSON.parse(await readFile(join(root, file), "utf8"));
const write = (file, json) => writeFile(file, `${JSON.stringify(json, null, 2)}\n`);
const own = await read("package.json");
const sdk = await read("node_modules/@pulumi/pulumi/package.json");
const description = /^description: (.+)$/m.exec(await readFile(join(root, "policies/PulumiPolicy.yaml"), "utf8"))[1];

await rm(pack, { recursive: true, force: true });
await mkdir(join(runner, "cmd/run-policy-pack"), { recursive: true });
const inputs = await bundle(root, join(pack, "index.js"));

await Promise.all([
  writeFile(
    join(pack, "PulumiPolicy.yaml"),
    `description: ${description}\nversion: ${own.version}\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n`,
  ),
  // Whoever installs the dependency (pulumi policy publish does) gets the SDK's own runner in place of the one below.
  write(join(pack, "package.json"), {
    name: "headroom-policies",
    version: own.version,
    description,
    license: own.license,
    main: "index.js",
    dependencies: { "@pulumi/pulumi": own.dependencies["@pulumi/pulumi"] },
  }),
  write(join(runner, "package.json"), {
    name: sdk.name,
    version: sdk.version,
    description: "Starts this policy pack",
    license: own.license,
  }),
  cp(join(import.meta.dirname, "pack/runner.cjs"), join(runner, "cmd/run-policy-pack/index.js")),
  licencesOf(root, inputs).then((text) => writeFile(join(pack, "THIRD-PARTY-LICENCES.txt"), text)),
]);
