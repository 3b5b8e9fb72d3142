import { relative } from "node:path";

/** Any line of a V8 stack trace, and one that names a file. */
const frame = /^\s+at .+(?::\d+:\d+\)?|\((?:<anonymous>|native)\))\s*\{?$/;
/** Characters; a longer line is a part of a message. */
const longestFrame = 2000;
const place = /(?:\(|at |file:\/\/)(?<file>\/[^():]*|[A-Za-z]:\\[^():]*):(?<line>\d+):(?<column>\d+)\)?\s*\{?$/;

/**
 * What a program threw, as a person wants it: its own message and the line of the program, without the trace and the
 * SDK's introduction.
 */
export function briefly(text: string, root: string): string {
  const lines = text
    .replace(/^<ref \*\d+> /gm, "")
    .split("\n")
    .filter((line) => !/^Running program '.*' failed with an unhandled exception:$/.test(line));
  const trace = lines.findIndex((line) => line.length < longestFrame && frame.test(line));
  if (trace < 0) return lines.join("\n");
  const first = lines
    .slice(trace)
    .map((line) => placeIn(root, line))
    .find((found) => found !== undefined);
  return [...lines.slice(0, trace), ...(first === undefined ? [] : [`at ${first}`])].join("\n");
}

function placeIn(root: string, line: string): string | undefined {
  const groups = line.length < longestFrame ? place.exec(line)?.groups : undefined;
  if (groups === undefined) return undefined;
  const file = relative(root, groups["file"] ?? "").replaceAll("\\", "/");
  if (file.startsWith("../") || /(?:^|\/)node_modules\//.test(file)) return undefined;
  return `${file}:${groups["line"]}:${groups["column"]}`;
}
