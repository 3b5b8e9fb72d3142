import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { Endpoint } from "./connection";
import { Part } from "./part";
import type { Queue } from "./queue";
import { readSecrets, readSecretsOf } from "./read-secrets";
import type { Account, Scope } from "./scope";
import { allow, assumedBy, policyDocument } from "./statements";
import type { Statement } from "./statements";
import type { Workload } from "./workload";

/** What a container is started from. */
export interface Image {
  readonly uri: pulumi.Input<string>;
  /** The repository of ECR that has it; undefined for an image of another registry. */
  readonly repositoryArn: pulumi.Input<string> | undefined;
}

interface TaskRolesArgs {
  readonly workload: Pick<Workload, "secrets">;
  readonly image: Image;
  readonly configPath: string;
  readonly logGroupArn: pulumi.Input<string>;
  readonly clusterName: pulumi.Input<string>;
  readonly consumes: Queue | undefined;
  readonly produces: readonly Queue[];
  readonly endpoints: readonly Endpoint[];
  /** Secrets that are made for the task itself. */
  readonly ownSecrets?: readonly pulumi.Input<string>[];
  readonly scope: Scope;
}

/** The role with which ECS starts a task, and the one with which the task itself works; each may do what the service needs, no more. */
export class TaskRoles extends Part {
  readonly executionArn: pulumi.Output<string>;
  readonly taskArn: pulumi.Output<string>;
  /** A task must not start before it may do its work. */
  readonly policies: readonly iam.RolePolicy[];

  constructor(name: string, args: TaskRolesArgs, options: pulumi.ComponentResourceOptions) {
    super("TaskRoles", name, args.configPath, options);
    const child = { parent: this };
    const role = (id: string): iam.Role =>
      new iam.Role(
        `${name}-${id}`,
        { assumeRolePolicy: assumedBy("ecs-tasks.amazonaws.com", args.scope.account), tags: args.scope.tags(name) },
        child,
      );
    const grant = (id: string, to: iam.Role, statements: readonly Statement[]): readonly iam.RolePolicy[] =>
      statements.length === 0 ? [] : [new iam.RolePolicy(`${name}-${id}`, { role: to.name, policy: policyDocument(statements) }, child)];

    const execution = role("execution");
    const task = role("task");
    this.policies = [...grant("execution", execution, toStart(args)), ...grant("task", task, toWork(args))];
    this.executionArn = execution.arn;
    this.taskArn = task.arn;
    this.registerOutputs({});
  }
}

const toStart = ({ workload, image, endpoints, ownSecrets = [], logGroupArn }: TaskRolesArgs): readonly Statement[] => [
  allow(["logs:CreateLogStream", "logs:PutLogEvents"], pulumi.interpolate`${logGroupArn}:*`),
  ...fromEcr(image),
  ...readSecrets(Object.values(workload.secrets), ["ssm:GetParameters"]),
  ...readSecretsOf(endpoints),
  ...(ownSecrets.length === 0 ? [] : [allow(["secretsmanager:GetSecretValue"], ownSecrets)]),
];

/** An image of ECR needs a token and its repository; one of another registry needs neither. */
const fromEcr = ({ repositoryArn }: Image): readonly Statement[] =>
  repositoryArn === undefined
    ? []
    : [allow(["ecr:GetAuthorizationToken"], "*"), allow(["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], repositoryArn)];

const toWork = ({ consumes, produces, endpoints, clusterName, scope: { account } }: TaskRolesArgs): readonly Statement[] => [
  ...endpoints.flatMap((endpoint) => endpoint.grants),
  ...(consumes === undefined
    ? []
    : [
        allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"], consumes.arn),
        // So that a worker can keep itself from being stopped in the middle of a message.
        allow(
          ["ecs:GetTaskProtection", "ecs:UpdateTaskProtection"],
          pulumi.interpolate`arn:${account.partition}:ecs:${account.region}:${account.id}:task/${clusterName}/*`,
        ),
      ]),
  ...(produces.length === 0
    ? []
    : [
        allow(
          ["sqs:SendMessage", "sqs:GetQueueAttributes"],
          produces.map((queue) => queue.arn),
        ),
      ]),
];

/** An image as the stack's file names it; that of ECR says in which repository it is. */
export function imageOf(uri: string, { partition }: Account): Image {
  const [, owner, region, repository] = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/.exec(uri) ?? [];
  if (owner === undefined || region === undefined || repository === undefined) return { uri, repositoryArn: undefined };
  return { uri, repositoryArn: pulumi.interpolate`arn:${partition}:ecr:${region}:${owner}:repository/${repository}` };
}
