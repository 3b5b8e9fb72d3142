import { z } from "zod";
import { SMALLEST } from "./fargate";
import { limits } from "./limits";
import { RANDOM_SUFFIX, targetGroupLogicalName } from "./names";
import { cidr, dollars, duration, email, matching, name, oneOf, path, percent, positive, retention, share, size, whole } from "./values";

/** A mapping with known keys only. */
const section = <S extends z.ZodRawShape>(shape: S, what: string) =>
  z.strictObject(shape, { error: (issue) => (issue.code === "invalid_type" ? what : undefined) });

/**
 * A mapping of things by name, in the order of their names: the engine hands it over sorted, a file as it was written, and nothing that
 * is made from it may depend on which of the two it was.
 */
const named = <V extends z.ZodType>(key: z.ZodString, value: V, error: string) =>
  z.record(key, value, { error }).transform((entries) => Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))));

const tier = oneOf(["dev", "staging", "prod"]).describe("How much the stack is protected: deletion protection and the like. Required.");

const budget = section(
  {
    monthly: dollars().describe(
      "US dollars a month that the stack may cost. Alerts at 50, 80 and 100 % of it, and on a forecast of 100 %.",
    ),
    burst: dollars().describe("US dollars a month that everything at its maximum may cost. At least `monthly`."),
    notify: z
      .array(email(), { error: "a list of e-mail addresses" })
      .min(1, { error: "a list of at least one e-mail address" })
      .max(limits.budgetAddresses, { error: `a list of at most ${limits.budgetAddresses} e-mail addresses` })
      .describe("Who hears of costs and alarms: 1 to 10 e-mail addresses."),
    scope: oneOf(["account", "stack"])
      .prefault("account")
      .describe("What the budget counts. `stack` needs the tag headroom:stack to be an active cost allocation tag."),
  },
  "a mapping with monthly, burst and notify",
);

const network = section(
  {
    zones: whole(1, 6).describe("Availability zones. A load balancer needs two."),
    nat: oneOf(["none", "single", "one per zone"]).describe(
      "NAT gateways. With `none`, tasks run in public subnets with a public address.",
    ),
    cidr: cidr().prefault("10.0.0.0/16").describe("The VPC's IPv4 network."),
  },
  "a mapping with zones and nat",
);

/** The longest name of a service: a target group is named after it. */
const SERVICE_NAME = limits.targetGroupName - RANDOM_SUFFIX - targetGroupLogicalName("").length;
const QUEUE_NAME = 50;

const variable = matching(/^[A-Za-z_][A-Za-z0-9_]{0,254}$/, "a name of letters, digits and underscores");

const SECRET = "the ARN of a Secrets Manager secret or of an SSM parameter";

const SECRET_ARN =
  /^arn:aws[a-z-]*:(?:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@:-]+|ssm:[a-z0-9-]+:\d{12}:parameter\/[A-Za-z0-9/_.-]+)$/;

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

const scale = section(
  {
    min: whole(0, limits.tasksPerService).describe(
      "The fewest tasks. Always written. 0 only for a service that scales on its backlog alone.",
    ),
    max: whole(1, limits.tasksPerService).describe("The most tasks. Always written."),
    on: on.describe("What moves the count between min and max: one policy for each."),
    scaleInCooldown: duration(0, 86_400, "5 minutes").prefault("5 minutes").describe("The pause after tasks were taken away."),
    scaleOutCooldown: duration(0, 86_400, "60 seconds").prefault("60 seconds").describe("The pause after tasks were added."),
  },
  "a mapping with min, max and on",
);

const http = section(
  {
    port: whole(1, 65_535).describe("The port on which the container listens."),
    healthCheck: matching(/^\/[\x21-\x7e]{0,1023}$/, 'a path that begins with "/", such as "/health"').describe(
      "Answers 200 to 299 when the task can serve.",
    ),
    path: path().prefault("/").describe("The path below which the service answers; no two services share one."),
  },
  "a mapping with port and healthCheck",
);

const service = section(
  {
    image: matching(/^[a-z0-9][a-zA-Z0-9._:/@-]{0,254}$/, 'a container image, such as "ghcr.io/example/api:1.4.2"').describe(
      "The container's image.",
    ),
    size: size()
      .prefault([...SMALLEST])
      .describe("vCPU and memory of one task."),
    architecture: oneOf(["x86_64", "arm64"]).prefault("x86_64").describe("What the image was built for."),
    http: http.optional().describe("Puts the service behind the load balancer."),
    consumes: name(QUEUE_NAME).optional().describe("The queue whose messages it works on."),
    produces: z.array(name(QUEUE_NAME), { error: "a list of queues" }).prefault([]).describe("The queues that it sends messages to."),
    scale: scale.describe("How many tasks there are."),
    environment: named(
      variable,
      z.union([z.string(), z.number(), z.boolean()], { error: "a text, a number, true or false" }).transform(String),
      "a mapping of environment variables",
    )
      .prefault({})
      .describe("Environment variables. Never a secret."),
    secrets: named(variable, matching(SECRET_ARN, SECRET), `a mapping of environment variables to ${SECRET}`)
      .prefault({})
      .describe("Environment variables whose value AWS reads from a secret when the task starts."),
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

/** Messages come back after 120 % of the longest run, and no later than SQS allows. */
const LONGEST_RUN = Math.floor(limits.visibilityTimeout / 1.2);

const queue = section(
  {
    longestRun: duration(1, LONGEST_RUN, "6 minutes").describe(
      "The longest that one message is worked on. The visibility timeout is 20 % longer.",
    ),
    maxReceives: whole(1, limits.maxReceives).prefault(5).describe("Attempts before a message goes to the dead-letter queue."),
    oldest: duration(60, 1_209_600, "30 minutes")
      .optional()
      .describe("The age of a waiting message that raises an alarm. Twice longestRun, at least 5 minutes, where absent."),
  },
  "a mapping with longestRun",
);

const logs = section({ retention: retention().prefault("30 days").describe("How long logs are kept.") }, "a mapping with retention");

const loadBalancer = section(
  {
    certificate: matching(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/, "the ARN of an ACM certificate")
      .optional()
      .describe("The certificate for HTTPS. Where absent, the load balancer speaks HTTP only."),
  },
  "a mapping with certificate",
);

/** Everything below `headroom:` in a stack's file: the one definition that validates, types and publishes. */
export const stackSchema = section(
  {
    tier,
    budget: budget.describe("What the stack may cost, and who hears of it."),
    network: network.describe("Where tasks run."),
    services: named(name(SERVICE_NAME), service, "a mapping of services by name").describe("The services: containers that scale."),
    queues: named(name(QUEUE_NAME), queue, "a mapping of queues by name")
      .prefault({})
      .describe("The queues, each with a dead-letter queue."),
    logs: logs.prefault({}).describe("Logs of tasks and of the network."),
    loadBalancer: loadBalancer.prefault({}).describe("The public load balancer; there is one when a service has `http`."),
  },
  "a mapping",
);

export type StackConfig = z.output<typeof stackSchema>;
export type ServiceConfig = StackConfig["services"][string];
export type ScaleConfig = ServiceConfig["scale"];
export type HttpConfig = NonNullable<ServiceConfig["http"]>;
export type QueueConfig = StackConfig["queues"][string];
export type NetworkConfig = StackConfig["network"];
export type BudgetConfig = StackConfig["budget"];
export type Tier = StackConfig["tier"];
