import type { Rule } from "../rule";
import { budgetAlarmsRequired } from "./budget-alarms-required";
import { desiredCountIgnored } from "./desired-count-ignored";
import { scalableTargetBounds } from "./scalable-target-bounds";
import { scalableTargetUnique } from "./scalable-target-unique";
import { scaleInCooldownMin } from "./scale-in-cooldown-min";

/** Every rule, in the order of the alphabet. A rule that is not here fails the completeness test. */
export const rules: readonly Rule[] = [
  budgetAlarmsRequired,
  desiredCountIgnored,
  scalableTargetBounds,
  scalableTargetUnique,
  scaleInCooldownMin,
];
