import { known, unknown, type Maybe } from "../maybe";
import type { SourcePosition } from "../resource-graph";
import type { Fields } from "./fields";

/**
 * Where in the program a resource was made: the innermost frame outside every package. The engine's own `sourcePosition` is the
 * innermost frame outside the SDK's entry point, which for a provider or a library's component is a line of that package.
 */
export function positionOf(state: Fields): Maybe<SourcePosition> {
  const frames = [state.text("sourcePosition"), ...state.objects("stackTrace").map((frame) => frame.text("sourcePosition"))];
  const own = frames.map(parsePosition).find((position) => position !== undefined && !position.file.includes("node_modules/"));
  return own ? known(own) : unknown("not in this source");
}

/** `project:///src/index.ts#5,17`, or `file:///…` for a file that is not in the project. */
export function parsePosition(text: string | undefined): SourcePosition | undefined {
  const match = /^(project|file):\/\/(\/.*)#(\d+)(?:,(\d+))?$/.exec(text ?? "");
  if (!match) return undefined;
  const [, scheme, path = "", line, column = "0"] = match;
  const file = decoded(scheme === "project" ? path.slice(1) : path);
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
