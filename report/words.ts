import { isUnknown } from "./place";
import type { Place, Quantity, Report, Wait } from "./report";

/** Words and numbers as people read them, the same in every renderer. */

/** Stands for a value that cannot be told. */
export const unknownMark = "?";

export const number = (value: Quantity<number>): string => (isUnknown(value) ? unknownMark : String(value));

/** `300 s / 60 s`; `-` where nothing waits. */
export function cooldownText({ in: scaleIn, out }: { readonly in: Wait; readonly out: Wait }): string {
  return scaleIn === null && out === null ? "-" : `${waitText(scaleIn)} / ${waitText(out)}`;
}

function waitText(wait: Wait): string {
  if (wait === null) return "-";
  if (wait === "never") return wait;
  if (isUnknown(wait)) return unknownMark;
  return wait.least === wait.most ? `${wait.most} s` : `${wait.least}-${wait.most} s`;
}

export const movesText = (movesOn: readonly string[]): string => (movesOn.length === 0 ? "nothing moves it" : movesOn.join(", "));

export const secondsText = (seconds: number): string => `${seconds.toFixed(1)} s`;

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `39 pass, 4 not applicable, 0 unknown, 1 fail` */
export const countsText = ({ counts }: Report): string =>
  `${counts.pass} pass, ${counts.notApplicable} not applicable, ${counts.unknown} unknown, ${counts.fail} fail`;

/** `dev · 84 resources · 3.1 s`, with the file between when one was handed in. */
export const headline = ({ stack, source, seconds }: Report): string =>
  [
    stack.name,
    count(stack.resources, "resource"),
    ...(source.file === null ? [] : [`${source.kind} ${source.file}`]),
    secondsText(seconds),
  ].join(" · ");

/** `1 mandatory finding, 2 advisory findings`; what could not be decided is never passed over. */
export function outcomeText({ outcome, undecided }: Report): string {
  const { mandatory, advisory, blocked } = outcome;
  const open = undecided.length - blocked;
  const parts = [
    ...(mandatory > 0 ? [count(mandatory, "mandatory finding")] : []),
    ...(blocked > 0 ? [`${count(blocked, "mandatory answer")} unknown, which prod does not accept`] : []),
    ...(advisory > 0 ? [count(advisory, "advisory finding")] : []),
    ...(mandatory + blocked + advisory === 0 ? ["No findings"] : []),
    ...(open > 0 ? [`${count(open, "answer")} unknown`] : []),
  ];
  return parts.join(", ");
}

/** Where no row stands: what is not read may scale all the same. */
export const nothingScales = ({ unread }: Report): string =>
  unread.length === 0 ? "Nothing in this stack scales." : "Nothing that Headroom reads scales in this stack.";

/** What the last line says beside the outcome. */
export const deployedText = ({ source }: Report): string => (source.kind === "recording" ? "Nothing was deployed." : "");

/** `Made at components/ecs-service.ts:88 for Headroom service "worker"`; undefined when neither is known. */
export function madeAt(at: Place | null): string | undefined {
  if (at === null || (at.position === null && at.configPath === null)) return undefined;
  const position = at.position === null ? [] : [`at ${at.position.file}:${at.position.line}`];
  const component = at.configPath === null ? [] : [`for ${componentText(at.configPath)}`];
  return ["Made", ...position, ...component].join(" ");
}

/** What a person calls the things of the stack's file. */
const singular: ReadonlyMap<string, string> = new Map([
  ["services", "service"],
  ["queues", "queue"],
  ["functions", "function"],
  ["databases", "database"],
  ["caches", "cache"],
  ["gateways", "gateway"],
  ["brokers", "broker"],
]);

/**
 * `Headroom service "worker"` for `headroom:services.worker`, `Headroom cache "sessions" (shards)` for what stands below
 * its name, the path itself for anything else.
 */
function componentText(configPath: string): string {
  const [, collection = "", name, below] = /^headroom:(\w+)\.([^.]+)(?:\.(.+))?$/.exec(configPath) ?? [];
  const kind = singular.get(collection);
  return kind === undefined || name === undefined ? configPath : `Headroom ${kind} "${name}"${below === undefined ? "" : ` (${below})`}`;
}
