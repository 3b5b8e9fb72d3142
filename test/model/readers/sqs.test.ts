import assert from "node:assert/strict";
import { known, secretValue, unknown, unknownValue, type Value } from "../../../graph";
import { readModel, type Queue } from "../../../model";
import { GraphBuilder } from "../graph-builder";

const computed = unknown("computed on deployment");
const queue = "aws:sqs/queue:Queue";
const read = (b: GraphBuilder): Readonly<Record<string, Queue>> =>
  Object.fromEntries(readModel(b.graph()).queues.map((q) => [q.at.name, q]));

describe("queues", () => {
  it("have AWS's defaults", () => {
    const b = new GraphBuilder();
    b.add(queue, "jobs");
    const { jobs } = read(b);
    assert.deepEqual(
      [jobs?.fifo, jobs?.visibilityTimeout, jobs?.isDeadLetter],
      [known(false), { value: known(30), given: false }, known(false)],
    );
    assert.deepEqual([jobs?.deadLetter, jobs?.maxReceives, jobs?.fifoAttributes], [undefined, undefined, []]);
  });

  it("know their dead-letter queue by dependency, by ARN, or from a resource of its own", () => {
    const b = new GraphBuilder();
    const dead = b.add(queue, "dead", { name: "dead" });
    b.add(queue, "by-dependency", { redrivePolicy: unknownValue }, { from: { redrivePolicy: [dead] } });
    b.add(queue, "by-arn", { redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:1:dead","maxReceiveCount":"5"}' });
    const apart = b.add(queue, "apart");
    b.add(
      "aws:sqs/redrivePolicy:RedrivePolicy",
      "r",
      { queueUrl: unknownValue, redrivePolicy: unknownValue },
      { from: { queueUrl: [apart], redrivePolicy: [dead] } },
    );
    const queues = read(b);
    for (const name of ["by-dependency", "by-arn", "apart"]) assert.deepEqual(queues[name]?.deadLetter, known(dead.urn), name);
    assert.deepEqual(queues["by-arn"]?.maxReceives, known(5));
    assert.deepEqual(queues["apart"]?.maxReceives, computed);
    assert.deepEqual([queues["dead"]?.isDeadLetter, queues["apart"]?.isDeadLetter], [known(true), known(false)]);
  });

  it("may be a dead-letter queue while a redrive policy is unknown, and not while it names a queue elsewhere", () => {
    const answer = (redrivePolicy: Value) => {
      const b = new GraphBuilder();
      b.add(queue, "a");
      b.add(queue, "b", { redrivePolicy });
      return read(b)["a"]?.isDeadLetter;
    };
    assert.deepEqual(answer(unknownValue), computed);
    assert.deepEqual(answer(secretValue), unknown("secret"));
    assert.deepEqual(answer('{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:1:elsewhere"}'), known(false));
    assert.deepEqual(answer("not JSON"), unknown("malformed"));
  });

  it("tell which attributes of a FIFO queue they are given", () => {
    const b = new GraphBuilder();
    b.add(queue, "jobs", { contentBasedDeduplication: false, deduplicationScope: "queue", fifoThroughputLimit: unknownValue });
    assert.deepEqual(read(b)["jobs"]?.fifoAttributes, ["deduplicationScope", "fifoThroughputLimit"]);
  });
});
