import type { Figure } from "./figures";

const BEGIN = "<!-- The figures, from figures.yaml: node tools/figures.mjs writes them. -->";
const END = "<!-- The end of the figures. -->";

/** The table of a system's figures, in Markdown. */
export const tableOf = (figures: readonly Figure[]): string =>
  [["figure", "in the source", "in the preview", "why"], ["---", "---", "---", "---"], ...figures.map(cellsOf)]
    .map((cells) => `| ${cells.map(oneLine).join(" | ")} |`)
    .join("\n");

/** A README with its table put in the place of the one that it had. Undefined where it has no such place. */
export function withTable(readme: string, table: string): string | undefined {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  return begin < 0 || end < begin ? undefined : `${readme.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${readme.slice(end)}`;
}

function cellsOf(figure: Figure): readonly string[] {
  if ("elsewhere" in figure) return [figure.figure, figure.source, "", withErratum(figure.erratum, figure.elsewhere)];
  const erratum = "erratum" in figure ? figure.erratum : undefined;
  const where = `${figure.stack}: \`${figure.resource.replace(/^aws:/, "")}\` ${figure.property} = \`${JSON.stringify(figure.value)}\``;
  return [figure.figure, figure.source, where, withErratum(erratum, figure.note ?? "")];
}

const withErratum = (erratum: string | undefined, text: string): string => (erratum === undefined ? text : `**${erratum}** ${text}`);
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
