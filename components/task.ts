import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ecs from "@pulumi/aws/ecs";
import type * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { names, queueVariable, variableOf } from "../config";
import type { Cluster } from "./cluster";
import type { Endpoint, SecretValue } from "./connection";
import { containerDefinitions } from "./container";
import type { Queue } from "./queue";
import type { Scope } from "./scope";
import { TaskRoles } from "./task-roles";
import type { Image } from "./task-roles";
import type { Workload } from "./workload";

interface TaskArgs {
  readonly workload: Workload;
  readonly image: Image;
  readonly configPath: string;
  readonly cluster: Cluster;
  readonly consumes: Queue | undefined;
  readonly produces: Readonly<Record<string, Queue>>;
  readonly endpoints: readonly Endpoint[];
  readonly scope: Scope;
}

/** What one task of a service is, and what it needs before it may start. */
export interface Task {
  readonly definition: ecs.TaskDefinition;
  readonly policies: readonly iam.RolePolicy[];
}

/** The task of a service: its container, its log, its roles. */
export function createTask(name: string, args: TaskArgs, options: pulumi.CustomResourceOptions): Task {
  const { workload, scope } = args;
  const tags = scope.tags(name);

  const logs = new cloudwatch.LogGroup(
    `${name}-logs`,
    { name: names.serviceLogs(scope.where, name), retentionInDays: scope.logRetention, tags },
    options,
  );
  const roles = new TaskRoles(
    name,
    { ...args, logGroupArn: logs.arn, clusterName: args.cluster.name, produces: Object.values(args.produces) },
    options,
  );
  const definition = new ecs.TaskDefinition(
    `${name}-task`,
    {
      family: names.taskFamily(scope.where, name),
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: String(workload.size.cpu),
      memory: String(workload.size.memory),
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: workload.architecture.toUpperCase() },
      executionRoleArn: roles.executionArn,
      taskRoleArn: roles.taskArn,
      containerDefinitions: containerDefinitions({
        name,
        workload,
        image: args.image.uri,
        logGroupName: logs.name,
        region: scope.account.region,
        connections: connectionsOf(args),
        secrets: secretsOf(args),
      }),
      tags,
    },
    options,
  );
  return { definition, policies: roles.policies };
}

/** Where the queues are that the service takes from and sends to, where it connects to, and how many connections it may hold. */
const connectionsOf = ({ workload, consumes, produces, endpoints }: TaskArgs): Readonly<Record<string, pulumi.Input<string>>> => ({
  ...Object.fromEntries(Object.entries(produces).map(([queue, { url }]) => [queueVariable(queue), url])),
  ...(workload.consumes === undefined || consumes === undefined ? {} : { [queueVariable(workload.consumes)]: consumes.url }),
  ...poolsOf(workload.connects),
  ...Object.fromEntries(endpoints.flatMap((endpoint) => Object.entries(endpoint.variables))),
});

/** `MAIN_POOL_SIZE` and `MAIN_POOL_OVERFLOW`: what the connection budget of `main` counts with, told to the one who opens them. */
const poolsOf = (connects: Workload["connects"]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(connects).flatMap(([endpoint, { pool, overflow }]) =>
      pool === undefined
        ? []
        : [
            [variableOf(endpoint, "POOL_SIZE"), String(pool)],
            [variableOf(endpoint, "POOL_OVERFLOW"), String(overflow)],
          ],
    ),
  );

/** Secrets that AWS reads when the task starts: those of the stack's file, and those of what it connects to. */
const secretsOf = ({ workload, endpoints }: TaskArgs): Readonly<Record<string, pulumi.Input<string>>> => ({
  ...workload.secrets,
  ...Object.fromEntries(
    endpoints.flatMap((endpoint) => Object.entries(endpoint.secrets).map(([variable, secret]) => [variable, valueFrom(secret)])),
  ),
});

/** `<arn>:<key>::` is one key of a secret that holds JSON. */
const valueFrom = ({ arn, key }: SecretValue): pulumi.Input<string> => (key === undefined ? arn : pulumi.interpolate`${arn}:${key}::`);
