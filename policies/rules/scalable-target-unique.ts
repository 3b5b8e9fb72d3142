import type { Maybe } from "../../graph";
import type { Registration, Scalable, ScalingModel } from "../../model";
import { resourceName } from "../fix";
import { fail, pass, unsure } from "../judgement";
import type { Judgement, Rule } from "../rule";
import { list } from "../words";

export const scalableTargetUnique: Rule<Record<never, never>> = {
  id: "scalable-target-unique",
  title: "Rejects two scalable targets for one dimension of one resource",
  level: "mandatory",
  appliesTo: "Application Auto Scaling targets",
  parameters: {},
  judge: (model) => {
    const targets = targetsOf(model);
    const byCapacity = groupByCapacity(targets);
    return targets.map((target) => judgeTarget(target, targets, byCapacity.get(capacityOf(target)) ?? []));
  },
};

interface Target {
  readonly scalable: Scalable;
  readonly registration: Registration;
}

/** Managed by Kubernetes, KEDA or Aurora itself: no scalable target of Application Auto Scaling. */
const elsewhere: ReadonlySet<string> = new Set(["kubernetes", "keda", "aurora"]);

const targetsOf = (model: ScalingModel): Target[] =>
  model.scalables
    .flatMap((scalable) => scalable.registrations.map((registration) => ({ scalable, registration })))
    .filter(({ registration: { namespace } }) => !namespace.known || !elsewhere.has(namespace.value));

function groupByCapacity(targets: readonly Target[]): Map<string, Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) groups.set(capacityOf(target), [...(groups.get(capacityOf(target)) ?? []), target]);
  return groups;
}

/** What the target registers: the resource that was joined to it, or the id as written. */
function capacityOf({ scalable, registration: { resourceId, dimension, at } }: Target): string {
  const resource = scalable.owner.kind !== "other" ? scalable.id : resourceId.known ? resourceId.value : at.urn;
  return `${resource} ${dimension.known ? dimension.value : at.urn}`;
}

function judgeTarget(target: Target, all: readonly Target[], rivals: readonly Target[]): Judgement {
  const { scalable, registration } = target;
  const subject = { name: scalable.name, at: registration.at };
  if (rivals.length > 1) return rivals[0] === target ? conflict(target, rivals) : pass(subject);
  const doubt = doubtOf(target);
  if (doubt === undefined || !all.some((other) => other !== target && mayMeet(other, target))) return pass(subject);
  return unsure(subject, doubt.what, doubt.why);
}

/** Said once, at the first of the rivals. */
function conflict({ scalable, registration }: Target, rivals: readonly Target[]): Judgement {
  const { dimension, at } = registration;
  return fail(
    { name: scalable.name, at },
    {
      actual: `${rivals.length} scalable targets register ${dimension.known ? dimension.value : "it"}`,
      allowed: "one is allowed, and the last one written wins",
      fix: `Keep one of ${list(rivals.map((rival) => resourceName(rival.registration.at)))}.`,
    },
  );
}

function doubtOf({ scalable, registration: { resourceId, dimension } }: Target) {
  if (!dimension.known) return { what: "the dimension that it registers", why: dimension.why };
  if (scalable.owner.kind === "other" && !resourceId.known) return { what: "the resource that it registers", why: resourceId.why };
  return undefined;
}

const mayMeet = (a: Target, b: Target): boolean => mayEqual(a.registration.dimension, b.registration.dimension);

const mayEqual = (a: Maybe<string>, b: Maybe<string>): boolean => !a.known || !b.known || a.value === b.value;
