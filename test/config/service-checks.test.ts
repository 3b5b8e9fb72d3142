import assert from "node:assert/strict";
import { validate } from "../../config";
import { edited, everyKey } from "./example";

/** Every sentence about one service that replaces `stream` in the configuration that uses every key, after the way to it. */
const about = (service: Record<string, unknown>): readonly string[] => {
  const result = validate(
    edited(everyKey(), ["headroom:services", "stream"], { image: "ghcr.io/example/stream:1.4.2", ...service }),
    "Pulumi.prod.yaml",
  );
  return result.ok ? [] : result.problems.map((each) => each.message.replace("headroom:services.stream.", ""));
};

const scaled = (scale: Record<string, unknown>, service: Record<string, unknown> = {}): readonly string[] =>
  about({ scale: { min: 1, max: 10, ...scale }, ...service });

const lag = { namespace: "Shop", metric: "Lag" };
const out = [
  { from: 50, add: 1 },
  { from: 100, add: 2 },
];
const back = { below: 10, for: "5 minutes", remove: 1 };
const stepped = (steps: Record<string, unknown>, service: Record<string, unknown> = {}): readonly string[] =>
  scaled({ steps: { on: lag, out, in: back, ...steps } }, service);

describe("config: a service's container and deployment", () => {
  const deployed = (deployment: Record<string, unknown>, min = 1, schedule: readonly unknown[] = []) =>
    about({ scale: { min, max: 10, on: { cpu: "70%" }, schedule }, deployment });

  it("takes what ECS takes", () => {
    assert.deepEqual(
      about({ scale: { min: 1, max: 2, on: { cpu: "70%" } }, openFiles: 1_048_576, onDemandBase: 100_000, spot: "100%" }),
      [],
    );
    assert.deepEqual(about({ scale: { min: 1, max: 2, on: { cpu: "70%" } }, onDemandBase: 0 }), []);
  });

  it("refuses what ECS refuses", () => {
    const scale = { min: 1, max: 2, on: { cpu: "70%" } };
    assert.deepEqual(about({ scale, openFiles: 1_048_577 }), ["openFiles is 1048577; write a whole number from 1024 to 1048576"]);
    assert.deepEqual(about({ scale, onDemandBase: 100_001 }), ["onDemandBase is 100001; write a whole number from 0 to 100000"]);
    assert.deepEqual(deployed({ minimumHealthy: "33.5%" }), [
      'deployment.minimumHealthy is "33.5%"; write a whole percentage from 0% to 100%, such as "100%"',
    ]);
    assert.deepEqual(deployed({ maximum: "90%" }), [
      'deployment.maximum is "90%"; write a whole percentage from 100% to 200%, such as "200%"',
    ]);
    assert.deepEqual(deployed({ alarms: "yes" }), ['deployment.alarms is "yes"; write true or false']);
  });

  const stuck = (tasks: string, most: number, least: number) => [
    `deployment.maximum lets a deployment of ${tasks} neither start a new task nor stop an old one; write a maximum of at least ${most}% or a minimumHealthy of at most ${least}%`,
  ];

  it("wants a deployment to get on at the fewest tasks that there may be", () => {
    assert.deepEqual(deployed({ maximum: "100%" }, 4), stuck("4 tasks", 125, 75));
    // With 1 task: floor(1.5) = 1 may run, ceil(0.5) = 1 must.
    assert.deepEqual(deployed({ minimumHealthy: "50%", maximum: "150%" }, 1), stuck("1 task", 200, 0));
    // With 3: floor(3.99) = 3 may run, ceil(2.01) = 3 must.
    assert.deepEqual(deployed({ minimumHealthy: "67%", maximum: "133%" }, 3), stuck("3 tasks", 134, 66));
  });

  it("takes what the sentence asks for", () => {
    assert.deepEqual(deployed({ maximum: "125%" }, 4), []);
    assert.deepEqual(deployed({ minimumHealthy: "75%", maximum: "100%" }, 4), []);
    assert.deepEqual(deployed({ maximum: "134%" }, 3), []);
    assert.deepEqual(deployed({ minimumHealthy: "66%", maximum: "100%" }, 3), []);
    assert.deepEqual(deployed({ minimumHealthy: "0%", maximum: "100%" }, 1), []);
  });

  it("counts the fewest tasks with the clock's limits", () => {
    const night = [{ at: "20:00", timezone: "UTC", min: 1 }];
    assert.deepEqual(deployed({ maximum: "150%" }, 2), []);
    assert.deepEqual(deployed({ maximum: "150%" }, 2, night), stuck("1 task", 200, 0));
  });
});

