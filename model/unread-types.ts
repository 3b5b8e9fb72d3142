import { types } from "./resource-types";

/**
 * The types of resource that may scale and that no reader reads yet, each with what would be read, for people.
 * `@pulumi/aws` 7, `@pulumi/aws-native`, `@pulumi/kubernetes` 4; custom resources are `kubernetes:<apiVersion>:<kind>`. Read 2026-11.
 */
export const unreadTypes: Readonly<Record<string, string>> = {
  "aws:autoscaling/group:Group": "an Auto Scaling group's instances",
  "aws:autoscalingplans/scalingPlan:ScalingPlan": "what a scaling plan scales",
  /** Backed by an Auto Scaling group, which the cluster autoscaler moves. */
  "aws:eks/nodeGroup:NodeGroup": "a node group's nodes",
  "aws-native:applicationautoscaling:ScalableTarget": "what a scalable target registers",
  "aws-native:autoscaling:AutoScalingGroup": "an Auto Scaling group's instances",
  "kubernetes:autoscaling/v1:HorizontalPodAutoscaler": "a workload's replicas",
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": "a workload's replicas",
  "kubernetes:autoscaling/v2beta1:HorizontalPodAutoscaler": "a workload's replicas",
  "kubernetes:autoscaling/v2beta2:HorizontalPodAutoscaler": "a workload's replicas",
  "kubernetes:keda.sh/v1alpha1:ScaledObject": "a workload's replicas",
  "kubernetes:keda.sh/v1alpha1:ScaledJob": "jobs that run at once",
  /** Installed by its provider, so that nothing inside is ever a resource of the stack. */
  "kubernetes:helm.sh/v3:Release": "what a chart scales",
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
