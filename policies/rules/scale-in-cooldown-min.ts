import { anyOf, both, chain, known, map, type Maybe } from "../../graph";
import type { Scalable, ScalingPolicy, Seconds, Setting, Stack, Step, StepPolicy } from "../../model";
import { placeOf, removeOrSetTo, setTo, type Place, type SettingName } from "../fix";
import { fail, pass, unsure } from "../judgement";
import type { Judgement, Rule, Subject } from "../rule";
import { serviceName } from "../service-names";
import { duration } from "../words";

export const scaleInCooldownMin: Rule<{ minimum: number }> = {
  id: "scale-in-cooldown-min",
  title: "Rejects a policy that may take capacity away again within five minutes",
  level: "mandatory",
  appliesTo: "scaling policies that scale in",
  parameters: { minimum: 300 },
  judge: (model, { minimum }) =>
    model.scalables.flatMap((scalable) =>
      scalable.policies.flatMap((policy) => judgePolicy({ stack: model.stack, scalable, policy, minimum })),
    ),
};

interface Case {
  readonly stack: Stack;
  readonly scalable: Scalable;
  readonly policy: ScalingPolicy;
  /** Seconds. */
  readonly minimum: number;
}

function judgePolicy(one: Case): Judgement[] {
  const { policy, scalable } = one;
  switch (policy.kind) {
    case "targetTracking":
      return judgeCooldown(
        one,
        "scale-in cooldown",
        policy.scaleInCooldown,
        map(policy.scaleInDisabled, (is) => !is),
      );
    case "step":
      return judgeCooldown(one, "step cooldown", policy.cooldown, scalesIn(policy, scalable.bounds.max));
    case "unread":
      return [unsure(subjectOf(one), `the type of ${policy.at.name}`, policy.policyType.known ? "malformed" : policy.policyType.why)];
    case "predictive": // never scales in
    case "hpaMetric": // has a window, not a cooldown
      return [];
    default:
      return policy satisfies never;
  }
}

/** A cooldown that is long enough passes whether or not the policy scales in; a short one matters only if it does. */
function judgeCooldown(one: Case, setting: SettingName, cooldown: Setting<Seconds>, scalesIn: Maybe<boolean>): Judgement[] {
  if (scalesIn.known && !scalesIn.value) return [];
  const subject = subjectOf(one);
  const { value } = cooldown;
  if (!value.known) return [unsure(subject, `the scale-in cooldown of ${one.policy.at.name}`, value.why)];
  if (value.value >= one.minimum) return [pass(subject)];
  if (!scalesIn.known) return [unsure(subject, `whether ${one.policy.at.name} scales in`, scalesIn.why)];
  return [
    fail(subject, {
      actual: `scale-in cooldown is ${value.value} s${cooldown.given ? "" : ` (omitted: ${serviceName(one.scalable)}'s default)`}`,
      allowed: `at least ${one.minimum} s is required`,
      fix: fixOf(placeOf(setting, one.policy.at, one.stack), one.minimum),
    }),
  ];
}

const subjectOf = ({ scalable, policy }: Case): Subject => ({ name: scalable.name, at: policy.at });

/** Does any step take capacity away? */
const scalesIn = ({ adjustment, steps }: StepPolicy, max: Maybe<number>): Maybe<boolean> =>
  chain(steps, (each) => anyOf(each.map(({ change }) => takesAway(change, adjustment, max))));

/** An exact capacity takes away wherever it is below the maximum; any other adjustment when it is negative. */
function takesAway(change: Step["change"], adjustment: StepPolicy["adjustment"], max: Maybe<number>): Maybe<boolean> {
  if (change.known && change.value < 0) return known(true);
  return chain(adjustment, (kind) =>
    kind === "ExactCapacity" ? both(change, max, (capacity, limit) => capacity < limit) : map(change, (by) => by < 0),
  );
}

function fixOf(place: Place, minimum: number): string {
  const value = `${place.kind === "config" ? duration(minimum) : minimum} or more`;
  const { standard } = place;
  return standard !== undefined && minimum <= standard ? removeOrSetTo(place, duration(standard), value) : setTo(place, value);
}
