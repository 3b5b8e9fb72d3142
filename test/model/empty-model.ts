import { known } from "../../graph";
import type { ScalingModel, Stack } from "../../model";

/** A stack in which nothing is, but for the parts that a test gives. */
export const emptyModel = (stack: Omit<Stack, "region">, parts: Partial<ScalingModel>): ScalingModel => ({
  stack: { ...stack, region: known("us-east-1") },
  scalables: [],
  queues: [],
  functions: [],
  eventSources: [],
  databases: [],
  caches: [],
  clusters: [],
  alarms: [],
  budgets: [],
  guards: [],
  standing: [],
  unread: [],
  unresolved: [],
  ...parts,
});
