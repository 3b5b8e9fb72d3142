import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ecs from "@pulumi/aws/ecs";
import type * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { names, queueVariable } from "../config";
import type { ServiceConfig } from "../config";
import type { Cluster } from "./cluster";
import { containerDefinitions } from "./container";
import type { Queue } from "./queue";
import type { Scope } from "./scope";
import { TaskRoles } from "./task-roles";

interface TaskArgs {
  readonly service: ServiceConfig;
  readonly configPath: string;
  readonly cluster: Cluster;
  readonly consumes: Queue | undefined;
  readonly produces: Readonly<Record<string, Queue>>;
  readonly scope: Scope;
}

/** What one task of a service is, and what it needs before it may start. */
interface Task {
  readonly definition: ecs.TaskDefinition;
  readonly policies: readonly iam.RolePolicy[];
}

/** The task of a service: its container, its log, its roles. */
export function createTask(name: string, args: TaskArgs, options: pulumi.CustomResourceOptions): Task {
  const { service, scope } = args;
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
      cpu: String(service.size.cpu),
      memory: String(service.size.memory),
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: service.architecture.toUpperCase() },
      executionRoleArn: roles.executionArn,
      taskRoleArn: roles.taskArn,
      containerDefinitions: containerDefinitions({
        name,
        service,
        logGroupName: logs.name,
        region: scope.account.region,
        connections: connectionsOf(args),
      }),
      tags,
    },
    options,
  );
  return { definition, policies: roles.policies };
}

/** The addresses of the queues that the service takes from and sends to. */
const connectionsOf = ({ service, consumes, produces }: TaskArgs): Readonly<Record<string, pulumi.Input<string>>> => ({
  ...Object.fromEntries(Object.entries(produces).map(([queue, { url }]) => [queueVariable(queue), url])),
  ...(service.consumes === undefined || consumes === undefined ? {} : { [queueVariable(service.consumes)]: consumes.url }),
});
