import type { Said } from "../graph/recorder";
import { stderr } from "./streams";

/** Lines of a program's own output that are shown; the rest is counted. */
const shownLines = 40;

/** Shows on stderr what the program logged and printed, up to a bound. */
export async function tellSaid({ messages, output }: Said): Promise<void> {
  const logged = messages.map(({ severity, text }) => `${severity}: ${text}`);
  await stderr.write([...logged, ...printed(output)].map((line) => `${readable(line)}\n`).join(""));
}

function printed({ text, dropped }: Said["output"]): readonly string[] {
  if (text.trim() === "") return [];
  const lines = text.trimEnd().split("\n");
  const left = lines.length - shownLines;
  const rest = [...(left > 0 ? [`${left} more lines`] : []), ...(dropped > 0 ? [`${dropped} more bytes`] : [])];
  return [
    "The program printed:",
    ...lines.slice(0, shownLines).map((line) => `  ${line}`),
    ...(rest.length === 0 ? [] : [`  … and ${rest.join(" and ")}`]),
  ];
}

/** Without what would move a terminal's cursor, but with line breaks and colours left out. */
const readable = (text: string): string => text.replace(/\u001b\[[0-9;]*m/g, "").replace(/(?![\n\t])\p{Cc}/gu, "");
