export { buildReport, type ReportInput } from "./build-report";
export { renderJson } from "./json";
export { renderMarkdown } from "./markdown";
export type * from "./report";
export { renderText, type TextStyle } from "./text";
