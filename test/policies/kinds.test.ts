import assert from "node:assert/strict";
import { unknownValue, type Resource, type ValueMap } from "../../graph";
import { readModel } from "../../model";
import { judge } from "../../policies/judge";
import { doubtSentence, sentence } from "../../policies/rule";
import { GraphBuilder } from "../model/graph-builder";

/** What one test changes of a sound stack in which one of each kind scales. */
interface Change {
  readonly aurora?: ValueMap;
  readonly target?: Readonly<Record<string, ValueMap>>;
  readonly tracking?: Readonly<Record<string, ValueMap>>;
  readonly serviceIgnores?: readonly string[];
  readonly more?: (b: GraphBuilder, made: Readonly<Record<string, Resource>>) => void;
}

/** All that the rules say of raw resources as a first preview shows them, where ids and ARNs are unknown. */
function saidOf(change: Change = {}): string[] {
  const b = new GraphBuilder("prod");
  const scale = (name: string, dimension: string, metric: string, from: readonly Resource[]): void => {
    const about = { serviceNamespace: dimension.split(":")[0] ?? "", scalableDimension: dimension, resourceId: unknownValue };
    const bounds = { minCapacity: 1, maxCapacity: 4, ...change.target?.[name] };
    const target = b.add("aws:appautoscaling/target:Target", `${name}-target`, { ...about, ...bounds }, { from: { resourceId: from } });
    const tracking = { targetValue: 1, scaleInCooldown: 300, scaleOutCooldown: 60, ...change.tracking?.[name] };
    b.add(
      "aws:appautoscaling/policy:Policy",
      `${name}-policy`,
      {
        ...about,
        policyType: "TargetTrackingScaling",
        targetTrackingScalingPolicyConfiguration: { ...tracking, predefinedMetricSpecification: { predefinedMetricType: metric } },
      },
      { from: { resourceId: [target] } },
    );
  };
  const fn = b.add("aws:lambda/function:Function", "checkout", { name: "checkout" });
  const alias = b.add("aws:lambda/alias:Alias", "live", { name: "live", functionName: unknownValue }, { from: { functionName: [fn] } });
  b.add(
    "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    "first",
    { functionName: unknownValue, qualifier: unknownValue, provisionedConcurrentExecutions: 1 },
    { from: { functionName: [fn], qualifier: [alias] }, ignoreChanges: ["provisionedConcurrentExecutions"] },
  );
  scale("lambda", "lambda:function:ProvisionedConcurrency", "LambdaProvisionedConcurrencyUtilization", [fn, alias]);
  const range = { minCapacity: 0.5, maxCapacity: 16, ...change.aurora };
  const main = b.add("aws:rds/cluster:Cluster", "main", { engine: "aurora-postgresql", serverlessv2ScalingConfiguration: range });
  for (const name of ["writer", "reader"])
    b.add(
      "aws:rds/clusterInstance:ClusterInstance",
      name,
      { clusterIdentifier: unknownValue, instanceClass: "db.serverless" },
      { from: { clusterIdentifier: [main] } },
    );
  scale("readers", "rds:cluster:ReadReplicaCount", "RDSReaderAverageCPUUtilization", [main]);
  const counted = { numNodeGroups: 2, replicasPerNodeGroup: 1 };
  const cache = b.add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", counted, { ignoreChanges: Object.keys(counted) });
  scale("shards", "elasticache:replication-group:NodeGroups", "ElastiCachePrimaryEngineCPUUtilization", [cache]);
  scale("replicas", "elasticache:replication-group:Replicas", "ElastiCacheReplicaEngineCPUUtilization", [cache]);
  const ignoreChanges = change.serviceIgnores ?? ["desiredCount"];
  const service = b.add("aws-native:ecs:Service", "fast", { serviceName: unknownValue, desiredCount: 2 }, { ignoreChanges });
  scale("tasks", "ecs:service:DesiredCount", "ECSServiceAverageCPUUtilizationHighResolution", [service]);
  const alert = (notificationType: string, threshold: number): ValueMap => ({
    notificationType,
    threshold,
    comparisonOperator: "GREATER_THAN",
    thresholdType: "PERCENTAGE",
    subscriberEmailAddresses: ["a@example.com"],
  });
  b.add("aws:budgets/budget:Budget", "budget", {
    budgetType: "COST",
    limitAmount: "100",
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    notifications: [...[50, 80, 100].map((threshold) => alert("ACTUAL", threshold)), alert("FORECASTED", 100)],
  });
  change.more?.(b, { fn, alias, main, cache, service });
  const model = readModel(b.graph());
  assert.deepEqual(model.unresolved, []);
  return judge(model).flatMap(({ verdict }) => {
    if (verdict.verdict === "pass") return [];
    if (verdict.verdict === "notApplicable") return [verdict.reason];
    return [
      ...(verdict.verdict === "fail" ? verdict.findings.map(sentence) : []),
      ...verdict.unknowns.map((doubt) => doubtSentence(doubt, "advisory")),
    ];
  });
}

