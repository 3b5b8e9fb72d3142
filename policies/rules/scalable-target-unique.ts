import { both, known, type Maybe } from "../../graph";
import type { Registration, Scalable, ScalingModel } from "../../model";
import { resourceName } from "../fix";
import { fail, pass, unsure } from "../judgement";
import type { Judgement, Rule, Subject } from "../rule";
import { list } from "../words";

export const scalableTargetUnique: Rule<Record<never, never>> = {
  id: "scalable-target-unique",
  title: "Rejects two scalable targets for one dimension of one resource",
  level: "mandatory",
  appliesTo: "Application Auto Scaling targets",
  parameters: {},
  judge: (model) => {
    const targets = targetsOf(model);
    return targets.map((target) => judgeTarget(target, targets));
  },
};

interface Target {
  readonly scalable: Scalable;
  readonly registration: Registration;
  /** All that register the same capacity, as far as the model can tell; this one among them. */
  readonly rivals: readonly Registration[];
}

/** Managed by Kubernetes, KEDA or Aurora itself: no scalable target of Application Auto Scaling. */
const elsewhere: ReadonlySet<string> = new Set(["kubernetes", "keda", "aurora"]);

const targetsOf = (model: ScalingModel): Target[] =>
  model.scalables.flatMap((scalable) => {
    const rivals = scalable.registrations.filter(({ namespace }) => !namespace.known || !elsewhere.has(namespace.value));
    return rivals.map((registration) => ({ scalable, registration, rivals }));
  });

function judgeTarget(target: Target, all: readonly Target[]): Judgement {
  const { scalable, registration, rivals } = target;
  const subject: Subject = { name: scalable.name, at: registration.at };
  if (rivals.length > 1) return rivals[0] === registration ? conflict(subject, rivals) : pass(subject);
  const capacity = capacityOf(target);
  if (capacity.known || !all.some((other) => other !== target && mayMeet(other, target))) return pass(subject);
  return unsure(subject, "the capacity that it registers", capacity.why);
}

/** Said once, at the first of the rivals. */
function conflict(subject: Subject, rivals: readonly Registration[]): Judgement {
  const dimension = rivals.find((rival) => rival.dimension.known)?.dimension;
  return fail(subject, {
    actual: `${rivals.length} scalable targets register ${dimension?.known ? dimension.value : "it"}`,
    allowed: "one is allowed, and the last one written wins",
    fix: `Keep one of ${list(rivals.map((rival) => resourceName(rival.at)))}.`,
  });
}

/** Known when the model can tell this capacity from every other. */
const capacityOf = (target: Target): Maybe<unknown> => both(resourceOf(target), target.registration.dimension, () => true);

/** The resource and the part of it, by the id as written, which means one of its region and account, or by what the target was joined to. */
function resourceOf({ scalable: { at, owner }, registration }: Target): Maybe<unknown> {
  if (registration.resourceId.known || at.urn === registration.at.urn)
    return both(registration.resourceId, registration.location, (resourceId) => resourceId);
  switch (owner.kind) {
    case "provisioned concurrency":
      return owner.qualifier;
    case "table capacity":
      return owner.index ?? known("the table");
    default:
      return known(at.urn);
  }
}

/** Not two dimensions that are known to differ. */
function mayMeet(a: Target, b: Target): boolean {
  const differ = both(a.registration.dimension, b.registration.dimension, (left, right) => left !== right);
  return !differ.known || !differ.value;
}
