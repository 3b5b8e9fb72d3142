import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { NatsConfig } from "../config";
import type { Scope } from "./scope";
import type { Task } from "./task";
import { imageOf, TaskRoles } from "./task-roles";

interface NatsTaskArgs {
  readonly broker: NatsConfig;
  readonly configPath: string;
  /** The name under which the servers find each other. */
  readonly host: string;
  readonly passwordArn: pulumi.Input<string>;
  readonly clusterName: pulumi.Input<string>;
  readonly scope: Scope;
}

/** One server: its container, its log, its roles. */
export function createNatsTask(name: string, args: NatsTaskArgs, options: pulumi.CustomResourceOptions): Task {
  const { broker, configPath, clusterName, passwordArn, scope } = args;
  const tags = scope.tags(name);

  const logs = new cloudwatch.LogGroup(
    `${name}-logs`,
    { name: names.brokerLogs(scope.where, name), retentionInDays: scope.logRetention, tags },
    options,
  );
  const roles = new TaskRoles(
    name,
    {
      workload: { secrets: {} },
      image: imageOf(broker.image, scope.account),
      configPath,
      logGroupArn: logs.arn,
      clusterName,
      consumes: undefined,
      produces: [],
      endpoints: [],
      ownSecrets: [passwordArn],
      scope,
    },
    options,
  );
  const definition = new ecs.TaskDefinition(
    `${name}-task`,
    {
      family: names.taskFamily(scope.where, name),
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: String(broker.size.cpu),
      memory: String(broker.size.memory),
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: broker.architecture.toUpperCase() },
      executionRoleArn: roles.executionArn,
      taskRoleArn: roles.taskArn,
      containerDefinitions: containerOf(name, args, logs.name),
      tags,
    },
    options,
  );
  return { definition, policies: roles.policies };
}

const containerOf = (name: string, { broker, host, passwordArn, scope }: NatsTaskArgs, logGroupName: pulumi.Input<string>) =>
  pulumi.jsonStringify([
    {
      name,
      image: broker.image,
      essential: true,
      readonlyRootFilesystem: true,
      linuxParameters: { initProcessEnabled: true },
      // NATS lets its clients go to another server before it stops ("lame duck"); this is how long it has.
      stopTimeout: 60,
      portMappings: [4222, 6222].map((containerPort) => ({ containerPort, protocol: "tcp" })),
      entryPoint: ["sh", "-c"],
      command: [serverCommand(name, host, broker.tasks)],
      environment: [],
      secrets: [{ name: "NATS_PASSWORD", valueFrom: passwordArn }],
      healthCheck: {
        command: ["CMD-SHELL", "wget -q -O /dev/null http://127.0.0.1:8222/healthz"],
        interval: 10,
        timeout: 5,
        retries: 3,
        startPeriod: 10,
      },
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": logGroupName, "awslogs-region": scope.account.region, "awslogs-stream-prefix": name },
      },
    },
  ]);

/** The shell puts the password in, so that no definition of a task holds it. */
const serverCommand = (name: string, host: string, tasks: number): string =>
  [
    "exec nats-server --addr 0.0.0.0 --port 4222 --http_port 8222",
    `--user ${name} --pass "$NATS_PASSWORD"`,
    ...(tasks === 1 ? [] : [`--cluster_name ${name} --cluster nats://0.0.0.0:6222 --routes nats://${host}:6222`]),
  ].join(" ");