describe("the rules on each kind of capacity", () => {
  it("have nothing to say of a sound stack, and no doubt, before anything is deployed", () => assert.deepEqual(saidOf(), []));

  it("refuse a range of Aurora that nothing can scale in, and a step that it does not have", () => {
    assert.deepEqual(saidOf({ aurora: { maxCapacity: 0 } }), [
      'main: maximum is 0; at least the minimum, 0.5, is required. Set serverlessv2ScalingConfiguration.maxCapacity of aws:rds/cluster:Cluster "main" to 0.5 or more.',
    ]);
    assert.deepEqual(saidOf({ aurora: { minCapacity: 0.7 } }), [
      'main: minimum is 0.7; a multiple of 0.5 is required. Set serverlessv2ScalingConfiguration.minCapacity of aws:rds/cluster:Cluster "main" to a multiple of 0.5.',
    ]);
  });

  it("refuse half a replica and half an environment", () =>
    assert.deepEqual(saidOf({ target: { replicas: { minCapacity: 1.5 }, lambda: { maxCapacity: 2.5 } } }).sort(), [
      'checkout: maximum is 2.5; a whole number is required. Set maxCapacity of aws:appautoscaling/target:Target "lambda-target" to a whole number.',
      'sessions: minimum is 1.5; a whole number is required. Set minCapacity of aws:appautoscaling/target:Target "replicas-target" to a whole number.',
    ]));

  it("refuse a cooldown that is too short where it is left out, for Lambda alone", () =>
    assert.deepEqual(
      saidOf({
        tracking: Object.fromEntries(["lambda", "readers", "shards", "replicas", "tasks"].map((name) => [name, { scaleInCooldown: null }])),
      }),
      [
        'checkout: scale-in cooldown is 0 s (omitted: Lambda\'s default); at least 300 s is required. Set targetTrackingScalingPolicyConfiguration.scaleInCooldown of aws:appautoscaling/policy:Policy "lambda-policy" to 300 or more.',
      ],
    ));

  it("refuse a task count of an aws-native service that each deployment sets back", () =>
    assert.deepEqual(saidOf({ serviceIgnores: [] }), [
      'fast: a deployment sets the task count back to 2; an autoscaled service must leave it to the autoscaler. Add "desiredCount" to the resource option ignoreChanges of aws-native:ecs:Service "fast".',
    ]));

  it("refuse a second target for the same alias, not one for another alias or dimension", () => {
    const target = (b: GraphBuilder, name: string, from: readonly Resource[]): void => {
      const about = { serviceNamespace: "lambda", scalableDimension: "lambda:function:ProvisionedConcurrency", resourceId: unknownValue };
      b.add("aws:appautoscaling/target:Target", name, { ...about, minCapacity: 1, maxCapacity: 2 }, { from: { resourceId: from } });
    };
    assert.deepEqual(saidOf({ more: (b, { fn, alias }) => target(b, "twice", [fn, alias] as Resource[]) }), [
      'checkout: 2 scalable targets register lambda:function:ProvisionedConcurrency; one is allowed, and the last one written wins. Keep one of aws:appautoscaling/target:Target "lambda-target" and aws:appautoscaling/target:Target "twice".',
    ]);
    const another = (b: GraphBuilder, fn: Resource): void => {
      const next = b.add("aws:lambda/alias:Alias", "next", { name: "next", functionName: "checkout" });
      target(b, "next-target", [fn, next]);
    };
    assert.deepEqual(saidOf({ more: (b, { fn }) => another(b, fn as Resource) }), []);
  });
});
