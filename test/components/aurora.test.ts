import assert from "node:assert/strict";
import { everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

const CLUSTER = "aws:rds/cluster:Cluster";
const MEMBER = "aws:rds/clusterInstance:ClusterInstance";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const SERVERLESS = { engine: "aurora-mysql", version: "3.08.0", capacity: { min: 2, max: 8 } };

const withDatabase = (database: Record<string, unknown>, stack = "dev") =>
  registered({ ...leastKeys(), "headroom:databases": { main: database } }, stack);

describe("components/aurora", () => {
  let all: readonly Registered[];
  let least: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
    least = await withDatabase(SERVERLESS);
  });

  const alarm = (resources: readonly Registered[], name: string) => {
    const { metricName, threshold, evaluationPeriods, dimensions, alarmDescription } = one(resources, ALARM, name).inputs;
    return [metricName, threshold, evaluationPeriods, dimensions, alarmDescription];
  };

  it("moves between its capacities, encrypted, in the network alone, and protected as the tier asks for", () => {
    const { tags, dbClusterParameterGroupName, dbSubnetGroupName, ...rest } = one(all, CLUSTER, "main").inputs;
    assert.deepEqual(rest, {
      clusterIdentifier: "headroom-prod-main",
      engine: "aurora-postgresql",
      engineVersion: "16.6",
      databaseName: "shop",
      serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 16 },
      masterUsername: "dbadmin",
      manageMasterUserPassword: true,
      storageEncrypted: true,
      vpcSecurityGroupIds: ["main-id"],
      enabledCloudwatchLogsExports: ["postgresql"],
      applyImmediately: true,
      backupRetentionPeriod: 14,
      deletionProtection: true,
      deleteAutomatedBackups: false,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "headroom-prod-main-final",
      copyTagsToSnapshot: true,
    });
    assert.ok(tags !== undefined && dbClusterParameterGroupName !== undefined && dbSubnetGroupName !== undefined);
    assert.equal(
      one(all, "aws:cloudwatch/logGroup:LogGroup", "main-logs-postgresql").inputs.name,
      "/aws/rds/cluster/headroom-prod-main/postgresql",
    );
  });

  it("names versions and parameters of MySQL as AWS does", () => {
    assert.equal(one(least, CLUSTER, "main").inputs.engineVersion, "8.0.mysql_aurora.3.08.0");
    const group = one(least, "aws:rds/clusterParameterGroup:ClusterParameterGroup", "main-parameters").inputs;
    assert.equal(group.family, "aurora-mysql8.0");
    assert.deepEqual(group.parameters, [
      { name: "require_secure_transport", value: "ON", applyMethod: "pending-reboot" },
      { name: "slow_query_log", value: "1", applyMethod: "pending-reboot" },
      { name: "long_query_time", value: "1", applyMethod: "pending-reboot" },
      { name: "log_output", value: "FILE", applyMethod: "pending-reboot" },
    ]);
  });

  it("has a writer and as many readers as the minimum says, all serverless", () => {
    const members = all.filter(({ type }) => type === MEMBER).map(({ inputs }) => inputs);
    assert.deepEqual(
      members.map(({ identifier, clusterIdentifier, instanceClass, promotionTier, publiclyAccessible }) => [
        identifier,
        clusterIdentifier,
        instanceClass,
        promotionTier,
        publiclyAccessible,
      ]),
      [
        ["headroom-prod-main-writer", "headroom-prod-main", "db.serverless", 0, false],
        ["headroom-prod-main-reader-1", "headroom-prod-main", "db.serverless", 2, false],
      ],
    );
    assert.equal(least.filter(({ type }) => type === MEMBER).length, 1);
  });

  it("watches the load of its instances where there is capacity for it", () => {
    assert.equal(one(all, MEMBER, "main-writer").inputs.performanceInsightsEnabled, false);
    assert.equal(one(least, MEMBER, "main-writer").inputs.performanceInsightsEnabled, true);
  });

  it("moves the number of readers by their CPU and by the clock", () => {
    const { tags, ...target } = one(all, "aws:appautoscaling/target:Target", "main-readers").inputs;
    assert.deepEqual(target, {
      serviceNamespace: "rds",
      scalableDimension: "rds:cluster:ReadReplicaCount",
      resourceId: "cluster:headroom-prod-main",
      minCapacity: 1,
      maxCapacity: 5,
    });
    assert.ok(tags !== undefined);
    assert.deepEqual(one(all, "aws:appautoscaling/policy:Policy", "main-readers-cpu").inputs.targetTrackingScalingPolicyConfiguration, {
      predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" },
      targetValue: 65,
      scaleInCooldown: 600,
      scaleOutCooldown: 180,
    });
    assert.deepEqual(
      one(all, "aws:appautoscaling/scheduledAction:ScheduledAction", "main-readers-schedule-0").inputs.scalableTargetAction,
      {
        minCapacity: 2,
      },
    );
  });

  it("leaves a fixed number of readers alone", async () => {
    const fixed = await withDatabase({ ...SERVERLESS, readers: { min: 2, max: 2 } });
    assert.equal(fixed.filter(({ type }) => type === MEMBER).length, 3);
    assert.ok(!fixed.some(({ type, name }) => type === "aws:appautoscaling/target:Target" && name === "main-readers"));
  });

  it("raises alarms by the connections that follow from its maximum, and says that they follow it at a reboot only", () => {
    const next =
      "write a higher headroom:databases.main.capacity.max than 16; connections follow it at the next reboot only. Runbook: https://example.com/runbooks/main";
    const cluster = { DBClusterIdentifier: "headroom-prod-main" };
    // 16 ACU give 3360 connections, but a minimum of 0.5 caps them at 2000; 70 % of that is 1400.
    assert.deepEqual(alarm(all, "main-connections"), [
      ...["DatabaseConnections", 1400, 5, { ...cluster, Role: "WRITER" }],
      `main holds more than 1400 connections, 70 % of about 2000. Next: look for clients whose pools are too large; if they are as they should be, ${next}`,
    ]);
    assert.deepEqual(alarm(all, "main-capacity"), [
      ...["ACUUtilization", 85, 15, cluster],
      `main has used more than 85 % of its maximum of 16 ACU for 15 minutes. Next: find the statements that load it; if they are as they should be, ${next}`,
    ]);
    assert.deepEqual(alarm(all, "main-lag"), [
      ...["AuroraReplicaLagMaximum", 10_000, 5, cluster],
      "main is more than 10 s behind. Next: look for long transactions, and for a replica that is smaller than its writer. Runbook: https://example.com/runbooks/main",
    ]);
    assert.deepEqual(
      least
        .filter(({ type, name }) => type === ALARM && name.startsWith("main-"))
        .map(({ name }) => name)
        .sort(),
      ["main-capacity", "main-connections", "main-cpu"],
    );
  });

  it("changes its password as often as the stack's file says", () => {
    assert.deepEqual(one(all, "aws:secretsmanager/secretRotation:SecretRotation", "main-rotation").inputs, {
      secretId: "arn:secret:main",
      rotateImmediately: false,
      rotationRules: { automaticallyAfterDays: 30 },
    });
  });

  it("pauses after the time that is written", async () => {
    const sleepy = await withDatabase({ ...SERVERLESS, capacity: { min: 0, max: 2 }, autoPause: "10 minutes" });
    assert.deepEqual(one(sleepy, CLUSTER, "main").inputs.serverlessv2ScalingConfiguration, {
      minCapacity: 0,
      maxCapacity: 2,
      secondsUntilAutoPause: 600,
    });
  });

  it("may stand behind a proxy, which alone is let in", async () => {
    const behind = await withDatabase({ ...SERVERLESS, proxy: { maxConnections: "80%" } });
    assert.deepEqual(one(behind, CLUSTER, "main").inputs.vpcSecurityGroupIds, ["main-database-id"]);
    assert.equal(one(behind, "aws:rds/proxyTarget:ProxyTarget", "main-proxy-target").inputs.dbClusterIdentifier, "headroom-dev-main");
    assert.equal(one(behind, "aws:rds/proxy:Proxy", "main-proxy").inputs.engineFamily, "MYSQL");
  });
});
