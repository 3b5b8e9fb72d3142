import { limits } from "../limits";
import { duration, oneOf, percent, positive, whole } from "../values";
import { schedule } from "./schedule";
import { section } from "./section";
import { steps } from "./steps";
import { floors } from "./traffic";

const on = section(
  {
    cpu: percent(1, 100, "70%").optional().describe("Average CPU of the running tasks."),
    memory: percent(1, 100, "80%").optional().describe("Average memory of the running tasks."),
    requestsPerTask: positive("requests a minute, per task").optional().describe("Requests a minute, per task. Needs `http`."),
    backlogPerTask: positive("messages waiting, per running task")
      .optional()
      .describe("Messages waiting, per running task. Needs `consumes`."),
  },
  "a mapping with one or more of cpu, memory, requestsPerTask and backlogPerTask",
);

export const scale = section(
  {
    min: whole(0, limits.tasksPerService).describe("The fewest tasks. Always written. 0 only for a service that scales on a queue alone."),
    max: whole(1, limits.tasksPerService).describe("The most tasks. Always written."),
    floors,
    on: on.prefault({}).describe("What moves the count between min and max: one policy for each."),
    resolution: oneOf(["60 seconds", "20 seconds"])
      .prefault("60 seconds")
      .describe(
        "How often CPU and memory are measured. With `20 seconds` the count moves sooner. Changing it makes a new service beside the old one, which then goes.",
      ),
    steps: steps.optional().describe("Steps by which a growing queue adds tasks, and an empty one takes them away."),
    scaleInCooldown: duration(0, 86_400, "5 minutes").prefault("5 minutes").describe("The pause after tasks were taken away."),
    scaleOutCooldown: duration(0, 86_400, "60 seconds").prefault("60 seconds").describe("The pause after tasks were added."),
    schedule: schedule(limits.tasksPerService),
  },
  "a mapping with min, max, and on or steps",
);
