/**
 * Text that comes from the program under preview, for a comment on a pull request: none of it is markup, a mention, a reference, a link
 * or a cell's end there. Names stand in code, where nothing comes alive; sentences are escaped, and what GitHub links in plain text is
 * broken by a joiner that nobody sees.
 */

/** A name, as code. `cell` says that it stands in a table, where a pipe needs more than code. */
export function code(text: string, place: "line" | "cell" = "line"): string {
  const shown = plain(text);
  if (shown.trim() === "") return "` `";
  const fence = "`".repeat(longestRun(shown) + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") || (shown.startsWith(" ") && shown.endsWith(" ")) ? " " : "";
  const span = `${fence}${pad}${shown}${pad}${fence}`;
  return place === "line" ? span : span.replace(/(?<=\\)\|/g, " |").replaceAll("|", "\\|");
}

/** Several lines as code, in a fence that nothing inside can close. */
export function codeBlock(text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

/** A sentence, as text. */
export const sentence = (text: string): string =>
  plain(text)
    .replace(/[\\`*_[\]<>|#~&$]/g, "\\$&")
    .replace(/@|#|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, `$&${joiner}`);

/** U+2060: no width, and no place to break a line at. */
const joiner = "\u2060";

const plain = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, " ");

const longestRun = (text: string): number => (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
