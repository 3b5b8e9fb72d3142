import assert from "node:assert/strict";
import { edited, everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

const BROKER = "aws:mq/broker:Broker";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

interface Container {
  readonly environment: readonly { name: string; value: string }[];
  readonly [key: string]: unknown;
}

const containerOf = (resources: readonly Registered[], task: string): Container => {
  const [container] = JSON.parse(String(one(resources, TASK, task).inputs.containerDefinitions)) as Container[];
  assert.ok(container !== undefined);
  return container;
};

describe("components/brokers", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  describe("RabbitMQ", () => {
    it("is a cluster over the zones, which only the network reaches", () => {
      const { users, tags, ...rest } = one(all, BROKER, "events").inputs;
      assert.deepEqual(rest, {
        brokerName: "headroom-prod-events",
        engineType: "RabbitMQ",
        engineVersion: "3.13",
        autoMinorVersionUpgrade: true,
        hostInstanceType: "mq.m5.large",
        deploymentMode: "CLUSTER_MULTI_AZ",
        publiclyAccessible: false,
        subnetIds: ["isolated-1", "isolated-2"],
        securityGroups: ["events-broker-id"],
        encryptionOptions: { useAwsOwnedKey: true },
        logs: { general: true },
        maintenanceWindowStartTime: { dayOfWeek: "SUNDAY", timeOfDay: "03:00", timeZone: "UTC" },
      });
      assert.ok(users !== undefined && tags !== undefined);
    });

    it("is one node in one subnet where nothing more is asked for", async () => {
      const raw = edited(everyKey(), ["headroom:brokers", "events", "deployment"], "single");
      const { inputs } = one(await registered(raw, "prod"), BROKER, "events");
      assert.deepEqual([inputs.deploymentMode, inputs.subnetIds], ["SINGLE_INSTANCE", ["isolated-1"]]);
    });

    it("raises alarms on what waits, and before RabbitMQ stops its publishers", () => {
      const alarms = all.filter(({ type, name }) => type === ALARM && name.startsWith("events-"));
      assert.deepEqual(alarms.map(({ name, inputs }) => [name, inputs.metricName, inputs.comparisonOperator, inputs.threshold]).sort(), [
        ["events-consumers", undefined, "GreaterThanThreshold", 0],
        ["events-cpu", "SystemCpuUtilization", "GreaterThanThreshold", 90],
        ["events-disk", undefined, "LessThanThreshold", 2],
        ["events-memory", undefined, "GreaterThanThreshold", 80],
        ["events-ready", "MessageReadyCount", "GreaterThanThreshold", 5000],
      ]);
      assert.deepEqual(one(all, ALARM, "events-ready").inputs.dimensions, { Broker: "headroom-prod-events" });
      const metric = (metricName: string, stat: string) => ({
        namespace: "AWS/AmazonMQ",
        dimensions: { Broker: "headroom-prod-events" },
        period: 60,
        metricName,
        stat,
      });
      assert.deepEqual(one(all, ALARM, "events-disk").inputs.metricQueries, [
        { id: "free", returnData: false, metric: metric("RabbitMQDiskFree", "Minimum") },
        { id: "limit", returnData: false, metric: metric("RabbitMQDiskFreeLimit", "Maximum") },
        { id: "value", expression: "free / limit", label: "Free disk, in multiples of the limit", returnData: true },
      ]);
    });

    it("tells a service where it is, over TLS", () => {
      const { environment } = containerOf(all, "api-task");
      assert.deepEqual(
        environment.filter(({ name }) => name.startsWith("EVENTS_")).map(({ name, value }) => `${name}=${value}`),
        ["EVENTS_HOST=events.mq.example", "EVENTS_PORT=5671", "EVENTS_TLS=true", "EVENTS_USER=app"],
      );
      const { inputs } = one(all, INGRESS, "events-from-api");
      assert.deepEqual([inputs.securityGroupId, inputs.referencedSecurityGroupId, inputs.fromPort], ["events-broker-id", "api-id", 5671]);
    });
  });

  describe("NATS", () => {
    it("runs three servers that find each other in the stack's own zone", () => {
      const { inputs, ignoreChanges } = one(all, "aws:ecs/service:Service", "bus");
      assert.deepEqual([inputs.name, inputs.desiredCount, inputs.serviceRegistries], ["bus", 3, { registryArn: "arn:bus" }]);
      assert.deepEqual(ignoreChanges, []);
      assert.equal(
        one(all, "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace", "discovery").inputs.name,
        "headroom-prod.internal",
      );
      assert.deepEqual(one(all, "aws:servicediscovery/service:Service", "bus").inputs.dnsConfig, {
        namespaceId: "discovery-id",
        routingPolicy: "MULTIVALUE",
        dnsRecords: [{ type: "A", ttl: 10 }],
      });
    });

    it("starts with its password from a secret, without JetStream", () => {
      const { image, entryPoint, command, secrets, portMappings, healthCheck } = containerOf(all, "bus-task");
      assert.equal(image, "docker.io/library/nats:2.12-alpine");
      assert.deepEqual(
        [entryPoint, command],
        [
          ["sh", "-c"],
          [
            'exec nats-server --addr 0.0.0.0 --port 4222 --http_port 8222 --user bus --pass "$NATS_PASSWORD" --cluster_name bus --cluster nats://0.0.0.0:6222 --routes nats://bus.headroom-prod.internal:6222',
          ],
        ],
      );
      assert.deepEqual(secrets, [{ name: "NATS_PASSWORD", valueFrom: "arn:bus-password" }]);
      assert.deepEqual(portMappings, [
        { containerPort: 4222, protocol: "tcp" },
        { containerPort: 6222, protocol: "tcp" },
      ]);
      assert.deepEqual((healthCheck as { command: readonly string[] }).command, [
        "CMD-SHELL",
        "wget -q -O /dev/null http://127.0.0.1:8222/healthz",
      ]);
      const { inputs } = one(all, "aws:iam/rolePolicy:RolePolicy", "bus-execution");
      assert.deepEqual(
        (JSON.parse(String(inputs.policy)) as { Statement: { Action: unknown; Resource: unknown }[] }).Statement.map(
          ({ Action, Resource }) => [Action, Resource],
        ),
        [
          [["logs:CreateLogStream", "logs:PutLogEvents"], "arn:bus-logs:*"],
          [["secretsmanager:GetSecretValue"], ["arn:bus-password"]],
        ],
      );
    });

    it("opens routes between the servers by rules of their own, and clients' port to who connects", () => {
      const group = one(all, "aws:ec2/securityGroup:SecurityGroup", "bus-broker").inputs;
      assert.deepEqual([group.ingress, group.egress], [undefined, undefined]);
      const opened = all.filter(({ type, inputs }) => [INGRESS, EGRESS].includes(type) && inputs.securityGroupId === "bus-broker-id");
      assert.deepEqual(
        opened.map(({ type, name, inputs }) => [type === INGRESS ? "in" : "out", name, inputs.fromPort, inputs.referencedSecurityGroupId]),
        [
          ["out", "bus-to-https", 443, undefined],
          ["out", "bus-to-routes", 6222, "bus-broker-id"],
          ["in", "bus-from-routes", 6222, "bus-broker-id"],
          ["in", "bus-from-api", 4222, "api-id"],
          ["in", "bus-from-discord", 4222, "discord-id"],
        ],
      );
    });

    it("raises an alarm when a server is missing, data or not", () => {
      const { inputs } = one(all, ALARM, "bus-servers");
      assert.deepEqual(
        [inputs.metricName, inputs.dimensions, inputs.comparisonOperator, inputs.threshold, inputs.treatMissingData],
        ["RunningTaskCount", { ClusterName: "headroom-prod", ServiceName: "bus" }, "LessThanThreshold", 3, "breaching"],
      );
      assert.equal(inputs.alarmDescription, "The broker bus has had fewer than its 3 servers for 5 minutes.");
    });

    it("runs one server without routes", async () => {
      const raw = {
        ...leastKeys(),
        "headroom:brokers": { bus: { engine: "nats", image: "docker.io/library/nats:2.12-alpine", tasks: 1 } },
      };
      assert.deepEqual(containerOf(await registered(raw), "bus-task").command, [
        'exec nats-server --addr 0.0.0.0 --port 4222 --http_port 8222 --user bus --pass "$NATS_PASSWORD"',
      ]);
    });

    it("makes no zone where there is none to be found", async () => {
      const types = (await registered(leastKeys())).map(({ type }) => type);
      assert.ok(!types.some((type) => type.startsWith("aws:servicediscovery/")));
    });
  });
});
