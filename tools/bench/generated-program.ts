import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "./contenders";

const source = (services: number): string => `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const cluster = new aws.ecs.Cluster("main", { name: "main" });
for (let n = 0; n < ${services}; n++) {
  const name = \`service-\${n}\`;
  const task = new aws.ecs.TaskDefinition(name, {
    family: name,
    cpu: "256",
    memory: "512",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    containerDefinitions: JSON.stringify([{ name, image: "ghcr.io/example/app:1", essential: true, portMappings: [{ containerPort: 8080 }] }]),
  });
  const service = new aws.ecs.Service(
    name,
    { name, cluster: cluster.arn, taskDefinition: task.arn, desiredCount: 2, launchType: "FARGATE" },
    { ignoreChanges: ["desiredCount"] },
  );
  const target = new aws.appautoscaling.Target(name, {
    minCapacity: 2,
    maxCapacity: 10,
    resourceId: pulumi.interpolate\`service/\${cluster.name}/\${service.name}\`,
    scalableDimension: "ecs:service:DesiredCount",
    serviceNamespace: "ecs",
  });
  const policy = new aws.appautoscaling.Policy(name, {
    policyType: "StepScaling",
    resourceId: target.resourceId,
    scalableDimension: target.scalableDimension,
    serviceNamespace: target.serviceNamespace,
    stepScalingPolicyConfiguration: {
      adjustmentType: "ChangeInCapacity",
      cooldown: 300,
      metricAggregationType: "Average",
      stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
    },
  });
  new aws.cloudwatch.MetricAlarm(name, {
    name,
    namespace: "AWS/ECS",
    metricName: "CPUUtilization",
    dimensions: { ClusterName: cluster.name, ServiceName: service.name },
    comparisonOperator: "GreaterThanThreshold",
    threshold: 70,
    statistic: "Average",
    period: 60,
    evaluationPeriods: 2,
    alarmActions: [policy.arn],
  });
}
`;

/** Resources of each service. */
const perService = 5;

export interface GeneratedProgram {
  readonly folder: string;
  /** Without the stack and the cluster. */
  readonly resources: number;
  remove(): void;
}

/** A program of so many ECS services, each with its task definition, scalable target, step policy and alarm. */
export function generateProgram(services: number): GeneratedProgram {
  const folder = mkdtempSync(join(tmpdir(), "headroom-bench-"));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write("index.ts", source(services));
  write("Pulumi.yaml", "name: bench\nruntime: nodejs\n");
  write("Pulumi.dev.yaml", "config:\n  aws:region: us-east-1\n");
  write("package.json", '{ "name": "bench", "main": "index.ts" }\n');
  write(
    "tsconfig.json",
    '{ "compilerOptions": { "target": "ES2022", "module": "commonjs", "moduleResolution": "node", "esModuleInterop": true } }\n',
  );
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return { folder, resources: services * perService, remove: () => rmSync(folder, { recursive: true }) };
}
