import { z } from "zod";
import { limits } from "../limits";
import { matching, minutes, oneOf, whole } from "../values";
import { endpointName } from "./names";
import { named, section } from "./section";

const NUMBER = "a number from 0 to 1000000000";
const threshold = () => z.number({ error: NUMBER }).min(0, { error: NUMBER }).max(1_000_000_000, { error: NUMBER });

/** A queue or a virtual host of RabbitMQ: Amazon MQ publishes nothing about names with blanks or with letters beyond ASCII. */
const rabbitName = (what: string) => matching(/^[\x21-\x7e]{1,255}$/, `${what} of 1 to 255 characters of ASCII without blanks`);

const METRIC = 'a name of CloudWatch\'s, such as "AWS/Kafka"';
const metricName = matching(/^[\x20-\x7e]{1,255}$/, METRIC);

const source = section(
  {
    broker: endpointName().optional().describe("A RabbitMQ broker of `headroom:brokers`: its messages that wait to be delivered."),
    queue: rabbitName("a queue").optional().describe("One queue of the broker; all of them where absent. Needs RabbitMQ 3."),
    virtualHost: rabbitName("a virtual host").optional().describe("Where the broker has the queue; `/` where absent."),
    namespace: metricName.optional().describe("The namespace of any metric of CloudWatch."),
    metric: metricName.optional().describe("The metric of that namespace."),
    dimensions: named(
      metricName,
      matching(/^[\x20-\x7e]{1,1024}$/, "a text of 1 to 1024 characters of ASCII"),
      "a mapping of dimensions to their values",
    )
      .prefault({})
      .describe("The dimensions of that metric, all of them."),
    statistic: oneOf(["Average", "Maximum", "Minimum", "Sum"]).prefault("Average").describe("What a minute of the metric counts as."),
  },
  "a mapping with broker, or with namespace and metric",
);

const step = section(
  {
    from: threshold().describe("The step counts from this value on, up to where the next one begins; the last has no end."),
    add: whole(1, limits.tasksPerService).describe("Tasks that it adds."),
  },
  "a mapping with from and add",
);

const LIST = `a list of 1 to ${limits.stepAdjustments} steps, such as [{ from: 50, add: 1 }]`;

/** Steps by which tasks are added and taken away, as far as something outside of the tasks grows: a queue above all. */
export const steps = section(
  {
    on: source.optional().describe("What is looked at, every minute. The messages that wait in the queue that it `consumes` where absent."),
    out: z
      .array(step, { error: LIST })
      .min(1, { error: LIST })
      .max(limits.stepAdjustments, { error: LIST })
      .describe("Steps that add tasks, the lowest first. They are taken again after `scaleOutCooldown` while the value stays above."),
    in: section(
      {
        below: threshold().describe("Tasks are taken away while the value is below this one."),
        for: minutes(1, 1_440, "5 minutes").describe("How long it must have been below."),
        remove: whole(1, limits.tasksPerService).describe("Tasks that are taken away, and again after every `scaleInCooldown`."),
      },
      "a mapping with below, for and remove",
    ).describe(
      "The step that takes tasks away. With steps nothing else does: the metrics of `on` add tasks only, and forbid a step back that would bring one of them above its target.",
    ),
  },
  "a mapping with out and in",
);
