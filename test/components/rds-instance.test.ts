import assert from "node:assert/strict";
import { everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

type Inputs = Readonly<Record<string, unknown>>;

const INSTANCE = "aws:rds/instance:Instance";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const GIB = 1024 ** 3;

const SMALL = { engine: "postgres", version: "17.5", instance: "db.t4g.small", storage: { size: "20 GiB", max: "100 GiB" } };

const withDatabase = (database: Record<string, unknown>, stack = "dev") =>
  registered({ ...leastKeys(), "headroom:databases": { main: database } }, stack);

describe("components/rds-instance", () => {
  let all: readonly Registered[];
  let small: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
    small = await withDatabase(SMALL);
  });

  const alarm = (resources: readonly Registered[], name: string) => {
    const { metricName, threshold, comparisonOperator, evaluationPeriods, dimensions, alarmDescription } = one(
      resources,
      ALARM,
      name,
    ).inputs;
    return [metricName, comparisonOperator, threshold, evaluationPeriods, dimensions, alarmDescription];
  };

  it("protects data in prod, grows by itself, and stands behind its proxy", () => {
    const { tags, password, ...rest } = one(all, INSTANCE, "store").inputs;
    assert.deepEqual(rest, {
      identifier: "headroom-prod-store",
      engine: "postgres",
      engineVersion: "17",
      autoMinorVersionUpgrade: true,
      instanceClass: "db.r6g.large",
      dbName: "store",
      username: "dbadmin",
      storageType: "gp3",
      allocatedStorage: 400,
      maxAllocatedStorage: 1000,
      iops: 16000,
      storageThroughput: 1000,
      storageEncrypted: true,
      publiclyAccessible: false,
      multiAz: true,
      backupRetentionPeriod: 7,
      deletionProtection: true,
      deleteAutomatedBackups: false,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "headroom-prod-store-final",
      copyTagsToSnapshot: true,
      applyImmediately: false,
      performanceInsightsEnabled: true,
      performanceInsightsRetentionPeriod: 7,
      databaseInsightsMode: "standard",
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      parameterGroupName: rest.parameterGroupName,
      dbSubnetGroupName: rest.dbSubnetGroupName,
      vpcSecurityGroupIds: ["store-database-id"],
    });
    assert.ok(tags !== undefined && password !== undefined);
    assert.deepEqual(one(all, "aws:rds/subnetGroup:SubnetGroup", "store-subnets").inputs.subnetIds, ["isolated-1", "isolated-2"]);
  });

  it("protects little in dev, lets RDS manage the password, and keeps a written minor version", () => {
    const { inputs } = one(small, INSTANCE, "main");
    const keys = [
      ...["autoMinorVersionUpgrade", "multiAz", "backupRetentionPeriod", "deletionProtection", "skipFinalSnapshot"],
      ...["applyImmediately", "manageMasterUserPassword", "password", "iops", "storageThroughput"],
    ];
    assert.deepEqual(
      keys.map((key) => inputs[key]),
      [false, false, 1, false, true, true, true, undefined, undefined, undefined],
    );
    assert.deepEqual(inputs.vpcSecurityGroupIds, ["main-id"]);
    assert.deepEqual(one(small, "aws:secretsmanager/secretRotation:SecretRotation", "main-rotation").inputs, {
      secretId: "arn:secret:main",
      rotationEnabled: false,
    });
  });

  it("leaves storage to RDS, which only lets it grow", () => {
    assert.deepEqual(one(all, INSTANCE, "store").ignoreChanges, ["allocatedStorage"]);
  });

  it("gives a replica as much storage as its source has grown to, not what the source began with", () => {
    assert.equal(one(all, INSTANCE, "store-analytics").inputs.allocatedStorage, undefined);
  });

  it("turns away whoever comes without TLS, by a parameter of the version's family", async () => {
    const group = one(all, "aws:rds/parameterGroup:ParameterGroup", "store-parameters").inputs;
    assert.equal(group.family, "postgres17");
    assert.deepEqual(group.parameters, [
      { name: "rds.force_ssl", value: "1", applyMethod: "pending-reboot" },
      { name: "log_min_duration_statement", value: "1000", applyMethod: "pending-reboot" },
    ]);
    const mysql = await withDatabase({ ...SMALL, engine: "mysql", version: "8.4" });
    const of = one(mysql, "aws:rds/parameterGroup:ParameterGroup", "main-parameters").inputs;
    assert.equal(of.family, "mysql8.4");
    assert.deepEqual((of.parameters as readonly Inputs[])[0], {
      name: "require_secure_transport",
      value: "1",
      applyMethod: "pending-reboot",
    });
    // MySQL of this size is not among the classes that Database Insights watches; PostgreSQL is.
    assert.equal(one(mysql, INSTANCE, "main").inputs.performanceInsightsEnabled, false);
    assert.equal(one(small, INSTANCE, "main").inputs.performanceInsightsEnabled, true);
  });

  it("makes its logs before RDS would, which would keep them for ever", () => {
    const logs = all.filter(({ type, name }) => type === "aws:cloudwatch/logGroup:LogGroup" && name.startsWith("store-"));
    assert.deepEqual(
      logs.map(({ inputs }) => [inputs.name, inputs.retentionInDays]),
      [
        ["/aws/rds/instance/headroom-prod-store/postgresql", 90],
        ["/aws/rds/instance/headroom-prod-store/upgrade", 90],
        ["/aws/rds/instance/headroom-prod-store-analytics/postgresql", 90],
        ["/aws/rds/instance/headroom-prod-store-analytics/upgrade", 90],
      ],
    );
  });

  it("counts connections by what the instance has, and tells a person what to do next", () => {
    const runbook = "Runbook: https://example.com/runbooks/store";
    const larger = "write a larger class than db.r6g.large at headroom:databases.store.instance, which restarts it";
    const dimensions = { DBInstanceIdentifier: "headroom-prod-store" };
    assert.deepEqual(alarm(all, "store-cpu"), [
      ...["CPUUtilization", "GreaterThanThreshold", 75, 15, dimensions],
      `store has used more than 75 % of its CPU for 15 minutes. Next: find the statements that load it; if they are as they should be, ${larger}. ${runbook}`,
    ]);
    // 70 % of 1720 connections: 1204
    assert.deepEqual(alarm(all, "store-connections"), [
      ...["DatabaseConnections", "GreaterThanThreshold", 1204, 5, dimensions],
      `store holds more than 1204 connections, 70 % of about 1720. Next: look for clients whose pools are too large; if they are as they should be, ${larger}. ${runbook}`,
    ]);
    // 15 % of 16 GiB
    assert.deepEqual(alarm(all, "store-memory"), [
      ...["FreeableMemory", "LessThanThreshold", Math.floor(2.4 * GIB), 15, dimensions],
      `store has had less than 15 % of its 16 GiB of memory left for 15 minutes. Next: look for too many connections; if they are as they should be, ${larger}. ${runbook}`,
    ]);
    // 10 % of 400 GiB
    assert.deepEqual(alarm(all, "store-storage"), [
      ...["FreeStorageSpace", "LessThanThreshold", 40 * GIB, 5, dimensions],
      `store has less storage left than 10 % of 400 GiB: it has grown to 1000 GiB, or fills faster than it may grow. Next: write a larger storage.max; it never shrinks again. ${runbook}`,
    ]);
    assert.ok(!String(alarm(small, "main-cpu").at(-1)).includes("Runbook"));
  });

  it("has replicas of their own class, watched by it, and by how far they are behind", () => {
    const { inputs } = one(all, INSTANCE, "store-analytics");
    const keys = ["identifier", "replicateSourceDb", "instanceClass", "username", "engine", "dbSubnetGroupName", "backupRetentionPeriod"];
    assert.deepEqual(
      keys.map((key) => inputs[key]),
      ["headroom-prod-store-analytics", "headroom-prod-store", "db.r6g.xlarge", undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(
      [inputs.maxAllocatedStorage, inputs.iops, inputs.vpcSecurityGroupIds, inputs.skipFinalSnapshot],
      [1000, 16000, ["store-id"], true],
    );
    const dimensions = { DBInstanceIdentifier: "headroom-prod-store-analytics" };
    assert.deepEqual(alarm(all, "store-analytics-lag"), [
      ...["ReplicaLag", "GreaterThanThreshold", 60, 5, dimensions],
      "store-analytics is more than 60 s behind. Next: look for long transactions, and for a replica that is smaller than its writer. Runbook: https://example.com/runbooks/store",
    ]);
    // 70 % of 3476: 2433.2
    assert.equal(alarm(all, "store-analytics-connections")[2], 2433);
    assert.match(String(alarm(all, "store-analytics-cpu").at(-1)), /db\.r6g\.xlarge at headroom:databases\.store\.replicas\[0\]\.instance/);
  });

  it("lets clients in to the proxy, and the proxy alone to the instance", () => {
    const proxy = one(all, "aws:rds/proxy:Proxy", "store-proxy").inputs;
    assert.deepEqual(
      [proxy.name, proxy.engineFamily, proxy.requireTls, proxy.idleClientTimeout, proxy.vpcSecurityGroupIds, proxy.auths],
      [
        ...["headroom-prod-store", "POSTGRESQL", true, 600, ["store-id"]],
        [{ authScheme: "SECRETS", iamAuth: "DISABLED", secretArn: "arn:store-password" }],
      ],
    );
    assert.deepEqual(
      one(all, "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup", "store-proxy-targets").inputs.connectionPoolConfig,
      {
        maxConnectionsPercent: 90,
        connectionBorrowTimeout: 60,
      },
    );
    assert.deepEqual(JSON.parse(String(one(all, "aws:iam/rolePolicy:RolePolicy", "store-proxy-secret").inputs.policy)).Statement, [
      { Effect: "Allow", Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], Resource: "arn:store-password" },
    ]);
    const rules = all.filter(({ type, inputs }) => type.startsWith("aws:vpc/securityGroup") && inputs.fromPort === 5432);
    const ways = rules.map(
      ({ type, inputs }) =>
        `${type.includes("Ingress") ? "into" : "out of"} ${String(inputs.securityGroupId)}, ${String(inputs.referencedSecurityGroupId)}`,
    );
    assert.deepEqual(ways.sort(), [
      "into main-id, api-id",
      "into store-database-id, store-id",
      "into store-id, api-id",
      "out of api-id, main-id",
      "out of api-id, store-id",
      "out of store-id, store-database-id",
    ]);
  });

  it("tells clients where it is, where its replicas are, and where its secret is", () => {
    const [container] = JSON.parse(String(one(all, "aws:ecs/taskDefinition:TaskDefinition", "api-task").inputs.containerDefinitions)) as {
      environment: readonly { name: string; value: string }[];
      secrets: readonly { name: string; valueFrom: string }[];
    }[];
    assert.deepEqual(
      container?.environment
        .filter(({ name }) => name.startsWith("STORE_"))
        .map(({ name, value }) => `${name}=${value}`)
        .sort(),
      [
        "STORE_ANALYTICS_HOST=store-analytics.rds.example",
        "STORE_DATABASE=store",
        "STORE_HOST=store-proxy.proxy.example",
        "STORE_POOL_OVERFLOW=0",
        "STORE_POOL_SIZE=4",
        "STORE_PORT=5432",
        "STORE_SECRET_ARN=arn:store-password",
      ],
    );
    assert.deepEqual(
      container?.secrets
        .filter(({ name }) => name.startsWith("STORE_"))
        .map(({ name, valueFrom }) => `${name}=${valueFrom}`)
        .sort(),
      ["STORE_PASSWORD=arn:store-password:password::", "STORE_USERNAME=arn:store-password:username::"],
    );
  });

  it("is any of the phases of the source system's document", async () => {
    const phases: readonly (readonly [Record<string, unknown>, Inputs])[] = [
      // Phase 1: 2 vCPU, 2 GB; 3,000 IOPS and 125 MiB/s are what gp3 includes below 400 GiB.
      [SMALL, { instanceClass: "db.t4g.small", allocatedStorage: 20, iops: undefined, storageThroughput: undefined }],
      // Phase 2: 12,000 IOPS and 500 MiB/s are included from 400 GiB on.
      [
        { ...SMALL, instance: "db.r6g.large", storage: { size: "400 GiB", max: "800 GiB", iops: 12000, throughput: 500 } },
        { instanceClass: "db.r6g.large", allocatedStorage: 400, iops: 12000, storageThroughput: 500 },
      ],
      // Phases 3 and 4: 16,000 IOPS and 1,000 MiB/s, two replicas.
      [
        {
          ...SMALL,
          instance: "db.r6g.xlarge",
          storage: { size: "400 GiB", max: "800 GiB", iops: 16000, throughput: 1000 },
          replicas: [
            { name: "analytics", instance: "db.r6g.large" },
            { name: "dashboard", instance: "db.r6g.large" },
          ],
        },
        { instanceClass: "db.r6g.xlarge", allocatedStorage: 400, iops: 16000, storageThroughput: 1000 },
      ],
    ];
    for (const [database, expected] of phases) {
      const resources = await withDatabase(database);
      const { inputs } = one(resources, INSTANCE, "main");
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, inputs[key]])), expected);
      const replicas = (database.replicas ?? []) as readonly { name: string }[];
      for (const { name } of replicas) assert.equal(one(resources, INSTANCE, `main-${name}`).inputs.instanceClass, "db.r6g.large");
    }
    // Phase 5: Aurora from 0.5 to 128 ACU.
    const aurora = await withDatabase({ engine: "aurora-postgresql", version: "16.6", capacity: { min: 0.5, max: 128 } });
    assert.deepEqual(one(aurora, "aws:rds/cluster:Cluster", "main").inputs.serverlessv2ScalingConfiguration, {
      minCapacity: 0.5,
      maxCapacity: 128,
    });
  });
});
