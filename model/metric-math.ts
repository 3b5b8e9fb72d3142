/**
 * Reads a CloudWatch metric-math expression as far as needed to tell what it measures: messages, running tasks, or
 * messages for each running task. Source: CloudWatch user guide, "Using math expressions with CloudWatch metrics".
 */
export type Measure = "messages" | "tasks" | "messages per task" | "number" | "other";

/** What an expression measures, given what each of its ids does. Anything that it cannot follow is "other". */
export function measureOf(expression: string, measureOfId: (id: string) => Measure): Measure {
  if (expression.length > longest) return "other";
  const tokens = tokensOf(expression);
  if (tokens === undefined) return "other";
  const reader = new Reader(tokens, measureOfId);
  const measure = reader.comparison(0);
  return reader.atEnd() ? measure : "other";
}

/** CloudWatch takes at most 2,048 characters. */
const longest = 2048;
/** Parentheses within parentheses that anybody would write. */
const deepest = 64;
const word = /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|(\d+(?:\.\d*)?|\.\d+)|("[^"]*"|'[^']*')|(==|!=|<=|>=|&&|\|\||[-+*/^()[\],<>]))/y;

/** Operators that may be written as words; an id begins with a small letter. */
const logicalWords: ReadonlyMap<string, string> = new Map([
  ["AND", "&&"],
  ["OR", "||"],
]);

type Token = { readonly kind: "name" | "number" | "text" | "operator"; readonly text: string };

function tokensOf(expression: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const end = expression.trimEnd().length;
  for (word.lastIndex = 0; word.lastIndex < end;) {
    const match = word.exec(expression);
    if (match === null) return undefined;
    const [, name, number, text, operator] = match;
    const logical = name === undefined ? undefined : logicalWords.get(name);
    if (logical !== undefined) tokens.push({ kind: "operator", text: logical });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (text !== undefined) tokens.push({ kind: "text", text });
    else if (operator !== undefined) tokens.push({ kind: "operator", text: operator });
  }
  return tokens;
}

/** Recursive descent; each level is one precedence. */
class Reader {
  private at = 0;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly measureOfId: (id: string) => Measure,
  ) {}

  atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  /** A comparison is 0 or 1. */
  comparison(depth: number): Measure {
    let measure = this.sum(depth);
    while (this.takes("==", "!=", "<=", ">=", "<", ">", "&&", "||")) {
      this.sum(depth);
      measure = "number";
    }
    return measure;
  }

  private sum(depth: number): Measure {
    let measure = this.product(depth);
    while (this.takes("+", "-")) measure = together(measure, this.product(depth));
    return measure;
  }

  private product(depth: number): Measure {
    let measure = this.unary(depth);
    for (let operator = this.takes("*", "/", "^"); operator !== undefined; operator = this.takes("*", "/", "^")) {
      const right = this.unary(depth);
      measure = operator === "/" ? divided(measure, right) : operator === "*" ? multiplied(measure, right) : "other";
    }
    return measure;
  }

  private unary(depth: number): Measure {
    while (this.takes("-", "+") !== undefined) continue;
    if (depth > deepest) return this.give();
    if (this.takes("(")) return this.closed(")", this.comparison(depth + 1));
    if (this.takes("[")) return this.closed("]", together(...this.list(depth + 1)));
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === "operator") return this.give();
    this.at += 1;
    if (token.kind === "number") return "number";
    if (token.kind === "text") return "other";
    return this.takes("(") ? this.call(token.text.toUpperCase(), depth + 1) : this.measureOfId(token.text);
  }

  private call(name: string, depth: number): Measure {
    const parts = this.takes(")") ? [] : this.list(depth);
    const measure = called(name, parts);
    return parts.length === 0 ? measure : this.closed(")", measure);
  }

  private list(depth: number): readonly Measure[] {
    const parts = [this.comparison(depth)];
    while (this.takes(",")) parts.push(this.comparison(depth));
    return parts;
  }

  private closed(bracket: ")" | "]", measure: Measure): Measure {
    return this.takes(bracket) ? measure : this.give();
  }

  /** Nothing that can be followed: the rest is left unread, and so the whole is "other". */
  private give(): Measure {
    this.at = this.tokens.length + 1;
    return "other";
  }

  private takes(...texts: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    const taken = token?.kind === "operator" ? texts.find((text) => text === token.text) : undefined;
    if (taken !== undefined) this.at += 1;
    return taken;
  }
}

/** Functions that keep what their first value measures, or what their values measure together. */
function called(name: string, parts: readonly Measure[]): Measure {
  const [first = "other", ...rest] = parts;
  switch (name) {
    case "FILL":
    case "ABS":
    case "CEIL":
    case "FLOOR":
      return first;
    case "IF":
      return rest.length === 0 ? "other" : either(rest);
    case "MAX":
    case "MIN":
    case "SUM":
    case "AVG":
      return together(...parts);
    default:
      return "other";
  }
}

/** One of several: messages per task, or the messages themselves while no task runs, is messages per task. */
function either(parts: readonly Measure[]): Measure {
  const kinds = new Set(parts.filter((part) => part !== "number"));
  if (kinds.size === 2 && kinds.has("messages per task") && kinds.has("messages")) return "messages per task";
  return together(...parts);
}

/** A sum, a maximum: plain numbers beside a measure do not change what it is. */
function together(...parts: readonly Measure[]): Measure {
  const kinds = [...new Set(parts.filter((part) => part !== "number"))];
  return kinds.length === 0 ? "number" : kinds.length === 1 ? (kinds[0] ?? "other") : "other";
}

function divided(above: Measure, below: Measure): Measure {
  if (below === "number") return above;
  return above === "messages" && below === "tasks" ? "messages per task" : "other";
}

function multiplied(left: Measure, right: Measure): Measure {
  if (left === "number") return right;
  return right === "number" ? left : "other";
}
