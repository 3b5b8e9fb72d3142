import { ask, type Maybe } from "../../graph";
import type { Scalable } from "../../model";
import { resourceName } from "../fix";
import { fail, pass, unsure } from "../judgement";
import type { Judgement, Rule, Subject } from "../rule";

export const desiredCountIgnored: Rule<Record<never, never>> = {
  id: "desired-count-ignored",
  title: "Rejects an autoscaled ECS service whose task count the next deployment would set back",
  level: "mandatory",
  appliesTo: "autoscaled ECS services",
  parameters: {},
  judge: (model) => model.scalables.flatMap(judgeScalable),
};

function judgeScalable(scalable: Scalable): Judgement[] {
  switch (scalable.owner.kind) {
    case "ecs service":
      return [judgeService(scalable)];
    case "other":
      return judgeStranger(scalable, scalable.owner.namespace);
    default:
      return [];
  }
}

function judgeService(scalable: Scalable): Judgement {
  const subject: Subject = { name: scalable.name, at: scalable.at };
  const { initialIgnored } = scalable;
  if (!initialIgnored.known) return unsure(subject, "whether it ignores changes of desiredCount", initialIgnored.why);
  if (initialIgnored.value) return pass(subject);
  return fail(subject, {
    actual: `a deployment sets the task count back to ${countOf(scalable)}`,
    allowed: "an autoscaled service must leave it to the autoscaler",
    fix: `Add "desiredCount" to the resource option ignoreChanges of ${resourceName(scalable.at)}.`,
  });
}

/** A target whose service is not in the graph: nothing to judge if it is another stack's, undecided if it may be one of this. */
function judgeStranger(scalable: Scalable, namespace: Maybe<string>): Judgement[] {
  if (ask(namespace, (name) => name === "ecs") === "no") return [];
  return scalable.registrations.flatMap(({ at, resourceId }) =>
    resourceId.known ? [] : [unsure({ name: scalable.name, at }, "the service that it scales", resourceId.why)],
  );
}

/** Left out, a default applies, and a count that was set before is taken back to it. */
function countOf({ initial: { value, given } }: Scalable): string {
  if (!value.known) return "desiredCount";
  return given ? `${value.value}` : `${value.value} (desiredCount is omitted: that is the default)`;
}