describe("config: a service's steps", () => {
  it("takes steps on a metric, on the consumed queue, and on a broker", () => {
    assert.deepEqual(stepped({}), []);
    assert.deepEqual(scaled({ steps: { out, in: back } }, { consumes: "orders" }), []);
    assert.deepEqual(scaled({ on: {}, steps: { out, in: back } }, { consumes: "orders" }), []);
    assert.deepEqual(stepped({ on: { broker: "events" } }), []);
    assert.deepEqual(stepped({ on: { broker: "events", queue: "jobs", virtualHost: "/shop" } }), []);
  });

  const wrong: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
    [
      "a step that begins where the one before does",
      { out: [...out, { from: 100, add: 3 }] },
      ["scale.steps.out[2].from is 100; write more than 100, where the step before begins"],
    ],
    [
      "a higher step that adds fewer tasks",
      { out: [...out, { from: 200, add: 1 }] },
      ["scale.steps.out[2].add is 1; write at least 2, as a higher step adds no fewer tasks"],
    ],
    ["no step", { out: [] }, ["scale.steps.out is a list; write a list of 1 to 20 steps, such as [{ from: 50, add: 1 }]"]],
    [
      "more steps than a policy may have",
      { out: Array.from({ length: 21 }, (_, i) => ({ from: 50 + i, add: 1 })) },
      ["scale.steps.out is a list; write a list of 1 to 20 steps, such as [{ from: 50, add: 1 }]"],
    ],
    ["a step of no task", { out: [{ from: 50, add: 0 }] }, ["scale.steps.out[0].add is 0; write a whole number from 1 to 5000"]],
    [
      "nothing between adding and taking away",
      { in: { ...back, below: 50 } },
      ["scale.steps.in.below is 50; write less than 50, from which on tasks are added"],
    ],
    [
      "a while of no whole minutes",
      { in: { ...back, for: "90 seconds" } },
      ['scale.steps.in.for is "90 seconds"; write a time of 1 to 1440 whole minutes, such as "5 minutes"'],
    ],
    [
      "a while of nothing",
      { in: { ...back, for: "0 minutes" } },
      ['scale.steps.in.for is "0 minutes"; write a time of 1 to 1440 whole minutes, such as "5 minutes"'],
    ],
    ["no way back", { in: undefined }, ["scale.steps.in is missing; write a mapping with below, for and remove"]],
    ["no source", { on: undefined }, ["scale.steps.on is missing; write what to look at, because the service consumes no queue"]],
    ["an empty source", { on: {} }, ["scale.steps.on is empty; write broker, or namespace and metric"]],
    [
      "two sources",
      { on: { ...lag, broker: "events" } },
      ["scale.steps.on is a queue and a metric; write broker, or namespace and metric"],
    ],
    ["half a metric", { on: { namespace: "Shop" } }, ["scale.steps.on.metric is missing; write namespace and metric"]],
    ["a queue of nowhere", { on: { queue: "jobs" } }, ["scale.steps.on.broker is missing; write the broker that has the queue"]],
    [
      "a queue that Amazon MQ says nothing about",
      { on: { broker: "events", queue: "my jobs" } },
      ['scale.steps.on.queue is "my jobs"; write a queue of 1 to 255 characters of ASCII without blanks'],
    ],
    [
      "a broker that is not there",
      { on: { broker: "event" } },
      ['scale.steps.on.broker is "event", which is no RabbitMQ broker; did you mean "events"?'],
    ],
    ["a broker without queues", { on: { broker: "bus" } }, ['scale.steps.on.broker is "bus", which is no RabbitMQ broker; known: events']],
    [
      "a virtual host without its queue",
      { on: { broker: "events", virtualHost: "/shop" } },
      ["scale.steps.on.virtualHost is of no use without queue; remove it"],
    ],
  ];
  for (const [what, steps, sentences] of wrong) it(`refuses ${what}`, () => assert.deepEqual(stepped(steps), sentences));

  it("refuses to look at one queue of a RabbitMQ that CloudWatch knows as a whole only", () => {
    const rabbit4 = edited(
      edited(
        edited(everyKey(), ["headroom:brokers", "events", "version"], "4.2"),
        ["headroom:brokers", "events", "instance"],
        "mq.m7g.large",
      ),
      ["headroom:services", "stream", "scale", "steps", "on"],
      { broker: "events", queue: "jobs" },
    );
    const result = validate(rabbit4, "Pulumi.prod.yaml");
    assert.deepEqual(result.ok ? [] : result.problems.map((each) => each.message), [
      "headroom:services.stream.scale.steps.on.queue cannot be looked at by itself, because CloudWatch has no metrics of single queues from RabbitMQ 4 on; remove it",
    ]);
    assert.deepEqual(
      validate(edited(rabbit4, ["headroom:services", "stream", "scale", "steps", "on", "queue"], undefined), "Pulumi.prod.yaml").ok,
      true,
    );
  });

  it("refuses two policies on one queue", () => {
    assert.deepEqual(scaled({ on: { backlogPerTask: 10 }, steps: { out, in: back } }, { consumes: "orders" }), [
      "scale.steps follow a queue, as backlogPerTask does; write one of the two",
    ]);
  });

  it("wants something that moves the count", () => {
    const choice = "write one or more of cpu, memory, requestsPerTask and backlogPerTask, or steps beside it";
    assert.deepEqual(scaled({}), [`scale.on is missing; ${choice}`]);
    assert.deepEqual(scaled({ on: {} }), [`scale.on is empty; ${choice}`]);
  });

  it("lets a service start from none only where a queue alone moves it", () => {
    const none = ["scale.min is 0; write at least 1, because only a service that scales on a queue alone can start from none"];
    assert.deepEqual(scaled({ min: 0, steps: { out, in: back } }, { consumes: "orders" }), []);
    assert.deepEqual(scaled({ min: 0, steps: { on: lag, out, in: back } }), none);
    assert.deepEqual(scaled({ min: 0, on: { cpu: "70%" }, steps: { out, in: back } }, { consumes: "orders" }), none);
  });
});

