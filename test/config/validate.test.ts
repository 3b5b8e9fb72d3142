import assert from "node:assert/strict";
import { stackSchema } from "../../config/stack-schema";
import { renderProblems, validate } from "../../config";
import { edited, everyKey, leastKeys } from "./example";

const FILE = "Pulumi.prod.yaml";

/** Every sentence about the configuration that uses every key, with one value set. */
const after = (way: string, value: unknown): readonly string[] => {
  const [section = "", ...rest] = way.split(".");
  return complaints(edited(everyKey(), [`headroom:${section}`, ...rest], value));
};

const complaints = (raw: Record<string, unknown>, file = FILE): readonly string[] => {
  const result = validate(raw, file);
  return result.ok ? [] : result.problems.map((each) => each.message);
};

/** Every section, in the schema's order; `leastKeys` and `everyKey` show that these are real ones. */
function sections(): string {
  return Object.keys(stackSchema.shape)
    .map((key) => `headroom:${key}`)
    .join(", ");
}

/** One edit, and the only sentence that it must give. */
const wrong: readonly (readonly [string, unknown, string])[] = [
  ["tier", "production", 'headroom:tier is "production"; write one of dev, staging, prod'],
  ["tier", undefined, "headroom:tier is missing; write one of dev, staging, prod"],
  [
    "budget.monthly",
    "2400 USD",
    'headroom:budget.monthly is "2400 USD"; write US dollars a month: a number from 1 to 1000000000, without a currency sign',
  ],
  [
    "budget.monthly",
    "60 EUR",
    'headroom:budget.monthly is "60 EUR"; write US dollars a month, because AWS Budgets counts in no other currency: a number from 1 to 1000000000, without a currency sign',
  ],
  [
    "budget.burst",
    "€120",
    'headroom:budget.burst is "€120"; write US dollars a month, because AWS Budgets counts in no other currency: a number from 1 to 1000000000, without a currency sign',
  ],
  [
    "budget.anomaly.above",
    0,
    "headroom:budget.anomaly.above is 0; write US dollars that an anomaly costs: a number from 1 to 1000000000, without a currency sign",
  ],
  [
    "budget.anomaly.monitor",
    "arn:aws:ce::12:monitor",
    'headroom:budget.anomaly.monitor is "arn:aws:ce::12:monitor"; write the ARN of a cost anomaly monitor, which begins with arn:aws:ce::',
  ],
  ["budget.burst", 2000, "headroom:budget.burst is 2000; write at least 2400, the monthly budget"],
  ["budget.notify", [], "headroom:budget.notify is a list; write a list of at least one e-mail address"],
  ["budget.notify", ["someone"], 'headroom:budget.notify[0] is "someone"; write an e-mail address, such as platform@example.com'],
  ["budget.notify", ["a@b.com", "a@b.com"], 'headroom:budget.notify names "a@b.com" twice; write each address once'],
  ["budget", undefined, "headroom:budget is missing; write a mapping with monthly, burst and notify"],
  ["network.zones", 2.5, "headroom:network.zones is 2.5; write a whole number from 1 to 6"],
  ["network.nat", "two", 'headroom:network.nat is "two"; write one of none, single, one per zone'],
  [
    "network.cidr",
    "10.0.0.1/16",
    'headroom:network.cidr is "10.0.0.1/16"; write an IPv4 network from /16 to /22 whose address is the first of it, such as "10.0.0.0/16"',
  ],
  ["network.endpoints", ["sqs", "sqs"], 'headroom:network.endpoints is ["sqs", "sqs"]; write a list that names each service once'],
  [
    "network.endpoints",
    ["dynamo"],
    'headroom:network.endpoints[0] is "dynamo"; write one of ecr, kms, lambda, logs, monitoring, secretsmanager, sns, sqs, ssm, ssmmessages, sts, xray',
  ],
  ["audit", {}, 'headroom:audit.retention is missing; write a time of 1 to 36500 whole days, such as "365 days"'],
  ["audit.retention", "12 hours", 'headroom:audit.retention is "12 hours"; write a time of 1 to 36500 whole days, such as "365 days"'],
  ["services.api.scale.max", 1, "headroom:services.api.scale.max is 1; write at least 2, which is min"],
  ["services.api.scale.max", 5001, "headroom:services.api.scale.max is 5001; write a whole number from 1 to 5000"],
  ["services.api.scale.min", -1, "headroom:services.api.scale.min is -1; write a whole number from 0 to 5000"],
  ["services.api.scale.min", "2", 'headroom:services.api.scale.min is "2"; write a whole number from 0 to 5000, without quotes'],
  ["services.api.scale.min", undefined, "headroom:services.api.scale.min is missing; write a whole number from 0 to 5000"],
  [
    "services.api.scale.min",
    0,
    "headroom:services.api.scale.min is 0; write at least 1, because only a service that scales on a queue alone can start from none",
  ],
  ["services.api.scale.maximum", 3, 'headroom:services.api.scale.maximum is not known; did you mean "max"?'],
  [
    "services.api.scale.on.latency",
    "200 ms",
    "headroom:services.api.scale.on.latency is not known; known here: cpu, memory, requestsPerTask, backlogPerTask",
  ],
  ["services.api.scale.on.cpu", 70, 'headroom:services.api.scale.on.cpu is 70; write a percentage from 1% to 100%, such as "70%"'],
  ["services.api.scale.on.cpu", "170%", 'headroom:services.api.scale.on.cpu is "170%"; write a percentage from 1% to 100%, such as "70%"'],
  [
    "services.api.scale.on.backlogPerTask",
    10,
    "headroom:services.api.scale.on.backlogPerTask needs consumes of the same service, which is missing",
  ],
  [
    "services.api.scale.on",
    {},
    "headroom:services.api.scale.on is empty; write one or more of cpu, memory, requestsPerTask and backlogPerTask, or steps beside it",
  ],
  [
    "services.worker.scale.scaleInCooldown",
    "5 parsecs",
    'headroom:services.worker.scale.scaleInCooldown is "5 parsecs"; write a time of 0 to 86400 whole seconds, such as "5 minutes" (ms, seconds, minutes, hours or days)',
  ],
  [
    "services.worker.scale.scaleInCooldown",
    300,
    'headroom:services.worker.scale.scaleInCooldown is 300; write a time of 0 to 86400 whole seconds, such as "5 minutes" (ms, seconds, minutes, hours or days)',
  ],
  [
    "services.worker.scale.scaleInCooldown",
    "200 ms",
    'headroom:services.worker.scale.scaleInCooldown is "200 ms"; write a time of 0 to 86400 whole seconds, such as "5 minutes" (ms, seconds, minutes, hours or days)',
  ],
  ["services.worker.consumes", "job", 'headroom:services.worker.consumes is "job", which is not in headroom:queues; did you mean "jobs"?'],
  [
    "services.api.produces",
    ["mails"],
    'headroom:services.api.produces[0] is "mails", which is not in headroom:queues; known queues: jobs, orders, uploads',
  ],
  ["services.api.consumes", "jobs", 'headroom:services.worker.consumes is "jobs", which "api" consumes already; write a queue of its own'],
  [
    "services.api.size",
    ["0.5 vCPU", "8 GiB"],
    'headroom:services.api.size is ["0.5 vCPU", "8 GiB"]; write a size that Fargate offers: with 0.5 vCPU, a memory of 1 GiB to 4 GiB in steps of 1 GiB',
  ],
  [
    "services.api.size",
    ["0.25 vCPU", "4 GiB"],
    'headroom:services.api.size is ["0.25 vCPU", "4 GiB"]; write a size that Fargate offers: with 0.25 vCPU, a memory of 0.5 GiB, 1 GiB or 2 GiB',
  ],
  ...["nginx", "nginx:1.27", "example/api:1", "ghcr.io/example/api", "ghcr.io/example/api:", "ghcr.io/api@sha256:12"].map(
    (image) =>
      [
        "services.api.image",
        image,
        `headroom:services.api.image is "${image}"; write a container image with its registry and its tag or digest, such as "ghcr.io/example/api:1.4.2"`,
      ] as const,
  ),
  [
    "services.api.size",
    ["1 vCPU"],
    'headroom:services.api.size is ["1 vCPU"]; write a size of vCPU and memory, such as ["0.5 vCPU", "1 GiB"]',
  ],
  ["services.api.size", "large", 'headroom:services.api.size is "large"; write a size of vCPU and memory, such as ["0.5 vCPU", "1 GiB"]'],
  ["services.api.size", ["512", "1 GiB"], 'headroom:services.api.size[0] is "512"; write a vCPU, such as "0.5 vCPU"'],
  [
    "services.worker.slo",
    { p95: "200 ms" },
    "headroom:services.worker.slo needs http of the same service, which is missing: requests are counted by the load balancer",
  ],
  ["services.api.slo", {}, "headroom:services.api.slo says nothing; write one or more of p95, errors and availability"],
  [
    "services.api.slo.p95",
    "0.5 ms",
    'headroom:services.api.slo.p95 is "0.5 ms"; write a time of 1 ms to 60 seconds in whole milliseconds, such as "200 ms"',
  ],
  ["services.api.slo.errors", "0%", 'headroom:services.api.slo.errors is "0%"; write a percentage from 0.01% to 100%, such as "1%"'],
  [
    "services.api.slo.availability",
    "90%",
    'headroom:services.api.slo.availability is "90%"; write a percentage from 94% to 99.99%, such as "99.9%"',
  ],
  ["services.api.http.port", 0, "headroom:services.api.http.port is 0; write a whole number from 1 to 65535"],
  [
    "services.api.http.healthCheck",
    "health",
    'headroom:services.api.http.healthCheck is "health"; write a path that begins with "/", such as "/health"',
  ],
  ["services.api.spot", "12.5%", 'headroom:services.api.spot is "12.5%"; write a share from 0% to 100% in whole percent, such as "50%"'],
  ["services.api.environment.TOKEN", "x", "headroom:services.api.secrets.TOKEN is in environment too; write it in one of them"],
  [
    "services.api.environment.QUEUE_URL_JOBS",
    "x",
    "headroom:services.api.environment.QUEUE_URL_JOBS is set from the service's queue; choose another name",
  ],
  [
    "services.api.secrets.TOKEN",
    "hunter2",
    "headroom:services.api.secrets.TOKEN is something else, which is not shown because it may be a secret; write the ARN of a Secrets Manager secret or of an SSM parameter",
  ],
  [
    "services.api.image",
    { secure: "AAABBB" },
    "headroom:services.api.image is a secret; write it in plain text. What must stay secret belongs into Secrets Manager, and its ARN into the service's secrets",
  ],
  [
    "services.Api",
    leastKeys()["headroom:services"].api,
    "headroom:services.Api is not a name that can be used; write a name of 1 to 21 small letters, digits and hyphens that begins with a letter and does not end with a hyphen",
  ],
  [
    "queues.jobs.longestRun",
    "11 hours",
    'headroom:queues.jobs.longestRun is "11 hours"; write a time of 1 to 36000 whole seconds, such as "6 minutes" (ms, seconds, minutes, hours or days)',
  ],
  [
    "queues.jobs-dead-letter",
    { longestRun: "1 minute" },
    'headroom:queues.jobs-dead-letter is the name of the dead-letter queue of "jobs"; write another name',
  ],
  [
    "queues.jobs.oldest",
    "14 days",
    'headroom:queues.jobs.oldest is "14 days", and no message waits so long; write less than 1209600 seconds, the retention',
  ],
  [
    "queues.orders.retention",
    "5 minutes",
    'headroom:queues.orders.retention is "5 minutes"; write more than 300 seconds, the age that raises an alarm, or a smaller oldest',
  ],
  [
    "queues.jobs.retention",
    "15 days",
    'headroom:queues.jobs.retention is "15 days"; write a time of 60 to 1209600 whole seconds, such as "4 days" (ms, seconds, minutes, hours or days)',
  ],
  ["queues.orders.fifo.throughput", "max", 'headroom:queues.orders.fifo.throughput is "max"; write one of normal, high'],
  [
    "queues.orders.fifo",
    true,
    "headroom:queues.orders.fifo is true; write a mapping with throughput and deduplication, or an empty one: {}",
  ],
  ["queues.jobs.depth", 0, "headroom:queues.jobs.depth is 0; write a whole number from 1 to 1000000000"],
  ["queues.jobs.maxReceives", 1001, "headroom:queues.jobs.maxReceives is 1001; write a whole number from 1 to 1000"],
  [
    "logs.retention",
    "31 days",
    'headroom:logs.retention is "31 days"; write a time that CloudWatch can keep logs: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days',
  ],
  ["widgets", { checkout: { reserved: 50 } }, `headroom:widgets is not known; known here: ${sections()}`],
  ["service", {}, 'headroom:service is not known; did you mean "headroom:services"?'],
];

