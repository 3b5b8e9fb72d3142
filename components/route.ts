import * as lb from "@pulumi/aws/lb";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { patternsOf, priorityOf, targetGroupLogicalName } from "../config";
import type { HttpConfig } from "../config";
import { createAlarm } from "./alarm";
import type { LoadBalancer } from "./load-balancer";
import type { Metric } from "./metric";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Scope } from "./scope";
import type { RequestMetrics } from "./service-level";

interface RouteArgs {
  readonly http: HttpConfig;
  readonly configPath: string;
  readonly loadBalancer: LoadBalancer;
  readonly vpcId: pulumi.Input<string>;
  /** The security group of the service's tasks. */
  readonly securityGroupId: pulumi.Input<string>;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** The way from the load balancer to a service: a target group, a rule of the listener, and an open port between the two. */
export class Route extends Part {
  readonly targetGroupArn: pulumi.Output<string>;
  /** Requests to this service, as the load balancer counts them. */
  readonly metrics: RequestMetrics;
  /** `app/…/…/targetgroup/…/…`: names this service's share of the requests. */
  readonly resourceLabel: pulumi.Output<string>;
  /** `app/…/…`: the `LoadBalancer` of this service's metrics. */
  readonly loadBalancerArnSuffix: pulumi.Output<string>;
  /** `targetgroup/…/…`: the `TargetGroup` of this service's metrics. */
  readonly targetGroupArnSuffix: pulumi.Output<string>;
  /** ECS takes a target group only once a listener uses it. */
  readonly rule: lb.ListenerRule;

  constructor(name: string, args: RouteArgs, options: pulumi.ComponentResourceOptions) {
    super("Route", name, args.configPath, options);
    const child = { parent: this };
    const { http, loadBalancer, scope } = args;
    const tags = scope.tags(name);

    const targets = new lb.TargetGroup(
      targetGroupLogicalName(name),
      {
        vpcId: args.vpcId,
        targetType: "ip",
        protocol: "HTTP",
        port: http.port,
        deregistrationDelay: http.deregistrationDelay,
        healthCheck: { path: http.healthCheck, matcher: "200-299", interval: 15, timeout: 5, healthyThreshold: 2, unhealthyThreshold: 3 },
        tags,
      },
      child,
    );
    this.rule = new lb.ListenerRule(
      `${name}-rule`,
      {
        listenerArn: loadBalancer.listenerArn,
        priority: priorityOf(http.path),
        conditions: [{ pathPattern: { values: [...patternsOf(http.path)] } }],
        actions: [{ type: "forward", targetGroupArn: targets.arn }],
        tags,
      },
      child,
    );
    const port = { ipProtocol: "tcp", fromPort: http.port, toPort: http.port, tags };
    // Rules of their own, so that the two groups can name each other without a cycle.
    new vpc.SecurityGroupEgressRule(
      `${name}-out-of-load-balancer`,
      {
        ...port,
        securityGroupId: loadBalancer.securityGroupId,
        referencedSecurityGroupId: args.securityGroupId,
        description: `To ${name}`,
      },
      child,
    );
    new vpc.SecurityGroupIngressRule(
      `${name}-from-load-balancer`,
      {
        ...port,
        securityGroupId: args.securityGroupId,
        referencedSecurityGroupId: loadBalancer.securityGroupId,
        description: "From the load balancer",
      },
      child,
    );

    createAlarm(
      `${name}-unhealthy`,
      {
        alarmDescription: `A task of ${name} has failed its health checks for 5 minutes.`,
        namespace: "AWS/ApplicationELB",
        metricName: "UnHealthyHostCount",
        dimensions: { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: targets.arnSuffix },
        statistic: "Maximum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        evaluationPeriods: 5,
      },
      { notifications: args.notifications, scope, component: name },
      child,
    );

    this.targetGroupArn = targets.arn;
    this.loadBalancerArnSuffix = loadBalancer.arnSuffix;
    this.targetGroupArnSuffix = targets.arnSuffix;
    this.resourceLabel = pulumi.interpolate`${loadBalancer.arnSuffix}/${targets.arnSuffix}`;
    this.metrics = requestMetrics(loadBalancer.arnSuffix, targets.arnSuffix);
    this.registerOutputs({});
  }
}

/**
 * What a load balancer measures for one target group. An error of the connection to a task is answered with an error that no target
 * counts. Source: Application Load Balancer guide, "CloudWatch metrics for your Application Load Balancer", read 2026-11-25.
 */
function requestMetrics(loadBalancer: pulumi.Input<string>, targetGroup: pulumi.Input<string>): RequestMetrics {
  const metric = (metricName: string): Metric => ({
    namespace: "AWS/ApplicationELB",
    metricName,
    dimensions: { LoadBalancer: loadBalancer, TargetGroup: targetGroup },
  });
  return {
    requests: metric("RequestCount"),
    failures: [metric("HTTPCode_Target_5XX_Count"), metric("TargetConnectionErrorCount")],
    latency: metric("TargetResponseTime"),
    latencyPerSecond: 1,
    answering: metric("HealthyHostCount"),
  };
}
