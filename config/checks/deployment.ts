import type { Segments } from "../problems";
import { at, numberAt, textAt } from "../raw";
import { parsePercent } from "../units";
import type { Said } from "../sentences";

/**
 * A deployment that can neither start a new task nor stop an old one never ends. ECS rounds the maximum down and the minimum up to whole
 * tasks, so the smallest number of tasks is the one to look at. Source: ECS API, DeploymentConfiguration, read 2026-11-25.
 */
export function deployments(service: unknown, way: Segments): readonly Said[] {
  const tasks = fewestTasks(service);
  const minimumHealthy = percentAt(service, "minimumHealthy", "100%");
  const maximum = percentAt(service, "maximum", "200%");
  if (tasks === undefined || minimumHealthy === undefined || maximum === undefined) return [];
  const mayStart = Math.floor((tasks * maximum) / 100) > tasks;
  const mayStop = Math.ceil((tasks * minimumHealthy) / 100) < tasks;
  if (mayStart || mayStop) return [];
  const [enough, few] = [100 + Math.ceil(100 / tasks), 100 - Math.ceil(100 / tasks)];
  const count = tasks === 1 ? "1 task" : `${tasks} tasks`;
  return [
    {
      segments: [...way, "deployment", "maximum"],
      says: `lets a deployment of ${count} neither start a new task nor stop an old one; write a maximum of at least ${enough}% or a minimumHealthy of at most ${few}%`,
    },
  ];
}

/** The fewest tasks that there may be, the clock's limits included; a service without a task has nothing to replace. */
function fewestTasks(service: unknown): number | undefined {
  const min = numberAt(service, ["scale", "min"]);
  const schedule = at(service, ["scale", "schedule"]);
  const byClock = Array.isArray(schedule) ? schedule.flatMap((entry: unknown) => numberAt(entry, ["min"]) ?? []) : [];
  return min === undefined ? undefined : Math.max(1, Math.min(min, ...byClock));
}

function percentAt(service: unknown, key: string, otherwise: string): number | undefined {
  const written = at(service, ["deployment", key]) === undefined ? otherwise : textAt(service, ["deployment", key]);
  return written === undefined ? undefined : parsePercent(written);
}
