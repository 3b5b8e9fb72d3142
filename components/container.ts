import * as pulumi from "@pulumi/pulumi";
import type { Workload } from "./workload";

interface ContainerArgs {
  readonly name: string;
  readonly workload: Workload;
  readonly image: pulumi.Input<string>;
  readonly logGroupName: pulumi.Input<string>;
  readonly region: pulumi.Input<string>;
  /** Variables that follow from what the service is connected to. */
  readonly connections: Readonly<Record<string, pulumi.Input<string>>>;
  /** Variables whose value AWS reads from a secret, by the secret's ARN. */
  readonly secrets: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The container definitions of a task, as the JSON that ECS takes: one container, named as the workload. */
export const containerDefinitions = ({
  name,
  workload,
  image,
  logGroupName,
  region,
  connections,
  secrets,
}: ContainerArgs): pulumi.Output<string> =>
  pulumi.jsonStringify([
    {
      name,
      image,
      essential: true,
      // A process that reaps children and passes on the signal with which ECS stops a task.
      linuxParameters: { initProcessEnabled: true },
      stopTimeout: workload.consumes === undefined ? 30 : LONGEST_STOP,
      portMappings: workload.http === undefined ? [] : [{ containerPort: workload.http.port, protocol: "tcp" }],
      environment: Object.entries({ ...workload.environment, ...connections }).map(([variable, value]) => ({ name: variable, value })),
      secrets: Object.entries(secrets).map(([variable, valueFrom]) => ({ name: variable, valueFrom })),
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": logGroupName, "awslogs-region": region, "awslogs-stream-prefix": name },
      },
      ...(workload.openFiles === undefined ? {} : { ulimits: [openFiles(workload.openFiles)] }),
      ...(workload.healthCommand === undefined ? {} : { healthCheck: healthCheck(workload.healthCommand, workload.startup) }),
    },
  ]);

const openFiles = (most: number) => ({ name: "nofile", softLimit: most, hardLimit: most });

/** Seconds between the request to stop and the end by force; Fargate allows at most 120. A worker gets all of them. */
const LONGEST_STOP = 120;

/** ECS takes a start period of at most 300 s. */
const healthCheck = (command: string, startup: number) => ({
  command: ["CMD-SHELL", command],
  interval: 30,
  timeout: 5,
  retries: 3,
  startPeriod: Math.min(startup, 300),
});
