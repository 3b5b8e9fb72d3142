/** A space at which no line is broken. */
export const unbroken = "\u{a0}";

/** Lines of at most `width` characters, broken between words; a longer word is broken where it must be. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((each) => pieces(each, width))) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => each.replaceAll(unbroken, " "));
}

/** Every line of `text` behind an indent; wrapped when there is a width. */
export const indented = (indent: number, text: string, width: number | undefined): readonly string[] =>
  (width === undefined ? [text.replaceAll(unbroken, " ")] : wrap(text, Math.max(width - indent, 20))).map(
    (line) => `${" ".repeat(indent)}${line}`,
  );

const pieces = (word: string, width: number): readonly string[] => {
  const count = Math.max(1, Math.ceil(word.length / width));
  return Array.from({ length: count }, (_, at) => word.slice(at * width, (at + 1) * width));
};
