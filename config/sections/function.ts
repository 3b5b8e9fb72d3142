import { z } from "zod";
import { runtimes } from "../lambda-runtimes";
import { limits } from "../limits";
import { duration, keyOf, matching, memory, oneOf, percent, whole } from "../values";
import { connects } from "./connects";
import { queueName } from "./names";
import { schedule } from "./schedule";
import { slo } from "./slo";
import { section } from "./section";
import { environment, secrets } from "./variables";

/** Lambda's own pattern; a name of one letter is refused. */
const variable = matching(/^[A-Za-z][A-Za-z0-9_]{1,254}$/, "a name of 2 or more letters, digits and underscores that begins with a letter");

/** A folder inside the repository; what is above it is not deployed. */
const FOLDER = /^\.\/(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*)(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/;

/** `GET /orders/{id}`; a greedy variable, `{rest+}`, only at the end. `$default` takes what no other route does. */
const ROUTE =
  /^(?:\$default|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) \/(?:(?:[A-Za-z0-9_.~-]+|\{[A-Za-z0-9_]+\})(?:\/(?:[A-Za-z0-9_.~-]+|\{[A-Za-z0-9_]+\}))*(?:\/\{[A-Za-z0-9_]+\+\})?|\{[A-Za-z0-9_]+\+\})?)$/;

const { least, most } = limits.queueConcurrency;

const consumes = section(
  {
    queue: queueName().describe("The queue."),
    batch: whole(1, limits.batch.standard)
      .prefault(10)
      .describe("The most messages in one call. More than 10 need a `window`; a FIFO queue gives at most 10."),
    window: duration(0, limits.batchWindow, "5 seconds")
      .prefault("0 seconds")
      .describe("How long messages are gathered before the call. Not for a FIFO queue."),
    maxConcurrency: whole(least, most).describe(
      "The most calls at once that the queue may cause. Always written: without it, a full queue takes what other functions need.",
    ),
  },
  "a mapping with queue and maxConcurrency",
);

const provisioned = section(
  {
    min: whole(0, limits.concurrency).describe("The fewest environments kept ready. Always written. 0 needs a schedule that raises it."),
    max: whole(0, limits.concurrency).describe("The most environments kept ready. Always written. 0 provisions nothing."),
    target: percent(10, 90, "70%")
      .prefault("70%")
      .describe("The share of them that should be busy: above it more are made ready, and well below it some are let go."),
    scaleInCooldown: duration(0, 86_400, "5 minutes").prefault("5 minutes").describe("The pause after environments were let go."),
    scaleOutCooldown: duration(0, 86_400, "60 seconds").prefault("60 seconds").describe("The pause after environments were added."),
    schedule: schedule(limits.concurrency),
  },
  "a mapping with min and max",
);

export const fn = section(
  {
    code: matching(FOLDER, 'a folder of this repository, such as "./functions/checkout"').describe(
      "The folder with the code. All of it is deployed.",
    ),
    runtime: keyOf(runtimes).describe("The language and its version."),
    handler: matching(/^[^\s]{1,128}$/, 'a handler, such as "index.handler"').describe(
      "What is called: for most runtimes the file and the function in it.",
    ),
    memory: memory(limits.functionMemory.least, limits.functionMemory.most, "512 MiB")
      .prefault("256 MiB")
      .describe("Memory of one environment; CPU grows with it."),
    timeout: duration(1, limits.functionTimeout, "10 seconds").describe(
      "The longest that one call may take. At most 30 seconds behind a `route`.",
    ),
    architecture: oneOf(["x86_64", "arm64"]).prefault("x86_64").describe("What the code was built for."),
    route: matching(ROUTE, 'a method and a path, such as "POST /checkout" or "GET /orders/{id}", or "$default"')
      .optional()
      .describe("Puts the function behind the HTTP API: a method and a path. `ANY` is every method, `$default` all that no route takes."),
    consumes: consumes
      .optional()
      .describe(
        "The queue whose messages it works on; only one function or service may do so. It may answer with `batchItemFailures`, and gets only those again.",
      ),
    produces: z.array(queueName(), { error: "a list of queues" }).prefault([]).describe("The queues that it sends messages to."),
    connects: connects.describe(
      "Databases, caches and brokers that it connects to. They put the function into the VPC, where without a NAT gateway it reaches AWS only through `network.endpoints`.",
    ),
    environment: environment(variable).describe("Environment variables, at most 4 KB together. Never a secret."),
    secrets: secrets(variable).describe(
      "Secrets that it may read: `TOKEN` gives it the ARN in TOKEN_SECRET_ARN. The value is in no variable; the code reads it.",
    ),
    onFailure: queueName()
      .optional()
      .describe("The queue for asynchronous calls that failed for good. A queue of the function's own, with an alarm, where absent."),
    slo: slo.optional().describe("What it promises; each promise has an alarm."),
    retries: whole(0, limits.asyncRetries).prefault(2).describe("Further attempts at an asynchronous call that failed."),
    maxAge: duration(60, limits.asyncAge, "6 hours").prefault("6 hours").describe("How long an asynchronous call may wait for its turn."),
    reserved: whole(0, limits.concurrency)
      .optional()
      .describe("Calls at once that are kept for this function, and its limit. 0 stops it. Shares in what is left where absent."),
    provisioned: provisioned
      .optional()
      .describe("Environments kept ready on the alias `live`, so that no call waits for a start. None where absent."),
  },
  "a mapping with code, runtime, handler and timeout",
);