describe("config: a service's schedule", () => {
  const at = (schedule: readonly Record<string, unknown>[], on: Record<string, unknown> = { cpu: "70%" }, service = {}) =>
    scaled({ on, schedule: schedule.map((entry) => ({ at: "08:00", timezone: "UTC", ...entry })) }, service);

  it("takes limits that the other entries make room for", () => {
    assert.deepEqual(at([{ min: 20, max: 40 }, { min: 15 }, { max: 5 }]), []);
    assert.deepEqual(at([{ min: 10 }, { max: 1 }]), []);
  });

  it("refuses a limit that crosses whatever the other one can be", () => {
    assert.deepEqual(at([{ min: 11 }]), ["scale.schedule[0].min is 11; write at most 10, the highest max, or a max with it"]);
    assert.deepEqual(at([{ min: 41 }, { min: 20, max: 40 }]), [
      "scale.schedule[0].min is 41; write at most 40, the highest max, or a max with it",
    ]);
    assert.deepEqual(at([{ max: 0 }]), ["scale.schedule[0].max is 0; write at least 1, the lowest min, or a min with it"]);
  });

  it("lets the clock leave a service without tasks only where a queue starts it again", () => {
    assert.deepEqual(at([{ min: 0 }]), [
      "scale.schedule[0].min is 0; write at least 1, because only a service that scales on a queue alone can start from none",
    ]);
    assert.deepEqual(at([{ min: 0 }], { backlogPerTask: 10 }, { consumes: "orders" }), []);
  });

  it("says nothing about limits that are not there", () => {
    assert.deepEqual(about({ scale: { on: { cpu: "70%" }, schedule: [{ at: "08:00", timezone: "UTC", min: 3 }] } }), [
      "scale.min is missing; write a whole number from 0 to 5000",
      "scale.max is missing; write a whole number from 1 to 5000",
    ]);
  });
});

describe("config: how often a service is measured", () => {
  it("is for CPU and memory", () => {
    assert.deepEqual(scaled({ on: { memory: "70%" }, resolution: "20 seconds" }), []);
    assert.deepEqual(scaled({ on: { backlogPerTask: 10 }, resolution: "20 seconds" }, { consumes: "orders" }), [
      'scale.resolution is "20 seconds", which is for cpu and memory, and neither moves this service; remove it',
    ]);
    assert.deepEqual(scaled({ on: { cpu: "70%" }, resolution: "10 seconds" }), [
      'scale.resolution is "10 seconds"; write one of 60 seconds, 20 seconds',
    ]);
  });
});
