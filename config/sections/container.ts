import { z } from "zod";
import { limits } from "../limits";
import { duration, matching, whole } from "../values";
import { environment as variables, secrets as secretVariables } from "./variables";

/** What the container of a service and that of a gateway have in common. */

const variable = matching(/^[A-Za-z_][A-Za-z0-9_]{0,254}$/, "a name of letters, digits and underscores");

export const environment = variables(variable).describe("Environment variables. Never a secret.");

export const secrets = secretVariables(variable).describe(
  "Environment variables whose value AWS reads from a secret when the task starts.",
);

export const healthCommand = z
  .string({ error: "a shell command" })
  .min(1, { error: "a shell command" })
  .describe("A command that ends with 0 while the container is well. ECS runs it every 30 s and replaces the task after 3 failures.");

export const startup = duration(0, 3600, "1 minute")
  .prefault("1 minute")
  .describe("The time from start to ready; health checks do not count before.");

export const openFiles = whole(1024, limits.openFiles).describe(
  "How many files and connections the container may have open, as soft and as hard limit (`nofile`); 65535 on Fargate where absent.",
);
