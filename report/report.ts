import type { Source, SourcePosition, Unknown, Urn } from "../graph";
import type { ParameterValue } from "../policies/rule";

/**
 * What a command has to show about one stack: plain data that every renderer starts from, and that `--json`
 * prints as it is. `docs/report.md` documents each field; a change that breaks a reader raises `version`.
 */
export interface Report {
  readonly version: 1;
  readonly stack: StackSummary;
  /** Where the graph came from: a recording of the program, or a file. */
  readonly source: { readonly kind: Source; readonly file: string | null };
  /** Wall time of the command. The only thing that differs between two runs on the same input. */
  readonly seconds: number;
  readonly scalables: readonly ScalableRow[];
  readonly rules: readonly RuleRow[];
  readonly counts: Counts;
  readonly findings: readonly FindingRow[];
  /** Subjects that a rule could not decide, with the reason. */
  readonly undecided: readonly UndecidedRow[];
  /** References that found no partner. */
  readonly unresolved: readonly UnresolvedRow[];
  /** What could scale and is not read, and so not judged. */
  readonly unread: readonly UnreadRow[];
  readonly outcome: Outcome;
}

export interface StackSummary {
  readonly project: string;
  readonly name: string;
  readonly tier: "dev" | "staging" | "prod";
  readonly region: Quantity<string>;
  readonly resources: number;
}

/** A value, or why it cannot be told. Never 0 or an empty text in place of an unknown. */
export type Quantity<T> = T | { readonly unknown: Unknown["why"] };

/** One line of "what scales". */
export interface ScalableRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly unit: string;
  readonly now: Quantity<number>;
  readonly min: Quantity<number>;
  readonly max: Quantity<number>;
  /** One short text for each policy and schedule. */
  readonly movesOn: readonly string[];
  /** Seconds between two scale-ins and two scale-outs; null where nothing waits. */
  readonly cooldown: { readonly in: Wait; readonly out: Wait };
  readonly at: Place;
}

/** The shortest and the longest wait of a scalable's policies. */
export type Wait = null | "never" | Quantity<{ readonly least: number; readonly most: number }>;

export type RuleVerdict = "pass" | "fail" | "unknown" | "notApplicable";

export interface RuleRow {
  readonly id: string;
  readonly title: string;
  readonly level: RuleLevel;
  readonly verdict: RuleVerdict;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Why it is not applicable; null otherwise. */
  readonly reason: string | null;
}
export type RuleLevel = "mandatory" | "advisory";

export type Counts = Readonly<Record<RuleVerdict | "total", number>>;

export interface FindingRow {
  readonly rule: string;
  readonly level: RuleLevel;
  readonly subject: string;
  readonly actual: string;
  readonly allowed: string;
  readonly fix: string;
  readonly at: Place | null;
}

export interface UndecidedRow {
  readonly rule: string;
  readonly level: RuleLevel;
  readonly subject: string;
  readonly reason: string;
  /** Does it count as a violation (a mandatory rule in prod)? */
  readonly blocks: boolean;
  readonly at: Place | null;
}

export interface UnresolvedRow {
  readonly resource: string;
  readonly property: string;
  readonly why: string;
  readonly looked: string;
  readonly at: Place;
}

export interface UnreadRow {
  readonly resource: string;
  readonly type: string;
  /** What of it scales. */
  readonly looked: string;
  readonly why: string;
  readonly at: Place;
}

/** Where something stands in the program. */
export interface Place {
  readonly urn: Urn;
  readonly type: string;
  readonly position: SourcePosition | null;
  /** `headroom:services.worker`; null outside a component that says so. */
  readonly configPath: string | null;
}

export interface Outcome {
  readonly mandatory: number;
  readonly advisory: number;
  /** Undecided subjects of mandatory rules that count as violations. */
  readonly blocked: number;
  readonly exitCode: 0 | 1;
}
