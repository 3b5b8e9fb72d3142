import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** The licence of every package of which files went into a bundle, as one text. */
export async function licencesOf(root, inputs) {
  const folders = [...new Set(inputs.flatMap((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []))].sort();
  const texts = await Promise.all(folders.map((folder) => licenceOf(join(root, folder))));
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return `${name} ${version}: ${license}\n\n${texts.join("\n")}`;
}
