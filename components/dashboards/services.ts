import type * as pulumi from "@pulumi/pulumi";
import type { ScaleConfig } from "../../config";
import { levelsOf, linesOf } from "./graph";
import type { Graph, Level, Line, Section } from "./graph";

/** A service, as its dashboard needs it. */
export interface ShownService {
  readonly name: string;
  readonly clusterName: pulumi.Input<string>;
  readonly serviceName: pulumi.Input<string>;
  readonly bounds: { readonly min: number; readonly max: number };
  readonly targets: ScaleConfig["on"];
  /** Its share of the load balancer's requests; absent without `http`. */
  readonly target?: Readonly<Record<string, pulumi.Input<string>>> | undefined;
  /** The queue that it consumes. */
  readonly queueName?: pulumi.Input<string> | undefined;
  /** What its steps look at, and from where on they add or take away tasks. */
  readonly steps?: { readonly source: Line; readonly levels: readonly Level[] } | undefined;
}

/**
 * Four sections: how many tasks there are and should be, what they use, what moves their number, and what the cluster has reserved.
 * Source of the metrics: ECS developer guide, "Amazon ECS CloudWatch metrics", and CloudWatch user guide, "Amazon ECS Container Insights
 * metrics", read 2026-11-25.
 */
export const servicesDashboard = (services: readonly ShownService[], clusterName: pulumi.Input<string>): readonly Section[] => [
  { title: "Tasks", graphs: services.map(tasks) },
  { title: "CPU and memory", graphs: services.map(usage) },
  { title: "Scaling triggers", graphs: services.flatMap((service) => [...requests(service), ...queue(service), ...steps(service)]) },
  { title: "Cluster capacity", graphs: services.length === 0 ? [] : capacity(clusterName) },
];

const INSIGHTS = "ECS/ContainerInsights";

const tasks = ({ name, clusterName, serviceName, bounds }: ShownService): Graph => {
  const line = linesOf(INSIGHTS, { ClusterName: clusterName, ServiceName: serviceName });
  return {
    title: `${name}: tasks`,
    unit: "tasks",
    lines: [line("RunningTaskCount", "Average", "running"), line("DesiredTaskCount", "Average", "desired")],
    levels: levelsOf([
      { label: "min", value: bounds.min },
      { label: "max", value: bounds.max },
    ]),
  };
};

const usage = ({ name, clusterName, serviceName, targets }: ShownService): Graph => {
  const line = linesOf("AWS/ECS", { ClusterName: clusterName, ServiceName: serviceName });
  return {
    title: `${name}: CPU and memory`,
    unit: "%",
    lines: [line("CPUUtilization", "Average", "CPU"), line("MemoryUtilization", "Average", "memory")],
    levels: levelsOf([
      { label: "CPU target", value: targets.cpu },
      { label: "memory target", value: targets.memory },
    ]),
  };
};

const requests = ({ name, target, targets }: ShownService): readonly Graph[] =>
  target === undefined
    ? []
    : [
        {
          title: `${name}: requests`,
          unit: "requests a minute, per task",
          lines: [linesOf("AWS/ApplicationELB", target)("RequestCountPerTarget", "Sum", "requests per task")],
          levels: levelsOf([{ label: "target", value: targets.requestsPerTask }]),
        },
      ];

/** What the queue holds; divided by the tasks where that is what a target is kept of; once, where the steps look at it anyway. */
function queue(service: ShownService): readonly Graph[] {
  const { name, queueName, targets, steps } = service;
  if (queueName === undefined) return [];
  const waiting = linesOf("AWS/SQS", { QueueName: queueName })("ApproximateNumberOfMessagesVisible", "Average", "waiting");
  const target = targets.backlogPerTask;
  if (target !== undefined)
    return [
      {
        title: `${name}: backlog`,
        unit: "messages, per task",
        lines: [
          {
            label: "backlog per task",
            expression: "FILL(waiting, 0) / IF(FILL(tasks, 0) > 0, FILL(tasks, 0), 1)",
            of: { waiting, tasks: running(service) },
          },
        ],
        levels: [{ label: "target", value: target }],
      },
    ];
  return steps === undefined ? [{ title: `${name}: queue`, unit: "messages", lines: [waiting] }] : [];
}

const running = ({ clusterName, serviceName }: ShownService): Line =>
  linesOf(INSIGHTS, { ClusterName: clusterName, ServiceName: serviceName })("RunningTaskCount", "Average", "running");

const steps = ({ name, steps }: ShownService): readonly Graph[] =>
  steps === undefined ? [] : [{ title: `${name}: steps`, unit: steps.source.label, lines: [steps.source], levels: steps.levels }];

/** Container Insights counts CPU units, of which 1024 are a vCPU, and memory in MiB. */
const capacity = (clusterName: pulumi.Input<string>): readonly Graph[] => {
  const line = linesOf(INSIGHTS, { ClusterName: clusterName });
  return [
    {
      title: "Cluster: CPU",
      unit: "CPU units",
      lines: [line("CpuReserved", "Sum", "reserved"), line("CpuUtilized", "Sum", "used")],
    },
    {
      title: "Cluster: memory",
      unit: "MiB",
      lines: [line("MemoryReserved", "Sum", "reserved"), line("MemoryUtilized", "Sum", "used")],
    },
    { title: "Cluster: tasks", unit: "tasks", lines: [line("TaskCount", "Average", "tasks")] },
  ];
};
