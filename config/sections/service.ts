import { z } from "zod";
import { SMALLEST } from "../fargate";
import { limits } from "../limits";
import { name, oneOf, share, size, whole } from "../values";
import { connects } from "./connects";
import { environment, healthCommand, openFiles, secrets, startup } from "./container";
import { deployment } from "./deployment";
import { http } from "./http";
import { image } from "./image";
import { queueName } from "./names";
import { scale } from "./scale";
import { named, section } from "./section";
import { slo } from "./slo";

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
    environment,
    secrets,
    healthCommand: healthCommand.optional(),
    openFiles: openFiles.optional(),
    startup,
    deployment,
    onDemandBase: whole(0, limits.capacityProviderBase)
      .prefault(1)
      .describe("Tasks that never run on Fargate Spot. `spot` shares out what runs above them."),
    spot: share("50%").prefault("0%").describe("The share of Fargate Spot in what runs above `onDemandBase`."),
  },
  "a mapping with image and scale",
);
