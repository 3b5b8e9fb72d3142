import assert from "node:assert/strict";
import { validate } from "../../config";
import { leastKeys } from "./example";

const rabbit = { engine: "rabbitmq", version: "4.2", instance: "mq.m7g.large", deployment: "single" };
const nats = { engine: "nats", image: "docker.io/library/nats:2.12-alpine", tasks: 3 };

const complaints = (brokers: Record<string, unknown>, stack = "prod"): readonly string[] => {
  const result = validate({ ...leastKeys(), "headroom:brokers": brokers }, `Pulumi.${stack}.yaml`);
  return result.ok ? [] : result.problems.map(({ message }) => message);
};

const M7G = "mq.m7g.medium, mq.m7g.large, mq.m7g.xlarge, mq.m7g.2xlarge, mq.m7g.4xlarge, mq.m7g.8xlarge, mq.m7g.12xlarge, mq.m7g.16xlarge";

/** A broker, and the only sentence that it must give. */
const wrong: readonly (readonly [Record<string, unknown>, string])[] = [
  [{ ...rabbit, engine: "kafka" }, '.engine is "kafka"; write one of rabbitmq, nats'],
  [{}, ".engine is missing; write one of rabbitmq, nats"],
  [{ ...rabbit, version: "3.12" }, '.version is "3.12"; write one of 3.13, 4.2, 4.3'],
  [{ ...rabbit, instance: "mq.m5.large" }, `.instance is "mq.m5.large"; write one on which Amazon MQ has RabbitMQ 4.2: ${M7G}`],
  [
    { ...rabbit, version: "3.13", instance: "mq.t3.micro" },
    `.instance is "mq.t3.micro"; write one of mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, ${M7G}`,
  ],
  [{ ...rabbit, deployment: "standby" }, '.deployment is "standby"; write one of single, cluster'],
  [{ ...rabbit, ready: 0 }, ".ready is 0; write messages, a number above 0 and at most 1000000"],
  [{ ...rabbit, image: "x" }, ".image is not known; known here: engine, version, instance, deployment, ready, maintenance"],
  [{ ...rabbit, maintainance: "Sun 03:00" }, '.maintainance is not known; did you mean "maintenance"?'],
  [{ ...nats, tasks: 2 }, ".tasks is 2; write 1 or 3"],
  [{ ...nats, task: 3 }, '.task is not known; did you mean "tasks"?'],
  [
    { ...nats, image: "nats:2.12" },
    '.image is "nats:2.12"; write a container image with its registry and its tag or digest, such as "docker.io/library/nats:2.12-alpine"',
  ],
];

describe("config/brokers", () => {
  for (const [broker, sentence] of wrong) {
    it(`refuses ${JSON.stringify(broker)}`, () => assert.deepEqual(complaints({ bus: broker }), [`headroom:brokers.bus${sentence}`]));
  }

  it("takes either engine", () => {
    assert.deepEqual(complaints({ events: rabbit, bus: nats }), []);
    assert.deepEqual(complaints({ events: { ...rabbit, version: "3.13", instance: "mq.m5.4xlarge", deployment: "cluster" } }), []);
  });

  it("keeps NATS and services apart, which run in one cluster", () => {
    assert.deepEqual(complaints({ api: nats }), [
      "headroom:brokers.api is a name in headroom:services too, and runs beside them; write another one",
    ]);
    assert.deepEqual(complaints({ api: rabbit }), []);
  });

  it("checks names as they will be composed", () => {
    const stack = "s".repeat(40);
    assert.deepEqual(complaints({ events: rabbit, bus: nats }, stack), [
      `headroom:brokers.events makes the broker name "headroom-${stack}-events" of 56 characters, and AWS allows 50; shorten it, the project or the stack`,
    ]);
  });

  it("wants names that no cache has", () => {
    const raw = {
      ...leastKeys(),
      "headroom:caches": { bus: { node: "cache.t4g.micro", version: "8.1", shards: 1, replicas: 0 } },
      "headroom:brokers": { bus: nats },
    };
    const result = validate(raw, "Pulumi.prod.yaml");
    assert.ok(!result.ok);
    assert.deepEqual(
      result.problems.map(({ message }) => message),
      ["headroom:brokers.bus is a name in headroom:caches too; write another one"],
    );
  });
});
