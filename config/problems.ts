/** The way to a value in a stack's file, from below `config:`, as `["headroom:services", "api", "scale", "max"]`. */
export type Segments = readonly (string | number)[];

/** One thing that is wrong with a stack's file. */
export interface Problem {
  readonly file: string;
  readonly segments: Segments;
  /** The way as people write it: `headroom:services.api.scale.max`. */
  readonly path: string;
  /** The whole sentence: path, value, what is allowed. */
  readonly message: string;
}

export const problem = (file: string, segments: Segments, says: string): Problem => {
  const path = pathOf(segments);
  return { file, segments, path, message: `${path} ${says}` };
};

/** `headroom:services.api.size[0]`; a segment that is not a plain word is quoted as `pulumi config set --path` wants it. */
export const pathOf = (segments: Segments): string =>
  segments
    .map((segment, i) => {
      if (typeof segment === "number") return `[${segment}]`;
      if (i === 0) return segment;
      return /^[\w-]+$/.test(segment) ? `.${segment}` : `[${JSON.stringify(shortened(segment))}]`;
    })
    .join("");

/** A list that a message can show whole. */
const isShort = (list: readonly unknown[]): boolean =>
  list.length > 0 && list.length <= 3 && list.every((item) => typeof item !== "object");

/** A value as a message shows it: on one line, and short. */
export const shown = (value: unknown): string => {
  if (Array.isArray(value)) return isShort(value) ? `[${value.map(shown).join(", ")}]` : "a list";
  if (typeof value === "object" && value !== null) return "a mapping";
  return typeof value === "string" ? JSON.stringify(shortened(value)) : String(value);
};

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

/** The report that a person reads: the file, then every problem on a line of its own. */
export function renderProblems(problems: readonly Problem[]): string {
  return filesOf(problems)
    .map((file) => {
      const mine = problems.filter((each) => each.file === file);
      const head = `${file}: ${mine.length} ${mine.length === 1 ? "problem" : "problems"}`;
      return [head, ...mine.map((each) => `  ${each.message}`)].join("\n");
    })
    .join("\n");
}

const filesOf = (problems: readonly Problem[]): readonly string[] => [...new Set(problems.map((each) => each.file))];
