import { types } from "./resource-types";

/** A type of resource that may scale and that no reader reads yet. */
export interface UnreadType {
  /** The input without which it does not scale; undefined where it always may. */
  readonly scalesBy: string | undefined;
  /** What would be read, for people. */
  readonly looked: string;
}

/** `@pulumi/aws` 7, `@pulumi/aws-native`, `@pulumi/kubernetes` 4; custom resources are `kubernetes:<apiVersion>:<kind>`. Read 2026-11. */
export const unreadTypes: Readonly<Record<string, UnreadType>> = {
  "aws:rds/cluster:Cluster": { scalesBy: "serverlessv2ScalingConfiguration", looked: "Aurora Serverless v2 capacity" },
  "aws:autoscaling/group:Group": { scalesBy: undefined, looked: "an Auto Scaling group's instances" },
  "aws:autoscalingplans/scalingPlan:ScalingPlan": { scalesBy: undefined, looked: "what a scaling plan scales" },
  /** Backed by an Auto Scaling group, which the cluster autoscaler moves. */
  "aws:eks/nodeGroup:NodeGroup": { scalesBy: undefined, looked: "a node group's nodes" },
  "aws-native:applicationautoscaling:ScalableTarget": { scalesBy: undefined, looked: "what a scalable target registers" },
  "aws-native:autoscaling:AutoScalingGroup": { scalesBy: undefined, looked: "an Auto Scaling group's instances" },
  "kubernetes:autoscaling/v1:HorizontalPodAutoscaler": { scalesBy: undefined, looked: "a workload's replicas" },
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": { scalesBy: undefined, looked: "a workload's replicas" },
  "kubernetes:autoscaling/v2beta1:HorizontalPodAutoscaler": { scalesBy: undefined, looked: "a workload's replicas" },
  "kubernetes:autoscaling/v2beta2:HorizontalPodAutoscaler": { scalesBy: undefined, looked: "a workload's replicas" },
  "kubernetes:keda.sh/v1alpha1:ScaledObject": { scalesBy: undefined, looked: "a workload's replicas" },
  "kubernetes:keda.sh/v1alpha1:ScaledJob": { scalesBy: undefined, looked: "jobs that run at once" },
  /** Installed by its provider, so that nothing inside is ever a resource of the stack. */
  "kubernetes:helm.sh/v3:Release": { scalesBy: undefined, looked: "what a chart scales" },
};

/**
 * Remote components of which it is known what they hold: those that a reader reads, and those of `@pulumi/awsx` 3 in
 * which nothing scales. Any other may hold anything.
 */
export const knownComponents: ReadonlySet<string> = new Set([
  ...types.ecsService,
  ...types.taskDefinition,
  ...types.vpcComponent,
  ...types.loadBalancer,
  "awsx:cloudtrail:Trail",
  "awsx:ec2:DefaultVpc",
  "awsx:ecr:Image",
  "awsx:ecr:RegistryImage",
  "awsx:ecr:Repository",
  "awsx:lb:TargetGroupAttachment",
]);
