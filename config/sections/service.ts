import { z } from "zod";
import { SMALLEST } from "../fargate";
import { duration, matching, name, oneOf, share, size } from "../values";
import { connects } from "./connects";
import { http } from "./http";
import { image } from "./image";
import { queueName } from "./names";
import { scale } from "./scale";
import { named, section } from "./section";
import { slo } from "./slo";
import { environment, secrets } from "./variables";

const variable = matching(/^[A-Za-z_][A-Za-z0-9_]{0,254}$/, "a name of letters, digits and underscores");

export const service = section(
  {
    image: image("ghcr.io/example/api:1.4.2").describe("The container's image, with its registry and its tag or digest."),
    size: size()
      .prefault([...SMALLEST])
      .describe("vCPU and memory of one task."),
    sizes: named(name(20), size(), "a mapping of sizes by name")
      .prefault({})
      .describe("Other sizes, for when the task has to grow: `large: [1 vCPU, 2 GiB]`."),
    sizeTier: name(20).optional().describe("Which of `sizes` runs; `size` where absent."),
    architecture: oneOf(["x86_64", "arm64"]).prefault("x86_64").describe("What the image was built for."),
    http: http.optional().describe("Puts the service behind the load balancer."),
    consumes: queueName().optional().describe("The queue whose messages it works on."),
    produces: z.array(queueName(), { error: "a list of queues" }).prefault([]).describe("The queues that it sends messages to."),
    connects,
    scale: scale.describe("How many tasks there are."),
    slo: slo.optional().describe("Service level objectives, each with an alarm. Needs `http`."),
    environment: environment(variable).describe("Environment variables. Never a secret."),
    secrets: secrets(variable).describe("Environment variables whose value AWS reads from a secret when the task starts."),
    healthCommand: z
      .string({ error: "a shell command" })
      .min(1, { error: "a shell command" })
      .optional()
      .describe("A command that ends with 0 while the container is well."),
    startup: duration(0, 3600, "1 minute")
      .prefault("1 minute")
      .describe("The time from start to ready; health checks do not count before."),
    spot: share("50%").prefault("0%").describe("The share of Fargate Spot in what runs above the first task."),
  },
  "a mapping with image and scale",
);
