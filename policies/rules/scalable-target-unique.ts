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
    const others = census(targets);
    return targets.map((target) => judgeTarget(target, others));
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

function judgeTarget(target: Target, all: Census): Judgement {
  const { scalable, registration, rivals } = target;
  const subject: Subject = { name: scalable.name, at: registration.at };
  if (rivals.length > 1) return rivals[0] === registration ? conflict(subject, rivals) : pass(subject);
  const capacity = capacityOf(target);
  if (capacity.known || !mayMeet(registration.dimension, all)) return pass(subject);
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

/** What decides whether a target may meet another one, without holding each against each. */
interface Census {
  readonly severalTargets: boolean;
  /** Dimensions that more than one target is known to have. */
  readonly shared: ReadonlySet<string>;
  /** Does any target have a dimension that is not known? */
  readonly anyUnknown: boolean;
}

function census(targets: readonly Target[]): Census {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { registration } of targets) {
    if (!registration.dimension.known) continue;
    const { value } = registration.dimension;
    (seen.has(value) ? shared : seen).add(value);
  }
  const anyUnknown = targets.some(({ registration }) => !registration.dimension.known);
  return { severalTargets: targets.length > 1, shared, anyUnknown };
}

/** Is there another target that is not known to have another dimension? */
const mayMeet = (dimension: Maybe<string>, { severalTargets, shared, anyUnknown }: Census): boolean =>
  dimension.known ? shared.has(dimension.value) || anyUnknown : severalTargets;
