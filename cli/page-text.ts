import type { Colours } from "./streams";

/** A Markdown page for a terminal: headings without their marks, code indented instead of fenced. */
export function pageText(markdown: string, colours: Colours): string {
  let inCode = false;
  const lines = markdown.split("\n").flatMap((line) => {
    if (line.startsWith("```")) {
      inCode = !inCode;
      return [];
    }
    if (inCode) return [line === "" ? "" : `    ${line}`];
    const heading = /^#+ (.*)$/.exec(line)?.[1];
    return [heading === undefined ? line : colours.bold(heading)];
  });
  return lines.join("\n");
}
