import { limits } from "../limits";
import { oneOf, whole } from "../values";
import { section } from "./section";

/** Levels of load above the normal one, lower ones first. */
export const RAISED = ["high", "peak", "critical"] as const;

export const traffic = oneOf(["normal", ...RAISED])
  .prefault("normal")
  .describe(
    "How much load is expected. Above `normal`, every service keeps at least the tasks that its `scale.floors` says for the level.",
  );

const floor = (level: string) =>
  whole(0, limits.tasksPerService).optional().describe(`The fewest tasks while \`headroom:traffic\` is \`${level}\`.`);

export const floors = section(
  { high: floor("high"), peak: floor("peak"), critical: floor("critical") },
  "a mapping with one or more of high, peak and critical",
)
  .prefault({})
  .describe("The fewest tasks at each level of `headroom:traffic`; what is not written is as at the level below, and `min` below all.");
