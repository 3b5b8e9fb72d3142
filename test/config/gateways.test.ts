import assert from "node:assert/strict";
import fc from "fast-check";
import { gatewayTasks, validate } from "../../config";
import { complaints, complaintsAfter } from "./complaints";
import { edited, everyKey } from "./example";

const needless =
  "cannot move the tasks of a gateway, because a second task with the same shards is an outage; remove it: the number of tasks follows shards";

const wrong: readonly (readonly [string, unknown, readonly string[]])[] = [
  ["gateways.discord.scale.on", { cpu: "70%", memory: "80%" }, [`headroom:gateways.discord.scale.on ${needless}`]],
  ["gateways.discord.scale.steps", {}, [`headroom:gateways.discord.scale.steps ${needless}`]],
  ["gateways.discord.scale.schedule", [], [`headroom:gateways.discord.scale.schedule ${needless}`]],
  ["gateways.discord.scale.cpu", "70%", ["headroom:gateways.discord.scale.cpu is not known; known here: min, max"]],
  [
    "gateways.discord.shards",
    101,
    ["headroom:gateways.discord.shards is 101; write at most 100, which 4 tasks of 25 can hold, or raise scale.max to 5"],
  ],
  [
    "gateways.discord.scale.max",
    1,
    ["headroom:gateways.discord.shards is 75; write at most 25, which 1 task of 25 can hold, or raise scale.max to 3"],
  ],
  [
    "gateways.pushed.shardsPerTask",
    4,
    ["headroom:gateways.pushed.shards is 10; write at most 8, which 2 tasks of 4 can hold, or raise scale.max to 3"],
  ],
  ["gateways.discord.shardsPerTask", 0, ["headroom:gateways.discord.shardsPerTask is 0; write a whole number from 1 to 1000"]],
  ["gateways.pushed.scale.max", 1, ["headroom:gateways.pushed.scale.max is 1; write at least 2, which is min"]],
  ["gateways.discord.scale.min", 0, ["headroom:gateways.discord.scale.min is 0; write a whole number from 1 to 5000"]],
  ["gateways.discord.shards", undefined, ["headroom:gateways.discord.shards is missing; write a whole number from 1 to 10000"]],
  ["gateways.discord.image", "ghcr.io/a/b:1", ["headroom:gateways.discord.image stands beside tag; write one of the two"]],
  [
    "gateways.discord.tag",
    undefined,
    ["headroom:gateways.discord.tag is missing; write the tag of an image in the gateway's repository, or an image"],
  ],
  ["gateways.discord.tag", "1.4.2@x", ['headroom:gateways.discord.tag is "1.4.2@x"; write an image tag, such as "1.4.2"']],
  ["gateways.discord.keepImages", 1, ["headroom:gateways.discord.keepImages is 1; write a whole number from 2 to 1000"]],
  [
    "gateways.discord.log",
    "info debug",
    ['headroom:gateways.discord.log is "info debug"; write what Rust logs, such as "info" or "info,gateway=debug"'],
  ],
  ["gateways.discord.healthCommand", undefined, ["headroom:gateways.discord.healthCommand is missing; write a shell command"]],
  [
    "gateways.discord.environment.SHARD_TOTAL",
    1,
    ["headroom:gateways.discord.environment.SHARD_TOTAL is set from the gateway's shards and log; choose another name"],
  ],
  [
    "gateways.discord.secrets.REGION",
    "arn:aws:ssm:eu-central-1:123456789012:parameter/region",
    ["headroom:gateways.discord.secrets.REGION is in environment too; write it in one of them"],
  ],
  [
    "gateways.discord.produces",
    ["job"],
    ['headroom:gateways.discord.produces[0] is "job", which is not in headroom:queues; did you mean "jobs"?'],
  ],
  [
    "gateways.discord.connects",
    { buss: {} },
    ['headroom:gateways.discord.connects.buss is "buss", which is nothing to connect to; did you mean "bus"?'],
  ],
];

describe("config, gateways", () => {
  for (const [way, value, sentences] of wrong) {
    it(`refuses ${way} = ${JSON.stringify(value)}`, () => assert.deepEqual(complaintsAfter(way, value), sentences));
  }

  it("refuses the name of a service, and a broker that runs as a service", () => {
    const pushed = everyKey()["headroom:gateways"].pushed;
    assert.deepEqual(complaints(edited(everyKey(), ["headroom:gateways", "worker"], pushed)), [
      "headroom:gateways.worker is a name in headroom:services too, and runs beside them; write another one",
    ]);
    assert.deepEqual(complaints(edited(everyKey(), ["headroom:gateways", "bus"], pushed)), [
      "headroom:brokers.bus is a name in headroom:gateways too, and runs beside them; write another one",
    ]);
    assert.deepEqual(complaints(edited(everyKey(), ["headroom:gateways", "events"], pushed)), []);
  });

  it("takes as many shards as the most tasks can hold", () => {
    assert.deepEqual(complaintsAfter("gateways.discord.shards", 100), []);
  });

  it("has a default for what need not be written", () => {
    const result = validate(everyKey(), "Pulumi.prod.yaml");
    assert.ok(result.ok);
    const { keepImages, shardsPerTask, log, openFiles, startup, size } = result.config.gateways.pushed ?? {};
    assert.deepEqual([keepImages, shardsPerTask, log, openFiles, startup, size], [20, 25, "info", 65_536, 60, { cpu: 256, memory: 512 }]);
  });

  it("counts tasks: 25 shards each, rounded up, and never fewer than min", () => {
    const tasks = (shards: number, min = 1) => gatewayTasks({ shards, shardsPerTask: 25, scale: { min, max: 4 } });
    // 75 / 25 = 3; 76 / 25 = 3.04
    assert.deepEqual(
      [1, 25, 26, 75, 76, 100].map((shards) => tasks(shards)),
      [1, 1, 2, 3, 4, 4],
    );
    assert.equal(tasks(10, 2), 2);
  });

  it("never has a task too few for the shards, nor a whole one too many", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 1, max: 50 }),
        (shards, shardsPerTask, min) => {
          const tasks = gatewayTasks({ shards, shardsPerTask, scale: { min, max: 5_000 } });
          assert.ok(tasks >= min && tasks * shardsPerTask >= shards);
          assert.ok(tasks === min || (tasks - 1) * shardsPerTask < shards);
        },
      ),
    );
  });
});
