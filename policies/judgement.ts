import type { Why } from "../graph";
import type { Judgement, Subject } from "./rule";

export const pass = (subject: Subject): Judgement => ({ verdict: "pass", subject });

export const fail = (subject: Subject, found: { actual: string; allowed: string; fix: string }): Judgement => ({
  verdict: "fail",
  subject,
  ...found,
});

export const undecided = (subject: Subject, reason: string): Judgement => ({ verdict: "unknown", subject, reason });

/** As `undecided`, where one thing cannot be told. */
export const unsure = (subject: Subject, what: string, why: Why): Judgement => undecided(subject, cannotTell(what, why));

/** `what` is the thing that cannot be told, as the subject of a sentence: `its scale-in cooldown`. */
export const cannotTell = (what: string, why: Why): string => `${what} ${predicates[why]}`;

const predicates: Record<Why, string> = {
  "computed on deployment": "is computed on deployment",
  secret: "is a secret",
  "not in this source": "is not in what was read",
  ambiguous: "fits more than one resource",
  malformed: "is not of the kind that the property takes",
};
