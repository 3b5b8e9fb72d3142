import type { Maybe } from "../../graph";
import type { Bounds, Registration, Scalable, Stack } from "../../model";
import { placeOf, setTo, type SettingName } from "../fix";
import { fail, pass, unsure } from "../judgement";
import type { Judgement, Rule, Subject } from "../rule";

type Bound = Extract<SettingName, "minimum" | "maximum">;
type Problem = { actual: string; allowed: string; setting: Bound; value: string };

export const scalableTargetBounds: Rule<Record<never, never>> = {
  id: "scalable-target-bounds",
  title: "Rejects limits that nothing can scale between: a maximum below its minimum, a negative bound, a fraction of a task",
  level: "mandatory",
  appliesTo: "scalable targets",
  parameters: {},
  judge: (model) =>
    model.scalables.flatMap((scalable) =>
      scalable.registrations.flatMap((registration) => judgeRegistration(model.stack, scalable, registration)),
    ),
};

function judgeRegistration(stack: Stack, scalable: Scalable, { at, bounds }: Registration): Judgement[] {
  const subject: Subject = { name: scalable.name, at };
  const granule = scalable.unit === "ACU" ? 0.5 : 1;
  const problems = [...ofOne("minimum", bounds.min, granule), ...ofOne("maximum", bounds.max, granule), ...ofBoth(bounds)];
  if (problems.length === 0) return undecided(subject, bounds);
  return problems.map(({ actual, allowed, setting, value }) =>
    fail(subject, { actual, allowed, fix: setTo(placeOf(setting, at, stack), value) }),
  );
}

function undecided(subject: Subject, { min, max }: Bounds): Judgement[] {
  const doubts = [
    ...(min.known ? [] : [unsure(subject, "its minimum", min.why)]),
    ...(max.known ? [] : [unsure(subject, "its maximum", max.why)]),
  ];
  return doubts.length > 0 ? doubts : [pass(subject)];
}

function ofOne(setting: Bound, bound: Maybe<number>, granule: number): Problem[] {
  const allowed = granule === 1 ? "a whole number is required" : `a multiple of ${granule} is required`;
  const value = granule === 1 ? "a whole number" : `a multiple of ${granule}`;
  if (!bound.known) return bound.why === "malformed" ? [{ actual: `${setting} is not a number`, allowed, setting, value }] : [];
  if (bound.value < 0)
    return [{ actual: `${setting} is ${bound.value}`, allowed: "zero or more is required", setting, value: "0 or more" }];
  return Number.isInteger(bound.value / granule) ? [] : [{ actual: `${setting} is ${bound.value}`, allowed, setting, value }];
}

function ofBoth({ min, max }: Bounds): Problem[] {
  if (!min.known || !max.known || max.value >= min.value) return [];
  return [
    {
      actual: `maximum is ${max.value}`,
      allowed: `at least the minimum, ${min.value}, is required`,
      setting: "maximum",
      value: `${min.value} or more`,
    },
  ];
}
