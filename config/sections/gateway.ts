import { z } from "zod";
import { SMALLEST } from "../fargate";
import { limits } from "../limits";
import { matching, oneOf, size, whole } from "../values";
import { connects } from "./connects";
import { environment, healthCommand, openFiles, secrets, startup } from "./container";
import { image } from "./image";
import { queueName } from "./names";
import { section } from "./section";

const scale = section(
  {
    min: whole(1, limits.tasksPerService).describe(
      "The fewest tasks. Always written. Tasks above what the shards need stand by for one that fails.",
    ),
    max: whole(1, limits.tasksPerService).describe("The most tasks. Always written. Shards that need more are refused."),
  },
  "a mapping with min and max",
);

export const gateway = section(
  {
    tag: matching(/^\w[\w.-]{0,127}$/, 'an image tag, such as "1.4.2"')
      .optional()
      .describe("The tag of its image in the repository that the gateway has of its own. A tag never changes its image."),
    image: image("ghcr.io/example/gateway:1.4.2")
      .optional()
      .describe("Its image in another registry, with its tag or digest, in place of `tag` and of a repository of its own."),
    keepImages: whole(2, limits.keptImages)
      .prefault(20)
      .describe("Images that the repository keeps, the newest ones. What is older cannot be gone back to."),
    size: size()
      .prefault([...SMALLEST])
      .describe("vCPU and memory of one task."),
    architecture: oneOf(["x86_64", "arm64"]).prefault("x86_64").describe("What the image was built for."),
    shards: whole(1, limits.shards).describe("The connections that all tasks hold together."),
    shardsPerTask: whole(1, limits.shardsPerTask).prefault(25).describe("The connections that one task holds at most."),
    scale: scale.describe(
      "Between which bounds the number of tasks follows the shards. Nothing else moves it: a second task with the same shards is an outage.",
    ),
    log: matching(/^[\x21-\x7e]{1,512}$/, 'what Rust logs, such as "info" or "info,gateway=debug"')
      .prefault("info")
      .describe("What the gateway logs, as Rust's `RUST_LOG` takes it."),
    produces: z.array(queueName(), { error: "a list of queues" }).prefault([]).describe("The queues that it sends messages to."),
    connects,
    environment,
    secrets,
    healthCommand: healthCommand.describe(
      "A command that ends with 0 while the gateway is well; nothing else can tell, since no load balancer stands before it. ECS runs it every 30 s and replaces the task after 3 failures.",
    ),
    openFiles: openFiles.prefault(65_536),
    startup,
  },
  "a mapping with tag, shards, scale and healthCommand",
);
