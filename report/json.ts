import type { Report } from "./report";

/** The report as it is; `docs/report.md` documents it. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
