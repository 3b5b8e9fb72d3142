/** Why a value cannot be told. */
export type Why =
  /** The provider computes it when the resource is created or read. */
  | "computed on deployment"
  /** It is a secret; its plain text never enters the graph. */
  | "secret"
  /** The source of the graph does not carry it (a `--json` preview has no `ignoreChanges`). */
  | "not in this source"
  /** More than one candidate fits. */
  | "ambiguous"
  /** It is there, but not of the kind that the field takes. */
  | "malformed";

/** A value that may be unknown. Unknown is neither zero nor a pass: open it with the functions below only. */
export type Maybe<T> = Known<T> | Unknown;
export interface Known<T> {
  readonly known: true;
  readonly value: T;
}
export interface Unknown {
  readonly known: false;
  readonly why: Why;
}

/** What a comparison answers when one side may be unknown. */
export type Answer = "yes" | "no" | "unknown";

export const known = <T>(value: T): Known<T> => ({ known: true, value });
export const unknown = (why: Why): Unknown => ({ known: false, why });

/** The value under `change`; an unknown stays what it is. */
export const map = <A, B>(a: Maybe<A>, change: (value: A) => B): Maybe<B> => (a.known ? known(change(a.value)) : a);

/** As `map`, where the change itself may not know. */
export const chain = <A, B>(a: Maybe<A>, change: (value: A) => Maybe<B>): Maybe<B> => (a.known ? change(a.value) : a);

/** Both values together; unknown when either is, with the first reason. */
export const both = <A, B, C>(a: Maybe<A>, b: Maybe<B>, join: (a: A, b: B) => C): Maybe<C> =>
  chain(a, (left) => map(b, (right) => join(left, right)));

/** Does the value satisfy the test? */
export const ask = <A>(a: Maybe<A>, test: (value: A) => boolean): Answer => (a.known ? (test(a.value) ? "yes" : "no") : "unknown");

/** Is `a` below `b`? */
export const below = (a: Maybe<number>, b: Maybe<number>): Answer =>
  ask(
    both(a, b, (x, y) => x < y),
    (is) => is,
  );

/** Do all hold? One that does not decides, whatever is unknown beside it. */
export const allOf = (claims: readonly Maybe<boolean>[]): Maybe<boolean> => decidedBy(false, claims);

/** Does any hold? One that does decides, whatever is unknown beside it. */
export const anyOf = (claims: readonly Maybe<boolean>[]): Maybe<boolean> => decidedBy(true, claims);

function decidedBy(decisive: boolean, claims: readonly Maybe<boolean>[]): Maybe<boolean> {
  if (claims.some((claim) => claim.known && claim.value === decisive)) return known(decisive);
  return claims.find((claim) => !claim.known) ?? known(!decisive);
}
