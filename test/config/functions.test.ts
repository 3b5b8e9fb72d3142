import assert from "node:assert/strict";
import fc from "fast-check";
import { queueTimes, validate } from "../../config";
import { reservedVariables, runtimes } from "../../config/lambda-runtimes";
import { complaintsAfter } from "./complaints";
import { edited, everyKey, leastKeys } from "./example";

const FOLDER = 'a folder of this repository, such as "./functions/checkout"';
const ROUTE = 'a method and a path, such as "POST /checkout" or "GET /orders/{id}", or "$default"';
const RUNTIMES = `one of ${Object.keys(runtimes).join(", ")}`;
const AT_0 =
  "is 0, and an alias without provisioned concurrency has no utilization that could raise it; write at least 1, a schedule with a min, or max: 0";

/** One edit of the configuration that uses every key, and the only sentence that it must give. */
const wrong: readonly (readonly [string, unknown, string])[] = [
  ["functions.checkout.code", "functions/checkout", `headroom:functions.checkout.code is "functions/checkout"; write ${FOLDER}`],
  ["functions.checkout.code", "./functions/../..", `headroom:functions.checkout.code is "./functions/../.."; write ${FOLDER}`],
  ["functions.checkout.runtime", "nodejs18.x", `headroom:functions.checkout.runtime is "nodejs18.x"; write ${RUNTIMES}`],
  ["functions.checkout.runtime", undefined, `headroom:functions.checkout.runtime is missing; write ${RUNTIMES}`],
  [
    "functions.checkout.memory",
    "64 MiB",
    'headroom:functions.checkout.memory is "64 MiB"; write a memory of 128 MiB to 10240 MiB in whole MiB, such as "512 MiB" (MiB or GiB)',
  ],
  [
    "functions.resize.timeout",
    "16 minutes",
    'headroom:functions.resize.timeout is "16 minutes"; write a time of 1 to 900 whole seconds, such as "10 seconds" (ms, seconds, minutes, hours or days)',
  ],
  [
    "functions.checkout.timeout",
    "31 seconds",
    'headroom:functions.checkout.timeout is "31 seconds"; write at most 30 seconds, because an HTTP API waits no longer for an answer',
  ],
  ["functions.checkout.route", "post /checkout", `headroom:functions.checkout.route is "post /checkout"; write ${ROUTE}`],
  ["functions.checkout.route", "GET /{all+}/x", `headroom:functions.checkout.route is "GET /{all+}/x"; write ${ROUTE}`],
  [
    "functions.resize.route",
    "POST /checkout/{cart}",
    'headroom:functions.resize.route is "POST /checkout/{cart}", which is the route of "checkout"; write another one',
  ],
  ["httpApi", undefined, 'headroom:httpApi is missing; write a mapping with throttle, because "checkout" has a route'],
  [
    "functions.checkout.provisioned.max",
    60,
    "headroom:functions.checkout.provisioned.max is 60; write at most 50, which is reserved, or reserve more",
  ],
  ["functions.checkout.provisioned.max", 1, "headroom:functions.checkout.provisioned.max is 1; write at least 2, which is min"],
  [
    "functions.checkout.provisioned.schedule",
    [{ at: "08:00", timezone: "UTC", max: 51 }],
    "headroom:functions.checkout.provisioned.schedule[0].max is 51; write at most 50, which is reserved, or reserve more",
  ],
  [
    "functions.checkout.provisioned.schedule",
    [{ at: "08:00", timezone: "UTC", min: 51 }],
    "headroom:functions.checkout.provisioned.schedule[0].min is 51; write at most 50, which is reserved, or reserve more",
  ],
  [
    "functions.resize.provisioned",
    { min: 1, max: 1, schedule: [{ at: "08:00", timezone: "UTC", max: 852 }] },
    "headroom:functions takes checkout 50 + resize 852 = 902 of the account's 1000 calls at once, of which 100 must stay unreserved; take at most 900, or write what AWS allows in headroom:account.concurrency",
  ],
  [
    "functions.checkout.provisioned.target",
    "95%",
    'headroom:functions.checkout.provisioned.target is "95%"; write a percentage from 10% to 90%, such as "70%"',
  ],
  ["functions.checkout.provisioned", { min: 0, max: 5 }, `headroom:functions.checkout.provisioned.min ${AT_0}`],
  [
    "functions.checkout.provisioned",
    { min: 0, max: 5, schedule: [{ at: "20:00", timezone: "UTC", min: 0 }] },
    `headroom:functions.checkout.provisioned.min ${AT_0}`,
  ],
  [
    "functions.resize.reserved",
    5,
    "headroom:functions.resize.consumes.maxConcurrency is 10; write at most 5, which is reserved, or reserve more",
  ],
  [
    "functions.resize.reserved",
    900,
    "headroom:functions takes checkout 50 + resize 900 = 950 of the account's 1000 calls at once, of which 100 must stay unreserved; take at most 900, or write what AWS allows in headroom:account.concurrency",
  ],
  [
    "functions.resize.provisioned",
    { min: 1, max: 851 },
    "headroom:functions takes checkout 50 + resize 851 = 901 of the account's 1000 calls at once, of which 100 must stay unreserved; take at most 900, or write what AWS allows in headroom:account.concurrency",
  ],
  [
    "account.concurrency",
    100,
    "headroom:functions takes checkout 50 = 50 of the account's 100 calls at once, of which 100 must stay unreserved; take at most 0, or write what AWS allows in headroom:account.concurrency",
  ],
  [
    "functions.resize.consumes.maxConcurrency",
    1,
    "headroom:functions.resize.consumes.maxConcurrency is 1; write a whole number from 2 to 1000",
  ],
  [
    "functions.resize.consumes.maxConcurrency",
    undefined,
    "headroom:functions.resize.consumes.maxConcurrency is missing; write a whole number from 2 to 1000",
  ],
  [
    "functions.resize.consumes.window",
    undefined,
    'headroom:functions.resize.consumes.batch is 100; more than 10 need a window of at least "1 second"',
  ],
  [
    "functions.resize.consumes",
    { queue: "orders", batch: 11, maxConcurrency: 2 },
    "headroom:functions.resize.consumes.batch is 11; write at most 10, because the queue is a FIFO one",
  ],
  [
    "functions.resize.consumes",
    { queue: "orders", window: "1 second", maxConcurrency: 2 },
    "headroom:functions.resize.consumes.window is not for a FIFO queue; remove it",
  ],
  [
    "functions.resize.consumes.queue",
    "upload",
    'headroom:functions.resize.consumes.queue is "upload", which is not in headroom:queues; did you mean "uploads"?',
  ],
  [
    "functions.checkout.consumes",
    { queue: "jobs", maxConcurrency: 2 },
    'headroom:functions.checkout.consumes.queue is "jobs", which "worker" consumes already; write a queue of its own',
  ],
  [
    "functions.resize.timeout",
    "1 minute",
    'headroom:queues.uploads.longestRun is "30 seconds"; write at least 60 seconds, the timeout of the function "resize" that consumes it',
  ],
  [
    "functions.resize.onFailure",
    "uploads",
    'headroom:functions.resize.onFailure is "uploads", which the function consumes itself; write another queue',
  ],
  [
    "functions.resize.onFailure",
    "orders",
    'headroom:functions.resize.onFailure is "orders", a FIFO queue; Lambda sends to a standard one only',
  ],
  [
    "functions.checkout.onFailure",
    "mails",
    'headroom:functions.checkout.onFailure is "mails", which is not in headroom:queues; known queues: jobs, orders, uploads',
  ],
  [
    "functions.checkout.produces",
    ["job"],
    'headroom:functions.checkout.produces[0] is "job", which is not in headroom:queues; did you mean "jobs"?',
  ],
  [
    "queues.checkout-failed",
    { longestRun: "1 minute" },
    'headroom:queues.checkout-failed is the name of the queue for failed calls of "checkout"; write another name',
  ],
  [
    "functions.checkout.environment.AWS_REGION",
    "x",
    "headroom:functions.checkout.environment.AWS_REGION is set by Lambda itself; choose another name",
  ],
  ...["TOKEN_SECRET_ARN", "TOKEN_SECRET_KEY", "QUEUE_URL_JOBS"].map(
    (name) =>
      [
        `functions.checkout.environment.${name}`,
        "x",
        `headroom:functions.checkout.environment.${name} is set from the function's queues or secrets; choose another name`,
      ] as const,
  ),
  [
    "functions.checkout.environment",
    { BIG: "ä".repeat(2047) },
    // 3 letters, and 2 bytes for each of 2047
    "headroom:functions.checkout.environment has 4097 bytes; write at most 4096",
  ],
  [
    "functions.checkout.environment._X",
    "x",
    "headroom:functions.checkout.environment._X is not a name that can be used; write a name of 2 or more letters, digits and underscores that begins with a letter",
  ],
  [
    "functions.checkout.secrets.TOKEN",
    "hunter2",
    "headroom:functions.checkout.secrets.TOKEN is something else, which is not shown because it may be a secret; write the ARN of a Secrets Manager secret or of an SSM parameter",
  ],
  [
    "functions.checkout.connects",
    { event: {} },
    'headroom:functions.checkout.connects.event is "event", which is nothing to connect to; did you mean "events"?',
  ],
  [
    "httpApi.throttle.rate",
    20_000,
    "headroom:httpApi.throttle.rate is 20000; write at most 10000, or what AWS allows in headroom:account.apiRate",
  ],
  ["httpApi.throttle.burst", undefined, "headroom:httpApi.throttle.burst is missing; write a whole number from 1 to 1000000"],
  ["httpApi.cors.origins", ["*"], 'headroom:httpApi.cors.origins has "*", and with credentials each origin must be named'],
  [
    "httpApi.cors.origins",
    ["shop.example.com"],
    'headroom:httpApi.cors.origins[0] is "shop.example.com"; write an origin, such as "https://shop.example.com", or "*"',
  ],
  [
    "httpApi.domain.name",
    "API.example.com",
    'headroom:httpApi.domain.name is "API.example.com"; write a domain name in small letters, such as "api.example.com"',
  ],
];

