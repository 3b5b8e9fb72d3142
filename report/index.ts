export { buildReport, type ReportInput } from "./build-report";
export { jsonText, renderJson } from "./json";
export { renderMarkdown } from "./markdown";
export type * from "./report";
export { renderText, type TextStyle } from "./text";
