import assert from "node:assert/strict";
import { databasesDashboard } from "../../../components/dashboards/databases";
import type { ShownDatabase } from "../../../components/dashboards/databases";
import { linesOf } from "../../../components/dashboards/graph";
import type { Section } from "../../../components/dashboards/graph";
import { servicesDashboard } from "../../../components/dashboards/services";
import type { ShownService } from "../../../components/dashboards/services";
import { leastKeys } from "../../config/example";
import { registered } from "../registered";

const worker: ShownService = { name: "worker", clusterName: "shop", serviceName: "worker", bounds: { min: 1, max: 10 }, targets: {} };
const depth = linesOf("AWS/SQS", { QueueName: "jobs" })("ApproximateNumberOfMessagesVisible", "Average", "waiting");

const store: ShownDatabase = {
  name: "store",
  members: [{ label: "writer", dimensions: { DBInstanceIdentifier: "store" } }],
  cpu: 75,
  maxConnections: 100,
};

const titlesOf = (sections: readonly Section[]): readonly (readonly string[])[] =>
  sections.map(({ graphs }) => graphs.map(({ title }) => title));
const triggersOf = (service: ShownService): readonly string[] => titlesOf(servicesDashboard([service], "shop"))[2] ?? [];

describe("components/dashboards", () => {
  it("show a queue once: by its depth, by the steps that look at it, or by the backlog of one task", () => {
    const steps = { source: depth, levels: [{ label: "+1", value: 50 }] };
    assert.deepEqual(triggersOf(worker), []);
    assert.deepEqual(triggersOf({ ...worker, queueName: "jobs" }), ["worker: queue"]);
    assert.deepEqual(triggersOf({ ...worker, queueName: "jobs", steps }), ["worker: steps"]);
    assert.deepEqual(triggersOf({ ...worker, queueName: "jobs", targets: { backlogPerTask: 100 } }), ["worker: backlog"]);
    assert.deepEqual(triggersOf({ ...worker, queueName: "jobs", targets: { backlogPerTask: 100 }, steps }), [
      "worker: backlog",
      "worker: steps",
    ]);
  });

  it("show requests only of what has them, with the target only where one is kept", () => {
    const target = { LoadBalancer: "app/public/1", TargetGroup: "targetgroup/worker/2" };
    const [, , triggers] = servicesDashboard([{ ...worker, target }], "shop");
    assert.deepEqual(
      triggers?.graphs.map(({ title, levels }) => [title, levels]),
      [["worker: requests", []]],
    );
  });

  it("show how far replicas are behind only where there is one, in the unit that AWS counts", () => {
    const capacity = { min: 0.5, max: 16 };
    const replica = { label: "analytics", dimensions: { DBInstanceIdentifier: "store-analytics" } };
    const both = { ...store, members: [...store.members, replica] };
    const last = (database: ShownDatabase) => {
      const graph = databasesDashboard([database])[0]?.graphs.at(-1);
      return [graph?.title, graph?.unit];
    };
    assert.deepEqual(last(store), ["store: connections", "connections"]);
    assert.deepEqual(last(both), ["store: replica lag", "seconds"]);
    assert.deepEqual(last({ ...store, cluster: { id: "store", capacity } }), ["store: capacity", "ACU"]);
    assert.deepEqual(last({ ...both, cluster: { id: "store", capacity } }), ["store: replica lag", "ms"]);
  });

  it("are made of what the stack has, and of nothing where none is asked for", async () => {
    const made = async (dashboards: unknown) =>
      (await registered({ ...leastKeys(), "headroom:dashboards": dashboards }))
        .filter(({ type }) => type === "aws:cloudwatch/dashboard:Dashboard")
        .map(({ name, inputs }) => [name, inputs.dashboardName]);
    assert.deepEqual(await made("all"), [["dashboards-services", "headroom-dev-services"]]);
    assert.deepEqual(await made([]), []);
  });
});
