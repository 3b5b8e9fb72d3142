import assert from "node:assert/strict";
import { known, secretValue, unknown, unknownValue, type Resource, type ValueMap } from "../../graph";
import { readModel, type ScalingModel } from "../../model";
import { GraphBuilder, type Given } from "./graph-builder";

const orders = { serviceNamespace: "dynamodb", scalableDimension: "dynamodb:table:ReadCapacityUnits", resourceId: "table/orders" };
const provider = (b: GraphBuilder, name: string, inputs: ValueMap): Resource => b.add("pulumi:providers:aws", name, inputs);
const table = (b: GraphBuilder, name: string, given: Given = {}, inputs: ValueMap = {}): Resource =>
  b.add("aws:dynamodb/table:Table", name, { name: "orders", ...inputs }, given);
const target = (b: GraphBuilder, name: string, given: Given = {}, inputs: ValueMap = {}): Resource =>
  b.add("aws:appautoscaling/target:Target", name, { ...orders, minCapacity: 5, maxCapacity: 50, ...inputs }, given);
/** Every scalable by what it is of, with its targets and policies. */
const groups = (model: ScalingModel): readonly string[] =>
  model.scalables.map((s) => `${s.at.name}: ${[...s.registrations, ...s.policies].map(({ at }) => at.name).join(", ")}`);
const lost = (model: ScalingModel): readonly string[] => model.unresolved.map(({ at, why }) => `${at.name}: ${why}`);
const ambiguous = unknown("ambiguous");
const locations = (model: ScalingModel) => model.scalables.flatMap((s) => s.registrations.map((r) => r.location));

/** A target by each provider, both of the same text, and no table. */
function two(a: ValueMap, other: ValueMap): ScalingModel {
  const b = new GraphBuilder();
  target(b, "t", { provider: provider(b, "a", a) });
  target(b, "u", { provider: provider(b, "b", other) });
  return readModel(b.graph());
}