describe("config, functions", () => {
  for (const [way, value, says] of wrong) {
    it(`refuses ${way} = ${JSON.stringify(value)?.slice(0, 60)}`, () => {
      assert.deepEqual(complaintsAfter(way, value), [says]);
    });
  }

  it("refuses names that Lambda would", () => {
    const raw = edited(leastKeys(), ["headroom:functions", "a".repeat(40)], {
      ...{ code: "./functions/checkout", runtime: "nodejs24.x", handler: "index.handler", timeout: "10 seconds" },
    });
    const result = validate(raw, `Pulumi.${"s".repeat(20)}.yaml`);
    assert.deepEqual(result.ok ? [] : result.problems.map(({ message }) => message), [
      `headroom:functions.${"a".repeat(40)} makes the function name "headroom-${"s".repeat(20)}-${"a".repeat(40)}" of 70 characters, and AWS allows 64; shorten it, the project or the stack`,
    ]);
  });

  it("takes what AWS takes", () => {
    const right: readonly (readonly [string, unknown])[] = [
      ["functions.checkout.provisioned", { min: 0, max: 0 }],
      ["functions.checkout.provisioned", { min: 0, max: 5, schedule: [{ at: "08:00", timezone: "UTC", min: 1 }] }],
      ["functions.checkout.provisioned.max", 50],
      ["functions.resize.reserved", 850],
      ["functions.resize.consumes", { queue: "orders", batch: 10, maxConcurrency: 2 }],
      ["functions.checkout.timeout", "30 seconds"],
      // 4 letters, and 2 bytes for each of 2046: 4096
      ["functions.checkout.environment", { BIGS: "ä".repeat(2046) }],
      ["httpApi.throttle.rate", 10_000],
      ...["$default", "GET /", "ANY /{proxy+}", "GET /orders/{id}", "DELETE /a/b-c/{x}/{rest+}"].map(
        (route) => ["functions.checkout.route", route] as const,
      ),
    ];
    for (const [way, value] of right) assert.deepEqual(complaintsAfter(way, value), [], `${way} ${JSON.stringify(value)}`);
  });

  it("takes from the account what is reserved, or else kept ready, and nothing more than AWS lets it", () => {
    const functionOf = fc.record({
      reserved: fc.option(fc.integer({ min: 20, max: 600 })),
      ready: fc.option(fc.integer({ min: 1, max: 20 })),
    });
    fc.assert(
      fc.property(fc.array(functionOf, { maxLength: 5 }), fc.integer({ min: 100, max: 1500 }), (written, concurrency) => {
        const functions = written.map(({ reserved, ready }) => ({
          ...{ code: "./functions/checkout", runtime: "nodejs24.x", handler: "index.handler", timeout: "10 seconds" },
          ...(reserved === null ? {} : { reserved }),
          ...(ready === null ? {} : { provisioned: { min: 1, max: ready } }),
        }));
        const named = Object.fromEntries(functions.map((fn, i) => [`fn${i}`, fn]));
        const raw = { ...leastKeys(), "headroom:account": { concurrency }, "headroom:functions": named };
        const sum = written.reduce((total, { reserved, ready }) => total + (reserved ?? ready ?? 0), 0);
        assert.equal(validate(raw, "Pulumi.dev.yaml").ok, sum <= concurrency - 100);
      }),
    );
  });

  it("hides a message at least six timeouts and the window from others, and never less long than its longest run", () => {
    const queues = validate(everyKey(), "Pulumi.prod.yaml");
    assert.ok(queues.ok);
    const {
      queues: { uploads },
      functions: { resize },
    } = queues.config;
    assert.ok(uploads !== undefined && resize !== undefined);
    // 120 % of 30 s; 6 * 30 s + 5 s
    assert.deepEqual([queueTimes(uploads).visibility, queueTimes(uploads, resize).visibility], [36, 185]);
  });

  it("knows each runtime's last day, and reserves no variable twice", () => {
    for (const day of Object.values(runtimes)) assert.ok(day > "2026-11-25" && !Number.isNaN(Date.parse(day)), day);
    assert.equal(new Set(reservedVariables).size, reservedVariables.length);
  });
});
