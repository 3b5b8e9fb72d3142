import assert from "node:assert/strict";
import { known, secretValue, unknown, unknownValue, type Resource, type ValueMap } from "../../graph";
import { readModel, type Scalable, type ScalingModel } from "../../model";
import { GraphBuilder, graphOf } from "./graph-builder";
import { ecs, workerGraph } from "./worker";

const computed = unknown("computed on deployment");
const only = (model: ScalingModel): Scalable => {
  assert.equal(model.scalables.length, 1, model.scalables.map((s) => s.id).join("\n"));
  return model.scalables[0] as Scalable;
};
const target = (b: GraphBuilder, name: string, from: readonly Resource[], inputs: ValueMap = {}): Resource =>
  b.add("aws:appautoscaling/target:Target", name, { ...ecs, minCapacity: 1, maxCapacity: 4, ...inputs }, { from: { resourceId: from } });
const lost = (model: ScalingModel) => model.unresolved.map((u) => ({ at: u.at.name, property: u.property, why: u.why, looked: u.looked }));

describe("readModel", () => {
  it("joins a first preview, whose names and ids are unknown, by what the properties were made of", () => {
    const { b, service, cluster, queue, target, policy } = workerGraph();
    const model = readModel(b.graph());
    const worker = only(model);
    assert.equal(worker.id, `${service.urn}#ecs:service:DesiredCount`);
    assert.equal(worker.name, "worker");
    assert.equal(worker.unit, "task");
    assert.deepEqual(
      worker.registrations.map((r) => r.at.urn),
      [target.urn],
    );
    assert.deepEqual(worker.bounds, { min: known(1), max: known(10) });
    assert.deepEqual(
      worker.policies.map((p) => p.at.urn),
      [policy.urn],
    );
    assert.deepEqual(worker.initial, { value: known(1), given: true });
    assert.deepEqual(worker.initialIgnored, known(true));
    assert.equal(worker.at.component?.configPath, "headroom:services.worker");
    assert.ok(worker.owner.kind === "ecs service");
    assert.deepEqual(worker.owner.cluster, known(cluster.urn));
    assert.deepEqual(worker.owner.consumes, [queue.urn]);
    assert.deepEqual(model.unresolved, []);
  });

  it("lets a service feed on the queue that the alarms of its step policies look at", () => {
    const { b, queue, target } = workerGraph({ policy: { policyType: "StepScaling", stepScalingPolicyConfiguration: {} } });
    const steps = b.add(
      "aws:appautoscaling/policy:Policy",
      "steps",
      { ...ecs, policyType: "StepScaling" },
      { from: { resourceId: [target] } },
    );
    const measured = { namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesVisible", dimensions: { QueueName: "jobs" } };
    b.add(
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      "deep",
      { ...measured, alarmActions: [unknownValue] },
      { from: { alarmActions: [steps], dimensions: [queue] } },
    );
    const { owner } = only(readModel(b.graph()));
    assert.deepEqual(owner.kind === "ecs service" && owner.consumes, [queue.urn]);
  });

  it("joins a service of aws-native by the text of its id", () => {
    const b = new GraphBuilder();
    const service = b.add("aws-native:ecs:Service", "fast", { serviceName: "fast", cluster: "main" });
    target(b, "t", [], { resourceId: "service/main/fast" });
    assert.equal(only(readModel(b.graph())).at.urn, service.urn);
  });

  it("calls a capacity as the stack's file does, whichever part of it the target was made for", () => {
    const b = new GraphBuilder();
    const parent = b.component("headroom:components:Autoscaling", "s", { configPath: "headroom:caches.sessions.shards" });
    b.add("aws:appautoscaling/target:Target", "t", { ...ecs, minCapacity: 1, maxCapacity: 4 }, { parent });
    assert.equal(only(readModel(b.graph())).name, "sessions");
  });

  it("leaves out services that nothing scales", () => {
    const b = new GraphBuilder();
    b.add("aws:ecs/service:Service", "fixed", { name: "fixed", desiredCount: 2 });
    assert.deepEqual(readModel(b.graph()).scalables, []);
  });

  it("joins by the text of the id where a source has no property dependencies", () => {
    const b = new GraphBuilder("dev", "export");
    const noDependencies = { propertyDependencies: unknown("not in this source") };
    b.add("aws:ecs/cluster:Cluster", "cluster", { name: "main" }, { ...noDependencies, id: "arn:aws:ecs:us-east-1:1:cluster/main" });
    const cluster = { cluster: "arn:aws:ecs:us-east-1:1:cluster/main" };
    const service = b.add("aws:ecs/service:Service", "a", cluster, { ...noDependencies, outputs: { name: "worker-1a2b" } });
    b.add("aws:ecs/service:Service", "b", { ...cluster, name: "api" }, noDependencies);
    b.add("aws:ecs/service:Service", "c", { cluster: "other", name: "worker-1a2b" }, noDependencies);
    b.add(
      "aws:appautoscaling/target:Target",
      "t",
      { ...ecs, resourceId: "service/main/worker-1a2b", minCapacity: 1, maxCapacity: 2 },
      noDependencies,
    );
    const model = readModel(b.graph());
    assert.equal(only(model).at.urn, service.urn);
    assert.deepEqual(
      model.unresolved.filter((u) => u.property === "resourceId"),
      [],
    );
  });

  it("does not choose between two services that the id may mean", () => {
    const b = new GraphBuilder();
    const services = ["a", "b"].map((name) => b.add("aws:ecs/service:Service", name, { cluster: "main" }));
    const t = target(b, "t", services);
    const model = readModel(b.graph());
    assert.equal(only(model).owner.kind, "other");
    assert.equal(only(model).id, t.urn);
    assert.deepEqual(only(model).bounds, { min: known(1), max: known(4) });
    assert.deepEqual(lost(model), [
      { at: "t", property: "resourceId", why: "ambiguous", looked: "an ECS service (service/<cluster>/<service>)" },
    ]);
  });

  it("lets a text decide between two dependencies", () => {
    const b = new GraphBuilder();
    const [a, other] = ["a", "b"].map((name) => b.add("aws:ecs/service:Service", name, { cluster: "main", name }));
    target(b, "t", [a as Resource, other as Resource], { resourceId: "service/main/b" });
    assert.equal(only(readModel(b.graph())).at.urn, other?.urn);
  });

  it("does not take a dependency for a partner whom the text contradicts", () => {
    const b = new GraphBuilder();
    const a = b.add("aws:ecs/service:Service", "a", { cluster: "main", name: "a" });
    target(b, "t", [a], { resourceId: "service/main/a-green" });
    target(b, "u", [a], { resourceId: "service/elsewhere/a" });
    const model = readModel(b.graph());
    assert.deepEqual(
      model.scalables.map((s) => s.owner.kind),
      ["other", "other"],
    );
    assert.deepEqual(
      lost(model).map((u) => u.why),
      ["no partner in this stack", "no partner in this stack"],
    );
  });

  it("keeps a target that finds nobody, with its bounds and policies", () => {
    const b = new GraphBuilder();
    const t = target(b, "t", [], { resourceId: "service/main/elsewhere" });
    b.add(
      "aws:appautoscaling/policy:Policy",
      "p",
      { ...ecs, policyType: "StepScaling", stepScalingPolicyConfiguration: {} },
      { from: { resourceId: [t] } },
    );
    b.add("aws:appautoscaling/scheduledAction:ScheduledAction", "s", {
      ...ecs,
      resourceId: "service/main/elsewhere",
      schedule: "cron(0 8 * * ? *)",
    });
    const model = readModel(b.graph());
    const scalable = only(model);
    assert.deepEqual(scalable.owner, { kind: "other", namespace: known("ecs"), dimension: known("ecs:service:DesiredCount") });
    assert.deepEqual(
      scalable.policies.map((p) => p.at.name),
      ["p"],
    );
    assert.deepEqual(
      scalable.schedules.map((s) => s.name),
      ["s"],
    );
    assert.deepEqual(new Set(lost(model).map((u) => u.why)), new Set(["no partner in this stack"]));
  });

  it("keeps targets apart whose ids are unknown and come from nowhere", () => {
    const b = new GraphBuilder();
    target(b, "t", []);
    target(b, "u", []);
    const model = readModel(b.graph());
    assert.deepEqual(
      model.scalables.map((s) => [s.name, s.registrations.length]),
      [
        ["t", 1],
        ["u", 1],
      ],
    );
    assert.deepEqual(
      lost(model).map((u) => u.why),
      ["computed on deployment", "computed on deployment"],
    );
  });

  it("joins two targets of one service, also while its name is unknown, and says where they differ", () => {
    const b = new GraphBuilder();
    const service = b.add("aws:ecs/service:Service", "worker", { cluster: "main" });
    target(b, "t", [service], { minCapacity: 2 });
    target(b, "u", [service], { minCapacity: 1 });
    const worker = only(readModel(b.graph()));
    assert.deepEqual(
      worker.registrations.map((r) => r.at.name),
      ["t", "u"],
    );
    assert.deepEqual(worker.bounds, { min: unknown("ambiguous"), max: known(4) });
  });

  it("joins two targets by the same text where nobody answers to it", () => {
    const b = new GraphBuilder();
    target(b, "t", [], { resourceId: "service/main/x" });
    target(b, "u", [], { resourceId: "service/main/x" });
    target(b, "v", [], { resourceId: "service/main/y" });
    assert.deepEqual(
      readModel(b.graph()).scalables.map((s) => s.registrations.length),
      [2, 1],
    );
  });

  it("finds the service behind a remote component, recorded or expanded", () => {
    const b = new GraphBuilder();
    const remote = b.add(
      "awsx:ecs:FargateService",
      "api",
      { name: "api", cluster: "main", taskDefinitionArgs: { container: { cpu: 256 } } },
      { remote: true },
    );
    target(b, "t", [remote]);
    const recorded = only(readModel(b.graph()));
    assert.equal(recorded.at.urn, remote.urn);
    assert.deepEqual(recorded.initial, { value: known(1), given: false });
    assert.deepEqual(recorded.initialIgnored, unknown("not in this source"));
    const inner = b.add("aws:ecs/service:Service", "api", { name: "api", cluster: "main", desiredCount: 3 }, { parent: remote });
    target(b, "u", [inner]);
    const expanded = only(readModel(b.graph()));
    assert.equal(expanded.at.urn, inner.urn);
    assert.equal(expanded.registrations.length, 2);
    assert.deepEqual(expanded.initial, { value: known(3), given: true });
    assert.deepEqual(expanded.initialIgnored, known(false));
  });

  it("takes a remote component that holds two services for neither", () => {
    const b = new GraphBuilder();
    const remote = b.add("awsx:ecs:FargateService", "api", { name: "api", cluster: "main" }, { remote: true });
    for (const name of ["blue", "green"]) b.add("aws:ecs/service:Service", name, { name, cluster: "main" }, { parent: remote });
    target(b, "t", [remote]);
    assert.equal(only(readModel(b.graph())).at.urn, remote.urn);
  });

  it("joins by name a service of an unknown cluster", () => {
    const b = new GraphBuilder();
    const service = b.add("aws:ecs/service:Service", "api", { name: "api", cluster: unknownValue });
    target(b, "t", [], { resourceId: "service/main/api" });
    assert.equal(only(readModel(b.graph())).at.urn, service.urn);
  });

  it("keeps a name that two services have as ambiguous", () => {
    const b = new GraphBuilder();
    for (const name of ["a", "b"]) b.add("aws:ecs/service:Service", name, { name: "api", cluster: "main" });
    const t = target(b, "t", [], { resourceId: "service/main/api" });
    const model = readModel(b.graph());
    assert.equal(only(model).id, t.urn);
    assert.deepEqual(lost(model), [
      { at: "t", property: "resourceId", why: "ambiguous", looked: "an ECS service (service/<cluster>/<service>)" },
    ]);
  });

  it("takes a service that ignores every change for one that leaves its count alone", () => {
    const b = new GraphBuilder();
    target(b, "t", [b.add("aws:ecs/service:Service", "api", { cluster: "main" }, { ignoreChanges: ["*"] })]);
    assert.deepEqual(only(readModel(b.graph())).initialIgnored, known(true));
  });

  it("reads the owner off the target that found it", () => {
    const b = new GraphBuilder();
    const fn = b.add("aws:lambda/function:Function", "checkout", {});
    const all = {
      serviceNamespace: "lambda",
      scalableDimension: "lambda:function:ProvisionedConcurrency",
      resourceId: "function:checkout",
    };
    target(b, "a", [], all);
    target(b, "b", [fn], all);
    const { owner } = only(readModel(b.graph()));
    assert.deepEqual(owner.kind === "provisioned concurrency" && owner.fn, known(fn.urn));
  });

  it("does not take for absent what was deployed and is not in the source", () => {
    const b = new GraphBuilder("dev", "plan");
    const outputs = { ...ecs, resourceId: "service/main/web", minCapacity: 50, maxCapacity: 60 };
    b.add("aws:appautoscaling/target:Target", "t", { maxCapacity: 9 }, { outputs });
    const [registration] = only(readModel(b.graph())).registrations;
    const elsewhere = unknown("not in this source");
    assert.deepEqual(registration?.bounds, { min: elsewhere, max: known(9) });
    assert.deepEqual([registration?.namespace, registration?.dimension, registration?.resourceId], [elsewhere, elsewhere, elsewhere]);
    b.add("aws:appautoscaling/target:Target", "u", { maxCapacity: 9 }, { outputs: { maxCapacity: 9 } });
    assert.deepEqual(readModel(b.graph()).scalables[1]?.bounds.min, unknown("malformed"));
  });

  it("gives a policy on an unregistered service a scalable of its own, without bounds", () => {
    const b = new GraphBuilder();
    const service = b.add("aws:ecs/service:Service", "worker", { cluster: "main" });
    b.add("aws:appautoscaling/policy:Policy", "p", { ...ecs, policyType: "StepScaling" }, { from: { resourceId: [service] } });
    const worker = only(readModel(b.graph()));
    assert.deepEqual(worker.registrations, []);
    assert.deepEqual(worker.bounds, { min: unknown("not in this source"), max: unknown("not in this source") });
  });

  it("keeps what is unknown, secret or malformed as that", () => {
    const read = (inputs: ValueMap) => only(readModel(workerGraph({ target: inputs }).b.graph())).bounds;
    assert.deepEqual(read({ minCapacity: unknownValue, maxCapacity: secretValue }), { min: computed, max: unknown("secret") });
    assert.deepEqual(read({ minCapacity: "2", maxCapacity: [] }), { min: known(2), max: unknown("malformed") });
    assert.deepEqual(read({ minCapacity: null, maxCapacity: -1.5 }), { min: unknown("malformed"), max: known(-1.5) });
  });

  it("counts a URN that occurs twice once", () => {
    const graph = workerGraph().b.graph();
    assert.deepEqual(readModel(graphOf([...graph.resources, ...graph.resources])), readModel(graph));
  });

  it("survives parents and targets that go round in circles", () => {
    const b = new GraphBuilder();
    const t = target(b, "t", []);
    const round = (r: Resource, parent: string, from: string): Resource => ({
      ...r,
      parent,
      propertyDependencies: known({ resourceId: [from] }),
    });
    const u: Resource = { ...t, urn: `${t.urn}-u`, name: "u" };
    const model = readModel(graphOf([round(t, u.urn, u.urn), round(u, t.urn, t.urn), round({ ...t, urn: "self" }, "self", "self")]));
    assert.equal(model.scalables.flatMap((s) => s.registrations).length, 3);
  });

  it("takes a long chain of targets without running out of stack", () => {
    const b = new GraphBuilder();
    const service = b.add("aws:ecs/service:Service", "worker", { cluster: "main" });
    let last: Resource = service;
    for (let i = 0; i < 20_000; i++) last = target(b, `t${i}`, [last]);
    assert.equal(only(readModel(graphOf([...b.graph().resources].reverse()))).registrations.length, 20_000);
  });

  it("takes the most demanding of several platforms", () => {
    const b = new GraphBuilder();
    for (const tier of ["staging", "prod", "dev"]) b.component("headroom:components:Platform", tier, { tier });
    assert.equal(readModel(b.graph()).stack.tier, "prod");
  });

  it("reads the tier from the platform, else from the stack's name", () => {
    const tierOf = (stack: string, tier?: string): string => {
      const b = new GraphBuilder(stack);
      if (tier !== undefined) b.component("headroom:components:Platform", "platform", { tier });
      return readModel(b.graph()).stack.tier;
    };
    assert.equal(tierOf("dev", "prod"), "prod");
    assert.equal(tierOf("prod", "dev"), "dev");
    assert.equal(tierOf("prod", "huge"), "prod");
    assert.deepEqual(
      ["prod", "production", "org/prod-eu", "staging", "stage", "dev", "pr-17"].map((s) => tierOf(s)),
      ["prod", "prod", "prod", "staging", "staging", "dev", "dev"],
    );
    assert.deepEqual(
      ["eu-prod", "live", "prd2", "stg-eu", "product-dev", "non-prod", "nonprod", "alive"].map((s) => tierOf(s)),
      ["prod", "prod", "prod", "staging", "dev", "dev", "dev", "dev"],
    );
  });
});
