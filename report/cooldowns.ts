import type { Maybe } from "../graph";
import type { Scalable, ScalingPolicy, Seconds, StepPolicy } from "../model";
import type { Wait } from "./report";

type OneWait = Maybe<number> | "never";
interface Waits {
  readonly in: readonly OneWait[];
  readonly out: readonly OneWait[];
}

/** How long a scalable waits between two scale-ins and two scale-outs, over all of its policies. */
export function cooldownOf({ policies }: Scalable): { readonly in: Wait; readonly out: Wait } {
  const waits = policies.map(waitsOf);
  return { in: range(waits.flatMap((each) => each.in)), out: range(waits.flatMap((each) => each.out)) };
}

function waitsOf(policy: ScalingPolicy): Waits {
  switch (policy.kind) {
    case "targetTracking":
      return { in: [scaleIn(policy.scaleInDisabled, policy.scaleInCooldown.value)], out: [policy.scaleOutCooldown.value] };
    case "hpaMetric":
      return { in: [policy.scaleDownWindow.value], out: [policy.scaleUpWindow.value] };
    case "step":
      return { in: moves(policy, "in") ? [policy.cooldown.value] : [], out: moves(policy, "out") ? [policy.cooldown.value] : [] };
    case "predictive":
    case "unread":
      return { in: [], out: [] };
    default:
      return never(policy);
  }
}

const scaleIn = (disabled: Maybe<boolean>, cooldown: Maybe<Seconds>): OneWait => {
  if (!disabled.known) return disabled;
  return disabled.value ? "never" : cooldown;
};

/** Can a step policy move capacity that way? An exact capacity and an unknown change can do both. */
function moves({ adjustment, steps }: StepPolicy, direction: "in" | "out"): boolean {
  if (!adjustment.known || adjustment.value === "ExactCapacity" || !steps.known) return true;
  return steps.value.some(({ change }) => !change.known || (direction === "in" ? change.value < 0 : change.value > 0));
}

function range(waits: readonly OneWait[]): Wait {
  const times = waits.filter((wait) => wait !== "never");
  if (times.length === 0) return waits.length === 0 ? null : "never";
  const unknown = times.find((time) => !time.known);
  if (unknown !== undefined && !unknown.known) return { unknown: unknown.why };
  const values = times.flatMap((time) => (time.known ? [time.value] : []));
  return { least: values.reduce((a, b) => Math.min(a, b)), most: values.reduce((a, b) => Math.max(a, b)) };
}

const never = (policy: never): never => policy;
