import type { Said } from "../graph/recorder";
import { readable } from "./readable";
import { stderr } from "./streams";

/** Lines of a program's own output that are shown; the rest is counted. */
const shownLines = 40;

/** Shows on stderr what the program logged and printed, up to a bound, and which of its calls nobody answered. */
export async function tellSaid({ messages, output, unanswered = [] }: Said & { readonly unanswered?: readonly string[] }): Promise<void> {
  const logged = messages.map(({ severity, text }) => `${severity}: ${text}`);
  const asked =
    unanswered.length === 0
      ? []
      : [`note: only the cloud can answer these calls, so what they return is unknown here: ${unanswered.join(", ")}.`];
  await stderr.write([...logged, ...asked, ...printed(output)].map((line) => `${readable(line)}\n`).join(""));
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
