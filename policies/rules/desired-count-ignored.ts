import { ask, unknown, type Maybe } from "../../graph";
import type { Registration, Scalable, ScalingModel } from "../../model";
import { resourceName } from "../fix";
import { fail, pass, unsure } from "../judgement";
import type { Judgement, Rule, Subject } from "../rule";

export const desiredCountIgnored: Rule<Record<never, never>> = {
  id: "desired-count-ignored",
  title: "Rejects an autoscaled ECS service whose task count the next deployment would set back",
  level: "mandatory",
  appliesTo: "autoscaled ECS services",
  parameters: {},
  judge: (model) => {
    const several = namingSeveral(model);
    return model.scalables.flatMap((scalable) => judgeScalable(scalable, several));
  },
};

/** Targets whose text may mean more than one service of the stack, by URN. */
const namingSeveral = ({ unresolved }: ScalingModel): ReadonlySet<string> =>
  new Set(unresolved.flatMap(({ at, property, why }) => (property === "resourceId" && why === "ambiguous" ? [at.urn] : [])));

function judgeScalable(scalable: Scalable, several: ReadonlySet<string>): Judgement[] {
  switch (scalable.owner.kind) {
    case "ecs service":
      return [judgeService(scalable)];
    case "other":
      return judgeStranger(scalable, scalable.owner.namespace, several);
    case "provisioned concurrency":
    case "aurora capacity":
    case "aurora readers":
    case "read replicas":
    case "cache replicas":
    case "cache shards":
    case "kubernetes workload":
    case "node group":
    case "table capacity":
      return [];
    default:
      return scalable.owner satisfies never;
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

/** A target that was joined to no service: nothing to judge if that is another stack's, undecided if it may be one of this. */
function judgeStranger(scalable: Scalable, namespace: Maybe<string>, several: ReadonlySet<string>): Judgement[] {
  if (ask(namespace, (name) => name === "ecs") === "no") return [];
  return scalable.registrations.flatMap((registration) => {
    const service = serviceOf(registration, several);
    return service.known ? [] : [unsure({ name: scalable.name, at: registration.at }, "the service that it scales", service.why)];
  });
}

/** A text that names more than one service of the stack tells as little as no text. */
const serviceOf = ({ at, resourceId }: Registration, several: ReadonlySet<string>): Maybe<string> =>
  resourceId.known && several.has(at.urn) ? unknown("ambiguous") : resourceId;

/** Left out, a default applies, and a count that was set before is taken back to it. */
function countOf({ initial: { value, given } }: Scalable): string {
  if (!value.known) return "desiredCount";
  return given ? `${value.value}` : `${value.value} (desiredCount is omitted: that is the default)`;
}