describe("config/validate", () => {
  for (const [way, value, sentence] of wrong) {
    it(`refuses ${way} = ${JSON.stringify(value)}`, () => assert.deepEqual(after(way, value), [sentence]));
  }

  describe("keys of other namespaces", () => {
    const foreign: readonly (readonly [string, unknown, readonly string[]])[] = [
      ["headrom:logs", { retention: "30 days" }, ['headrom:logs is not known; did you mean "headroom:logs"?']],
      ["Headroom:logs", {}, ['Headroom:logs is not known; did you mean "headroom:logs"?']],
      ["aws:regoin", "us-east-1", ['aws:regoin is not known; did you mean "aws:region"?']],
      ["aws:region", "us-esat-1", ['aws:region is "us-esat-1"; write an AWS region, such as "us-east-1"']],
      ["aws:region", "us-gov-west-1", []],
      ["aws:region", "ap-southeast-9", []],
      ["aws:region", { secure: "v1:abc" }, []],
      ["aws:profile", "shop", []],
      ["aws:somethingNew", true, []],
      ["kubernetes:context", "shop", []],
      ["plain", 1, []],
    ];
    for (const [key, value, sentences] of foreign) {
      it(`${key} = ${JSON.stringify(value)}: ${sentences.length === 0 ? "theirs" : "a slip"}`, () =>
        assert.deepEqual(complaints({ ...everyKey(), [key]: value }), sentences));
    }
  });

  it("takes images with a registry, and a tag or a digest", () => {
    const digest = `@sha256:${"0a".repeat(32)}`;
    for (const image of [
      "ghcr.io/example/api:1.4.2",
      "public.ecr.aws/nginx/nginx:1.27",
      `ghcr.io/a/b${digest}`,
      `ghcr.io/a/b:1${digest}`,
      "r.example.com:5000/a__b:x",
    ])
      assert.deepEqual(after("services.api.image", image), []);
  });

  it("takes every key, in branded units and with defaults where nothing is written", () => {
    const every = validate(everyKey(), FILE);
    assert.ok(every.ok);
    assert.deepEqual(every.config.services.api?.scale, {
      min: 2,
      max: 10,
      floors: {},
      on: { cpu: 70, memory: 80, requestsPerTask: 1000 },
      resolution: "60 seconds",
      scaleInCooldown: 300,
      scaleOutCooldown: 60,
      schedule: [],
    });
    const least = validate(leastKeys(), FILE);
    assert.deepEqual(least, {
      ok: true,
      config: {
        tier: "dev",
        budget: { monthly: 100, burst: 200, notify: ["platform@example.com"], scope: "account" },
        account: { concurrency: 1000, apiRate: 10_000 },
        traffic: "normal",
        network: { zones: 2, nat: "none", endpoints: [], cidr: "10.0.0.0/16" },
        services: {
          api: {
            image: "ghcr.io/example/api:1.4.2",
            size: { cpu: 256, memory: 512 },
            sizes: {},
            architecture: "x86_64",
            produces: [],
            connects: {},
            scale: {
              min: 1,
              max: 4,
              floors: {},
              on: { cpu: 70 },
              resolution: "60 seconds",
              scaleInCooldown: 300,
              scaleOutCooldown: 60,
              schedule: [],
            },
            environment: {},
            secrets: {},
            startup: 60,
            deployment: { minimumHealthy: 100, maximum: 200, alarms: true },
            onDemandBase: 1,
            spot: 0,
          },
        },
        functions: {},
        gateways: {},
        queues: {},
        databases: {},
        dashboards: [],
        caches: {},
        brokers: {},
        logs: { retention: 30 },
        loadBalancer: { from: "internet", accessLogs: true, idleTimeout: 60, desync: "defensive" },
      },
    });
  });

  it("gives named things in the order of their names, whatever the file's", () => {
    const { api, worker } = everyKey()["headroom:services"];
    const swapped = edited(everyKey(), ["headroom:services"], { worker, api: { ...api, environment: { B: 1, A: 2 } } });
    const result = validate(swapped, FILE);
    assert.ok(result.ok);
    assert.deepEqual(Object.keys(result.config.services), ["api", "worker"]);
    assert.deepEqual(Object.entries(result.config.services.api?.environment ?? {}), [
      ["A", "2"],
      ["B", "1"],
    ]);
  });

  it("leaves what is valid but unsafe to the policy pack", () => {
    assert.deepEqual(after("services.worker.scale.scaleInCooldown", "2 minutes"), []);
    assert.deepEqual(after("services.api.scale.max", 2), []);
  });

  it("takes structured values as the engine hands them over, as JSON", () => {
    const flat = Object.fromEntries(
      Object.entries(everyKey()).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
    );
    assert.deepEqual(validate(flat, FILE), validate(everyKey(), FILE));
    assert.deepEqual(complaints({ ...flat, "headroom:logs": "{ not JSON" }), [
      "headroom:logs is a text that is not JSON; write a mapping with retention",
    ]);
  });

  it("does not look at other namespaces", () => {
    assert.deepEqual(complaints({ ...everyKey(), "aws:region": 7, "other:tier": { secure: "x" } }), []);
  });

  it("reports everything at once, once each, by file", () => {
    const raw = edited(
      edited(edited(everyKey(), ["headroom:tier"], "x"), ["headroom:services", "api", "scale", "maximum"], 1),
      ["headroom:services", "api", "scale", "max"],
      1,
    );
    const result = validate(raw, FILE);
    assert.ok(!result.ok);
    assert.equal(
      renderProblems(result.problems),
      [
        "Pulumi.prod.yaml: 3 problems",
        '  headroom:tier is "x"; write one of dev, staging, prod',
        '  headroom:services.api.scale.maximum is not known; did you mean "max"?',
        "  headroom:services.api.scale.max is 1; write at least 2, which is min",
      ].join("\n"),
    );
  });

  it("says where, in segments that a YAML reader can follow", () => {
    const result = validate(edited(everyKey(), ["headroom:services", "api", "size"], ["512", "1 GiB"]), FILE);
    assert.ok(!result.ok);
    assert.deepEqual(result.problems[0]?.segments, ["headroom:services", "api", "size", 0]);
  });

  it("never shows what a secret holds, nor complains about what is around it", () => {
    const raw = edited(everyKey(), ["headroom:services", "api", "environment"], { A: { secure: "s3cr3t" }, "B C": 1 });
    const report = complaints(raw).join("\n");
    assert.ok(!report.includes("s3cr3t"));
    assert.match(report, /^headroom:services\.api\.environment\.A is a secret/);
  });

  it("checks names as they will be composed", () => {
    const long = "j".repeat(50);
    const raw = edited(leastKeys(), ["headroom:queues"], { [long]: { longestRun: "1 minute" } });
    assert.deepEqual(complaints(raw, `Pulumi.${"s".repeat(20)}.yaml`), [
      `headroom:queues.${long} makes the queue name "headroom-${"s".repeat(20)}-${long}-dead-letter" of 92 characters, and AWS allows 80; shorten it, the project or the stack`,
    ]);
    assert.deepEqual(complaints(raw, "Pulumi.dev.yaml"), []);
    const fifo = edited(raw, ["headroom:queues", long, "fifo"], {});
    assert.deepEqual(complaints(fifo, "Pulumi.staging.yaml"), [
      `headroom:queues.${long} makes the queue name "headroom-staging-${long}-dead-letter.fifo" of 84 characters, and AWS allows 80; shorten it, the project or the stack`,
    ]);
  });

  it("does not lose a key that JavaScript treats in its own way", () => {
    const environment: unknown = JSON.parse('{ "__proto__": "x" }');
    assert.deepEqual(after("services.api.environment", environment), [
      "headroom:services.api.environment.__proto__ is not a name that can be used",
    ]);
  });

  it("wants two services to be told apart by the load balancer", () => {
    const http = { port: 80, healthCheck: "/", path: "/orders" };
    assert.deepEqual(after("services.worker.http", http), [
      "headroom:services.worker.scale.min is 0; write at least 1, because only a service that scales on a queue alone can start from none",
      'headroom:services.worker.http.path is "/orders", which is the path of "api"; write another path',
    ]);
  });
});
