import { z } from "zod";
import { brokerInstances, brokerVersions } from "../broker-instances";
import { SMALLEST } from "../fargate";
import { oneOf, positive, size, weekly } from "../values";
import { image } from "./image";
import { section } from "./section";

const rabbitmq = section(
  {
    engine: z.literal("rabbitmq", { error: "rabbitmq or nats" }).describe("Amazon MQ for RabbitMQ."),
    version: oneOf(brokerVersions).describe("The version of RabbitMQ; AWS keeps its patches current."),
    instance: oneOf(brokerInstances).describe("The instance type of every node."),
    deployment: oneOf(["single", "cluster"]).describe("One node in one zone, or three nodes over several."),
    ready: positive("messages")
      .prefault(1_000)
      .describe("Messages that wait, over all queues of the broker, above which an alarm is raised."),
    maintenance: weekly("Sun 03:00").prefault("Sun 03:00").describe("When AWS may restart the nodes, in UTC: two hours from then on."),
  },
  "a mapping with engine, version, instance and deployment",
);

const nats = section(
  {
    engine: z
      .literal("nats", { error: "rabbitmq or nats" })
      .describe("NATS, as a service of the stack's own cluster. It keeps no messages."),
    image: image("docker.io/library/nats:2.12-alpine").describe("The image of NATS, with a shell, as the alpine images have it."),
    tasks: z.union([z.literal(1), z.literal(3)], { error: "1 or 3" }).describe("How many servers: 1, or 3 that form a cluster."),
    size: size()
      .prefault([...SMALLEST])
      .describe("vCPU and memory of one server."),
    architecture: oneOf(["x86_64", "arm64"]).prefault("x86_64").describe("What the image was built for."),
  },
  "a mapping with engine, image and tasks",
);

/** A broker of one of two engines. */
export const broker = z.discriminatedUnion("engine", [rabbitmq, nats], {
  error: (issue) => (issue.code === "invalid_union" ? "one of rabbitmq, nats" : "a mapping with engine"),
});
