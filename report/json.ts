import type { Report } from "./report";

/** The report as it is; `docs/report.md` documents it. */
export const renderJson = (report: Report): string => jsonText(report);

/** JSON for people and programs, with a line break at its end. What would steer a terminal stands in it as an escape. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2).replace(steering, escaped)}\n`;

/** JSON escapes the control characters below U+0020 itself; what is left of them is the layout's line breaks. */
const steering = /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
