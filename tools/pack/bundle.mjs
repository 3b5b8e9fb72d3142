import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

const require = createRequire(import.meta.url);

/**
 * The policy SDK's server asks for the whole of Pulumi's SDK (the language runtime, the Automation API, closure
 * serialization) to read three classes and seven words. This puts those in its place.
 */
const onlyWhatAPackNeeds = {
  name: "only-what-a-pack-needs",
  setup(build) {
    build.onResolve({ filter: /^@pulumi\/pulumi$/ }, () => ({ path: join(import.meta.dirname, "sdk.cjs") }));
    build.onResolve({ filter: /^@pulumi\/pulumi\/runtime\/rpc$/ }, ({ path }) => ({ path, namespace: "words" }));
    build.onLoad({ filter: /.*/, namespace: "words" }, ({ path }) => ({
      contents: JSON.stringify(wordsOf(require(path))),
      loader: "json",
    }));
  },
};

const wordsOf = (module) => Object.fromEntries(Object.entries(module).filter(([, value]) => typeof value === "string"));

/** Writes the pack as one file; answers the files that went into it. */
export async function bundle(root, outfile) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["policies/index.ts"],
    outfile,
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    metafile: true,
    legalComments: "none",
    plugins: [onlyWhatAPackNeeds],
    logLevel: "warning",
  });
  return Object.keys(metafile.inputs);
}