describe("names of several regions and accounts", () => {
  it("means by a name the one of the same provider", () => {
    const b = new GraphBuilder();
    for (const region of ["us-east-1", "eu-west-1"]) {
      const given = { provider: provider(b, region, { region }) };
      table(b, `orders-${region}`, given);
      target(b, `read-${region}`, given);
    }
    const model = readModel(b.graph());
    assert.deepEqual(groups(model), ["orders-eu-west-1: read-eu-west-1", "orders-us-east-1: read-us-east-1"]);
    assert.deepEqual(lost(model), []);
  });

  it("means by a name the one of the same region input", () => {
    const b = new GraphBuilder();
    for (const region of ["us-east-1", "eu-west-1"]) {
      table(b, `orders-${region}`, {}, { region });
      target(b, `read-${region}`, {}, { region });
    }
    assert.deepEqual(groups(readModel(b.graph())), ["orders-eu-west-1: read-eu-west-1", "orders-us-east-1: read-us-east-1"]);
  });

  it("takes a region input that says the stack's own region for no other place", () => {
    const b = new GraphBuilder();
    table(b, "orders");
    target(b, "read", {}, { region: "us-east-1" });
    target(b, "again", { provider: provider(b, "tagged", { region: "us-east-1" }) });
    assert.deepEqual(groups(readModel(b.graph())), ["orders: again, read"]);
  });

  it("takes nobody of another region for a partner, by name or by dependency", () => {
    const b = new GraphBuilder();
    const only = table(b, "orders");
    target(b, "named", {}, { region: "eu-west-1" });
    target(b, "made-of-it", { from: { resourceId: [only] } }, { region: "eu-central-1", resourceId: unknownValue });
    const model = readModel(b.graph());
    assert.deepEqual(groups(model), ["made-of-it: made-of-it", "named: named"]);
    assert.deepEqual(lost(model), ["made-of-it: computed on deployment", "named: no partner in this stack"]);
  });

  it("does not group by text across regions or accounts", () => {
    assert.deepEqual(groups(two({ region: "us-east-1" }, { region: "eu-west-1" })), ["t: t", "u: u"]);
    const accounts = two({ region: "us-east-1", profile: "shop" }, { region: "us-east-1", profile: "bank" });
    assert.deepEqual(groups(accounts), ["t: t", "u: u"]);
    assert.ok(locations(accounts).every((location) => location.known));
    assert.deepEqual(lost(accounts), ["t: no partner in this stack", "u: no partner in this stack"]);
  });

  it("groups by text within one region and account, whatever else the providers say", () => {
    assert.deepEqual(groups(two({ region: "us-east-1", profile: "shop" }, { region: "us-east-1", profile: "shop", maxRetries: 3 })), [
      "t: t, u",
    ]);
  });

  it("groups by text what one provider makes, also while its region is unknown", () => {
    const b = new GraphBuilder();
    const given = { provider: provider(b, "a", { region: unknownValue }) };
    target(b, "t", given);
    target(b, "u", given);
    const model = readModel({ ...b.graph(), region: unknown("not in this source") });
    assert.deepEqual(groups(model), ["t: t, u"]);
    assert.ok(locations(model).every((location) => location.known));
  });

  it("is certain of nothing where a region or account is unknown", () => {
    for (const model of [
      two({ region: "us-east-1" }, { region: unknownValue }),
      two({ region: "us-east-1" }, {}),
      two({ region: "us-east-1", accessKey: secretValue }, { region: "us-east-1" }),
      two({ region: "us-east-1" }, { region: "us-east-1", profile: "shop" }),
    ]) {
      assert.deepEqual(groups(model), ["t: t", "u: u"]);
      assert.deepEqual(locations(model), [ambiguous, ambiguous]);
      assert.deepEqual(lost(model), ["t: ambiguous", "u: ambiguous"]);
    }
  });

  it("does not take for certain a table that may be elsewhere, and prefers one that is here", () => {
    const b = new GraphBuilder();
    const away = { provider: provider(b, "away", {}) };
    table(b, "there", away);
    target(b, "read");
    assert.deepEqual(lost(readModel(b.graph())), ["read: ambiguous"]);
    table(b, "here");
    assert.deepEqual(groups(readModel(b.graph())), ["here: read"]);
  });

  it("puts a policy with the target of its own region", () => {
    const b = new GraphBuilder();
    const policy = { ...orders, policyType: "StepScaling", stepScalingPolicyConfiguration: {} };
    for (const region of ["us-east-1", "eu-west-1"]) {
      target(b, `read-${region}`, {}, { region });
      b.add("aws:appautoscaling/policy:Policy", `steps-${region}`, { ...policy, region });
    }
    assert.deepEqual(groups(readModel(b.graph())), [
      "read-eu-west-1: read-eu-west-1, steps-eu-west-1",
      "read-us-east-1: read-us-east-1, steps-us-east-1",
    ]);
  });

  it("takes an ARN at its word about the region", () => {
    const b = new GraphBuilder();
    const topics = ["us-east-1", "eu-west-1"].map((region) => b.add("aws:sns/topic:Topic", `people-${region}`, { name: "people", region }));
    b.add("aws:cloudwatch/metricAlarm:MetricAlarm", "high", { alarmActions: ["arn:aws:sns:eu-west-1:1:people"] });
    const [alarm] = readModel(b.graph()).alarms;
    assert.deepEqual(alarm?.actions, [{ on: "alarm", calls: known(topics[1]?.urn) }]);
  });

  it("joins an alarm to the queue of its own region", () => {
    const b = new GraphBuilder();
    const queues = ["us-east-1", "eu-west-1"].map((region) => b.add("aws:sqs/queue:Queue", `jobs-${region}`, { name: "jobs", region }));
    const metric = { namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesVisible", dimensions: { QueueName: "jobs" } };
    b.add("aws:cloudwatch/metricAlarm:MetricAlarm", "deep", { ...metric, region: "eu-west-1" });
    const [alarm] = readModel(b.graph()).alarms;
    assert.deepEqual(alarm?.metric.of, known(queues[1]?.urn));
  });

  it("takes a URL for whom it names, wherever that is", () => {
    const b = new GraphBuilder();
    const url = "https://sqs.eu-west-1.amazonaws.com/1/jobs";
    const queue = b.add("aws:sqs/queue:Queue", "jobs", {}, { id: url, provider: provider(b, "away", {}) });
    const redrivePolicy = '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:1:dead","maxReceiveCount":5}';
    b.add("aws:sqs/redrivePolicy:RedrivePolicy", "redrive", { queueUrl: url, redrivePolicy });
    assert.deepEqual(readModel(b.graph()).queues.find(({ id }) => id === queue.urn)?.maxReceives, known(5));
  });

  it("tells the regions of a provider of an unknown account apart", () => {
    const b = new GraphBuilder();
    const given = { provider: provider(b, "a", { region: "us-east-1", accessKey: secretValue }) };
    for (const region of ["eu-west-1", "eu-central-1"]) target(b, region, given, { region });
    target(b, "said", given, { region: "us-east-1" });
    target(b, "unsaid", given);
    assert.deepEqual(groups(readModel(b.graph())), ["eu-central-1: eu-central-1", "eu-west-1: eu-west-1", "said: said, unsaid"]);
  });

  it("puts a policy that takes its id from a target where the target is", () => {
    const b = new GraphBuilder();
    const t = target(b, "t", {}, { region: "eu-west-1" });
    b.add("aws:appautoscaling/policy:Policy", "p", { ...orders, policyType: "StepScaling" }, { from: { resourceId: [t] } });
    assert.deepEqual(groups(readModel(b.graph())), ["t: t, p"]);
  });

  it("is certain of a target that has its table, whatever else has the same text", () => {
    const b = new GraphBuilder();
    table(b, "here");
    target(b, "read");
    target(b, "elsewhere", { provider: provider(b, "away", {}) });
    const model = readModel(b.graph());
    assert.deepEqual(groups(model), ["elsewhere: elsewhere", "here: read"]);
    assert.deepEqual(
      locations(model).map(({ known: certain }) => certain),
      [false, true],
    );
  });
});
