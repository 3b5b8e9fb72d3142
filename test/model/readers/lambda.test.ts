import assert from "node:assert/strict";
import { known, secretValue, unknown, unknownValue, type Resource, type ValueMap } from "../../../graph";
import { readModel, type Fn } from "../../../model";
import { GraphBuilder } from "../graph-builder";

const computed = unknown("computed on deployment");
const mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";

describe("functions", () => {
  const read = (inputs: ValueMap): Pick<Fn, "name" | "reserved" | "timeout" | "memory"> => {
    const b = new GraphBuilder();
    b.add("aws:lambda/function:Function", "checkout", inputs);
    const [fn] = readModel(b.graph()).functions;
    assert.ok(fn);
    const { name, reserved, timeout, memory } = fn;
    return { name, reserved, timeout, memory };
  };

  it("have what is written, else Lambda's defaults, and reserve nothing by themselves", () => {
    assert.deepEqual(read({ name: "checkout-dev", reservedConcurrentExecutions: 50, timeout: 30, memorySize: 512 }), {
      name: "checkout-dev",
      reserved: { value: known(50), given: true },
      timeout: { value: known(30), given: true },
      memory: { value: known(512), given: true },
    });
    const none = { value: unknown("not in this source"), given: false };
    assert.deepEqual(read({}), {
      name: "checkout",
      reserved: none,
      timeout: { value: known(3), given: false },
      memory: { value: known(128), given: false },
    });
    assert.deepEqual(read({ reservedConcurrentExecutions: -1 }).reserved, none);
    assert.deepEqual(read({ reservedConcurrentExecutions: 0 }).reserved, { value: known(0), given: true });
    assert.deepEqual(read({ reservedConcurrentExecutions: unknownValue }).reserved, { value: computed, given: true });
    assert.deepEqual(read({ timeout: secretValue }).timeout, { value: unknown("secret"), given: true });
  });
});

describe("what polls for a function", () => {
  const world = () => {
    const b = new GraphBuilder();
    const fn = b.add("aws:lambda/function:Function", "checkout", { name: "checkout" });
    const alias = b.add("aws:lambda/alias:Alias", "live", { name: "live", functionName: "checkout" });
    return { b, fn, alias, queue: b.add("aws:sqs/queue:Queue", "jobs", { name: "jobs" }) };
  };
  const read = (inputs: ValueMap, from: (w: ReturnType<typeof world>) => Readonly<Record<string, readonly Resource[]>>) => {
    const w = world();
    w.b.add(mapping, "poll", inputs, { from: from(w) });
    const model = readModel(w.b.graph());
    return {
      source: model.eventSources[0],
      lost: model.unresolved.map(({ property, looked, why }) => `${property}: ${looked}: ${why}`),
      ...w,
    };
  };

  it("is about a queue and a function, also one that is named through its alias", () => {
    for (const target of ["fn", "alias"] as const) {
      const { source, lost, fn, queue } = read(
        {
          eventSourceArn: unknownValue,
          functionName: unknownValue,
          batchSize: 5,
          maximumBatchingWindowInSeconds: 20,
          scalingConfig: { maximumConcurrency: 8 },
          enabled: false,
        },
        (w) => ({ eventSourceArn: [w.queue], functionName: [w[target]] }),
      );
      assert.deepEqual([source?.fn, source?.queue, lost], [known(fn.urn), known(queue.urn), []]);
      assert.deepEqual(
        [source?.batchSize, source?.window, source?.maximumConcurrency, source?.enabled],
        [{ value: known(5), given: true }, { value: known(20), given: true }, known(8), { value: known(false), given: true }],
      );
    }
  });

  it("takes ten messages at once, waits for none and is on, unless told otherwise", () => {
    const { source } = read(
      { eventSourceArn: "arn:aws:sqs:us-east-1:1:jobs", functionName: "arn:aws:lambda:us-east-1:1:function:checkout:live" },
      () => ({}),
    );
    assert.deepEqual(
      [source?.batchSize, source?.window, source?.maximumConcurrency, source?.enabled],
      [{ value: known(10), given: false }, { value: known(0), given: false }, undefined, { value: known(true), given: false }],
    );
    assert.ok(source?.fn.known && source.queue?.known);
  });

  it("polls no queue where it polls a stream", () => {
    const stream = read({ eventSourceArn: "arn:aws:kinesis:us-east-1:1:stream/x", functionName: "checkout" }, () => ({}));
    assert.deepEqual(
      [stream.source?.queue, stream.source?.batchSize, stream.lost],
      [undefined, { value: unknown("not in this source"), given: false }, []],
    );
    const table = read({ eventSourceArn: unknownValue, functionName: "checkout" }, (w) => ({
      eventSourceArn: [w.b.add("aws:dynamodb/table:Table", "orders")],
    }));
    assert.deepEqual([table.source?.queue, table.lost], [undefined, []]);
    assert.deepEqual(read({ functionName: "checkout" }, () => ({})).source?.queue, undefined);
  });

  it("says what it cannot find", () => {
    assert.deepEqual(read({ eventSourceArn: unknownValue, functionName: "other" }, () => ({})).lost, [
      "eventSourceArn: a queue: computed on deployment",
      "functionName: a function: no partner in this stack",
    ]);
    const elsewhere = read({ eventSourceArn: "arn:aws:sqs:us-east-1:1:other", functionName: "checkout" }, () => ({}));
    assert.deepEqual(
      [elsewhere.source?.queue, elsewhere.lost],
      [unknown("not in this source"), ["eventSourceArn: a queue: no partner in this stack"]],
    );
  });
});

it("concurrency that is provisioned for a function that is not found is unresolved", () => {
  const b = new GraphBuilder();
  b.add("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig", "p", { functionName: "other", qualifier: "live" });
  assert.deepEqual(
    readModel(b.graph()).unresolved.map(({ property, why }) => `${property}: ${why}`),
    ["functionName: no partner in this stack"],
  );
});
