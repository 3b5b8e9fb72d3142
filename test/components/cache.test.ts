import assert from "node:assert/strict";
import { edited, everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

const withCache = (cache: Record<string, unknown>) => registered({ ...leastKeys(), "headroom:caches": { pages: cache } }, "dev");

describe("components/cache", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  const pick = (type: string, name: string, keys: readonly string[]) => keys.map((key) => one(all, type, name).inputs[key]);

  it("makes shards with replicas, in cluster mode, encrypted and inside the network alone", () => {
    const { authToken, logDeliveryConfigurations, tags, ...rest } = one(all, GROUP, "sessions").inputs;
    assert.deepEqual(rest, {
      replicationGroupId: "headroom-prod-sessions",
      description: "The cache sessions",
      engine: "valkey",
      engineVersion: "8.1",
      autoMinorVersionUpgrade: false,
      nodeType: "cache.r7g.large",
      numNodeGroups: 2,
      replicasPerNodeGroup: 1,
      clusterMode: "enabled",
      parameterGroupName: "default.valkey8.cluster.on",
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      port: 6379,
      subnetGroupName: "headroom-prod-sessions",
      securityGroupIds: ["sessions-cache-id"],
      atRestEncryptionEnabled: true,
      transitEncryptionEnabled: true,
      transitEncryptionMode: "required",
      maintenanceWindow: "sun:03:00-sun:04:00",
      snapshotRetentionLimit: 7,
      snapshotWindow: "05:00-06:00",
      finalSnapshotIdentifier: "headroom-prod-sessions-final",
      applyImmediately: true,
    });
    assert.ok(authToken !== undefined && tags !== undefined);
    assert.deepEqual(logDeliveryConfigurations, [
      {
        logType: "slow-log",
        logFormat: "json",
        destinationType: "cloudwatch-logs",
        destination: "/aws/vendedlogs/headroom/prod/caches/sessions/slow-log",
      },
      {
        logType: "engine-log",
        logFormat: "json",
        destinationType: "cloudwatch-logs",
        destination: "/aws/vendedlogs/headroom/prod/caches/sessions/engine-log",
      },
    ]);
    assert.deepEqual(pick("aws:elasticache/subnetGroup:SubnetGroup", "sessions", ["subnetIds"]), [["isolated-1", "isolated-2"]]);
    assert.deepEqual(pick("aws:cloudwatch/logGroup:LogGroup", "sessions-slow-log", ["retentionInDays"]), [90]);
  });

  it("makes a single node, and keeps nothing of it in dev", async () => {
    const small = await withCache({ node: "cache.t4g.micro", version: "8.1", shards: 1, replicas: 0 });
    const { inputs, ignoreChanges } = one(small, GROUP, "pages");
    assert.deepEqual(
      [inputs.numCacheClusters, inputs.numNodeGroups, inputs.replicasPerNodeGroup, inputs.clusterMode, inputs.parameterGroupName],
      [1, undefined, undefined, "disabled", "default.valkey8"],
    );
    assert.deepEqual([inputs.automaticFailoverEnabled, inputs.multiAzEnabled], [false, false]);
    assert.deepEqual([inputs.snapshotRetentionLimit, inputs.snapshotWindow, inputs.finalSnapshotIdentifier], [0, undefined, undefined]);
    assert.deepEqual(ignoreChanges, []);
    assert.deepEqual(
      small.filter(({ type }) => type === "aws:appautoscaling/target:Target").map(({ name }) => name),
      ["api"],
    );
  });

  it("makes shards of a fixed count, and leaves their number to nobody", async () => {
    const fixed = await withCache({ node: "cache.r6g.large", engine: "redis", version: "7.1", shards: 3, replicas: 1 });
    const { inputs, ignoreChanges } = one(fixed, GROUP, "pages");
    assert.deepEqual([inputs.numNodeGroups, inputs.replicasPerNodeGroup, inputs.clusterMode], [3, 1, "enabled"]);
    assert.equal(inputs.parameterGroupName, "default.redis7.cluster.on");
    assert.deepEqual(ignoreChanges, []);
    const watched = fixed.filter(({ type, name }) => type === ALARM && name.endsWith("-memory")).map(({ inputs }) => inputs.dimensions);
    assert.deepEqual(
      watched,
      ["0001-001", "0001-002", "0002-001", "0002-002", "0003-001", "0003-002"].map((node) => ({
        CacheClusterId: `headroom-dev-pages-${node}`,
      })),
    );
  });

  it("leaves to autoscaling what has limits, and nothing else", async () => {
    assert.deepEqual(one(all, GROUP, "sessions").ignoreChanges, ["numNodeGroups", "replicasPerNodeGroup"]);
    const { ignoreChanges } = one(
      await registered(edited(everyKey(), ["headroom:caches", "sessions", "shards"], 2), "prod"),
      GROUP,
      "sessions",
    );
    assert.deepEqual(ignoreChanges, ["replicasPerNodeGroup"]);
  });

  it("scales shards by the CPU and memory of primaries, and replicas by their own CPU", () => {
    const targets = all.filter(({ type, name }) => type === "aws:appautoscaling/target:Target" && name.startsWith("sessions"));
    assert.deepEqual(
      targets.map(({ inputs }) => [
        inputs.resourceId,
        inputs.serviceNamespace,
        inputs.scalableDimension,
        inputs.minCapacity,
        inputs.maxCapacity,
      ]),
      [
        ["replication-group/headroom-prod-sessions", "elasticache", "elasticache:replication-group:NodeGroups", 2, 4],
        ["replication-group/headroom-prod-sessions", "elasticache", "elasticache:replication-group:Replicas", 1, 3],
      ],
    );
    const policies = all.filter(({ type, name }) => type === "aws:appautoscaling/policy:Policy" && name.startsWith("sessions"));
    const track = (predefinedMetricType: string, targetValue: number) => ({
      predefinedMetricSpecification: { predefinedMetricType },
      targetValue,
      scaleInCooldown: 900,
      scaleOutCooldown: 600,
    });
    assert.deepEqual(
      policies.map(({ name, inputs }) => [name, inputs.targetTrackingScalingPolicyConfiguration]),
      [
        ["sessions-shards-cpu", track("ElastiCachePrimaryEngineCPUUtilization", 50)],
        ["sessions-shards-memory", track("ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage", 65)],
        ["sessions-replicas-cpu", track("ElastiCacheReplicaEngineCPUUtilization", 60)],
      ],
    );
    assert.deepEqual(
      pick("aws:appautoscaling/scheduledAction:ScheduledAction", "sessions-replicas-schedule-0", ["scalableTargetAction", "timezone"]),
      [{ minCapacity: 2, maxCapacity: 5 }, "Europe/Berlin"],
    );
  });

  it("watches each node by itself, and lag only where there are replicas", () => {
    const alarms = all.filter(({ type, name }) => type === ALARM && /^(?:pages|sessions)-/.test(name));
    assert.deepEqual(alarms.map(({ name }) => name).sort(), [
      ...["cpu", "evictions", "memory"].map((id) => `pages-001-${id}`),
      ...["0001-001", "0001-002", "0002-001", "0002-002"].flatMap((node) =>
        ["cpu", "evictions", "lag", "memory"].map((id) => `sessions-${node}-${id}`),
      ),
    ]);
    assert.deepEqual(one(all, ALARM, "pages-001-cpu").inputs.dimensions, { CacheClusterId: "headroom-prod-pages-001" });
    assert.deepEqual(
      ["cpu", "memory", "evictions", "lag"].map((id) => {
        const { namespace, metricName, statistic, threshold, evaluationPeriods } = one(all, ALARM, `sessions-0001-001-${id}`).inputs;
        return [namespace, metricName, statistic, threshold, evaluationPeriods];
      }),
      [
        ["AWS/ElastiCache", "EngineCPUUtilization", "Average", 90, 5],
        ["AWS/ElastiCache", "DatabaseMemoryUsageCountedForEvictPercentage", "Maximum", 80, 5],
        ["AWS/ElastiCache", "Evictions", "Sum", 0, 5],
        ["AWS/ElastiCache", "ReplicationLag", "Maximum", 5, 5],
      ],
    );
  });

  it("tells a service where it is, and lets it read the password and reach the port", () => {
    const definition = String(one(all, "aws:ecs/taskDefinition:TaskDefinition", "api-task").inputs.containerDefinitions);
    const [container] = JSON.parse(definition) as { environment: { name: string; value: string }[]; secrets: unknown[] }[];
    assert.deepEqual(
      container?.environment.filter(({ name }) => /^(?:PAGES|SESSIONS)_/.test(name)).map(({ name, value }) => `${name}=${value}`),
      [
        "PAGES_HOST=pages.primary.example",
        "PAGES_PORT=6379",
        "PAGES_TLS=true",
        "PAGES_CLUSTER_MODE=false",
        "SESSIONS_HOST=sessions.cfg.example",
        "SESSIONS_PORT=6379",
        "SESSIONS_TLS=true",
        "SESSIONS_CLUSTER_MODE=true",
      ],
    );
    assert.ok(
      container?.secrets.some((secret) => JSON.stringify(secret) === '{"name":"SESSIONS_PASSWORD","valueFrom":"arn:sessions-password"}'),
    );
    const rule = one(all, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "sessions-from-api").inputs;
    assert.deepEqual(
      [rule.securityGroupId, rule.referencedSecurityGroupId, rule.fromPort, rule.toPort],
      ["sessions-cache-id", "api-id", 6379, 6379],
    );
  });

  it("tells where replicas answer, where a client without cluster mode must be told", async () => {
    const raw = edited(edited(everyKey(), ["headroom:caches", "sessions", "shards"], 1), ["headroom:caches", "sessions", "replicas"], 2);
    const definition = one(await registered(raw, "prod"), "aws:ecs/taskDefinition:TaskDefinition", "api-task").inputs.containerDefinitions;
    assert.match(String(definition), /\{"name":"SESSIONS_READER_HOST","value":"sessions\.reader\.example"\}/);
  });
});
