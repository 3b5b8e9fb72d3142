import { readFileSync, statSync } from "node:fs";

import type { ResourceGraph } from "../resource-graph";
import { graphFromExport } from "./export";
import { graphFromPlan } from "./plan";
import { graphFromPreview } from "./preview";
import { unreadable, type FileKind } from "./source-error";

/** As text; more than any stack's state, and well below what one string can hold. */
const mostBytes = 256 * 1024 * 1024;

const readers: Readonly<Record<FileKind, (text: string, file: string) => ResourceGraph>> = {
  preview: graphFromPreview,
  plan: graphFromPlan,
  export: graphFromExport,
};

/**
 * Reads a file that another tool wrote.
 * @throws SourceError when it is missing, empty, cut off, or another kind of file.
 */
export const graphFromFile = (kind: FileKind, file: string): ResourceGraph => readers[kind](read(kind, file), file);

/**
 * The same for bytes that came another way, such as standard input.
 * @param file names them in messages
 * @throws SourceError
 */
export function graphFromBytes(kind: FileKind, bytes: Buffer, file: string): ResourceGraph {
  if (bytes.length > mostBytes) throw unreadable(kind, file, "is larger than 256 MiB");
  return readers[kind](decoded(bytes), file);
}

function read(kind: FileKind, file: string): string {
  try {
    const { size } = statSync(file);
    if (size > mostBytes) throw unreadable(kind, file, "is larger than 256 MiB");
    return decoded(readFileSync(file));
  } catch (error) {
    throw reasons[codeOf(error)] === undefined ? error : unreadable(kind, file, reasons[codeOf(error)] ?? "");
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  ENOTDIR: "does not exist",
  EISDIR: "is a folder",
  EACCES: "may not be read",
  EPERM: "may not be read",
};

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

/** Windows PowerShell writes what it redirects as UTF-16. */
const decoded = (bytes: Buffer): string => bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf16le" : "utf8");
