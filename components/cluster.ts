import * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import { Part } from "./part";
import type { Scope } from "./scope";

/** An ECS cluster that runs on Fargate and on Fargate Spot. */
export class Cluster extends Part {
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** A service may name a capacity provider only once the cluster has it. */
  readonly capacity: ecs.ClusterCapacityProviders;

  constructor(name: string, { scope }: { scope: Scope }, options: pulumi.ComponentResourceOptions) {
    super("Cluster", name, "headroom:services", options);
    const child = { parent: this };

    const cluster = new ecs.Cluster(
      name,
      {
        name: names.cluster(scope.where),
        // Backlog per task divides by RunningTaskCount, which only Container Insights publishes.
        settings: [{ name: "containerInsights", value: "enabled" }],
        tags: scope.tags(name),
      },
      child,
    );
    this.capacity = new ecs.ClusterCapacityProviders(
      `${name}-capacity`,
      {
        clusterName: cluster.name,
        capacityProviders: ["FARGATE", "FARGATE_SPOT"],
        defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", base: 1, weight: 100 }],
      },
      child,
    );
    this.arn = cluster.arn;
    this.name = cluster.name;
    this.registerOutputs({ arn: this.arn, name: this.name });
  }
}
