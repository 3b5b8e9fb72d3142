import { mustBeDecided } from "../../policies/rule";
import type { FindingRow, Place, Report, UndecidedRow, UnreadRow, UnresolvedRow } from "../report";
import { madeAt } from "../words";
import { plain, type TextStyle } from "./style";
import { indented, unbroken } from "./wrap";

/** One block for each finding, for each subject that could not be decided, for what found no partner, and for what is not read. */
export const findingBlocks = (report: Report, style: TextStyle): readonly (readonly string[])[] => [
  ...report.findings.map((finding) => findingBlock(finding, style)),
  ...report.undecided.map((undecided) => undecidedBlock(undecided, style)),
  ...(report.unresolved.length === 0 ? [] : [unresolvedBlock(report.unresolved, style)]),
  ...(report.unread.length === 0 ? [] : [unreadBlock(report.unread, style)]),
];

function findingBlock({ rule, level, subject, actual, allowed, fix, at }: FindingRow, style: TextStyle): readonly string[] {
  const { colours } = style;
  const mark = level === "mandatory" ? colours.red : colours.yellow;
  return [
    ` ${mark(colours.bold("FAIL"))}  ${colours.bold(rule)}  ${level}`,
    ...body(`${subject}: ${actual}; ${allowed}.`, style),
    ...body(fix, style),
    ...origin(at, rule, style),
  ];
}

function undecidedBlock({ rule, level, subject, reason, blocks, at }: UndecidedRow, style: TextStyle): readonly string[] {
  const { colours } = style;
  return [
    ` ${colours.yellow(colours.bold("UNKNOWN"))}  ${colours.bold(rule)}  ${level}`,
    ...body(`${subject}: ${reason}.`, style),
    ...(blocks ? body(mustBeDecided, style) : []),
    ...origin(at, rule, style),
  ];
}

const unresolvedBlock = (rows: readonly UnresolvedRow[], style: TextStyle): readonly string[] => [
  ` ${style.colours.yellow(style.colours.bold("UNRESOLVED"))}  references that found no partner`,
  ...rows.flatMap(({ resource, property, looked, why, at }) => {
    const made = madeAt(at);
    return body(`${resource}.${property}: ${looked}: ${why}${made === undefined ? "" : `. ${made}`}`, style);
  }),
];

const unreadBlock = (rows: readonly UnreadRow[], style: TextStyle): readonly string[] => [
  ` ${style.colours.yellow(style.colours.bold("UNREAD"))}  could scale, and is not judged`,
  ...rows.flatMap(({ resource, type, looked, why }) => body(`${resource} (${type}): ${looked}: ${why}`, style)),
];

const body = (text: string, { width }: TextStyle): readonly string[] => indented(3, plain(text), width);

const origin = (at: Place | null, rule: string, style: TextStyle): readonly string[] =>
  body([madeAt(at), `headroom explain ${rule}`.replaceAll(" ", unbroken)].filter((part) => part !== undefined).join(" · "), style).map(
    style.colours.dim,
  );
