import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import { LIVE, names } from "../config";
import type { FunctionConfig } from "../config";
import { clientGroup } from "./client-group";
import { openWay } from "./connection";
import type { Endpoint } from "./connection";
import { FailedEvents } from "./failed-events";
import { functionAlarms } from "./function-alarms";
import { FunctionRole } from "./function-role";
import { functionVariables } from "./function-variables";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import { ProvisionedConcurrency } from "./provisioned-concurrency";
import type { Queue } from "./queue";
import type { Metric } from "./metric";
import type { Scope } from "./scope";
import { ServiceLevel } from "./service-level";
import type { RequestMetrics } from "./service-level";

interface LambdaFunctionArgs {
  readonly fn: FunctionConfig;
  readonly network: Network;
  readonly consumes: Queue | undefined;
  readonly produces: Readonly<Record<string, Queue>>;
  /** Where asynchronous calls go that failed for good; a queue of the function's own where undefined. */
  readonly onFailure: Queue | undefined;
  /** Databases, caches and brokers that it connects to. */
  readonly endpoints: readonly Endpoint[];
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * A function on Lambda. Everybody calls it through its alias `live`, which moves to the new version once that is published, so that a
 * deployment changes nothing half-way. It is in the VPC only when it connects to something there.
 */
export class LambdaFunction extends Part {
  readonly name: pulumi.Output<string>;
  readonly alias: lambda.Alias;

  constructor(name: string, args: LambdaFunctionArgs, options: pulumi.ComponentResourceOptions) {
    const configPath = `headroom:functions.${name}`;
    super("LambdaFunction", name, configPath, options);
    const child = { parent: this };
    const { fn, notifications, scope } = args;
    const tags = scope.tags(name);

    const logs = new cloudwatch.LogGroup(
      `${name}-logs`,
      { name: names.functionLogs(scope.where, name), retentionInDays: scope.logRetention, tags },
      child,
    );
    const failedArn = (args.onFailure ?? new FailedEvents(name, { configPath, notifications, scope }, child)).arn;
    const role = new FunctionRole(
      name,
      { ...args, configPath, logGroupArn: logs.arn, failedArn, produces: Object.values(args.produces) },
      child,
    );
    const { name: functionName, version } = new lambda.Function(
      name,
      {
        name: names.fn(scope.where, name),
        code: new pulumi.asset.FileArchive(fn.code),
        runtime: fn.runtime,
        handler: fn.handler,
        architectures: [fn.architecture],
        memorySize: fn.memory,
        timeout: fn.timeout,
        role: role.arn,
        publish: true,
        ...(fn.reserved === undefined ? {} : { reservedConcurrentExecutions: fn.reserved }),
        environment: { variables: functionVariables(args) },
        tracingConfig: { mode: "Active" },
        loggingConfig: { logFormat: "JSON", logGroup: logs.name },
        ...this.placeIn(name, args),
        tags,
      },
      { ...child, dependsOn: [role.policy] },
    );
    this.alias = new lambda.Alias(`${name}-${LIVE}`, { name: LIVE, functionName, functionVersion: version }, child);
    this.name = functionName;
    this.whenItFails(name, fn, failedArn, role);
    if (fn.consumes !== undefined && args.consumes !== undefined) this.take(name, fn.consumes, args.consumes, role, scope);
    if (fn.provisioned !== undefined && fn.provisioned.max > 0)
      new ProvisionedConcurrency(
        name,
        { provisioned: fn.provisioned, configPath: `${configPath}.provisioned`, functionName, aliasName: this.alias.name, scope },
        child,
      );
    if (fn.slo !== undefined)
      new ServiceLevel(name, { slo: fn.slo, configPath, metrics: callMetrics(functionName), notifications, scope }, child);
    functionAlarms(name, { fn, functionName, notifications, scope }, child);
    this.registerOutputs({ name: this.name });
  }

  /** A function that connects to nothing in the VPC stays outside, where it starts faster and reaches the internet. */
  private placeIn(name: string, { network, endpoints, scope }: LambdaFunctionArgs): Pick<lambda.FunctionArgs, "vpcConfig"> {
    if (endpoints.length === 0) return {};
    const child = { parent: this };
    const group = clientGroup(name, { vpcId: network.vpcId, description: `The function ${name}`, scope }, child);
    for (const endpoint of endpoints) openWay(name, { securityGroupId: group.id, endpoint, scope }, child);
    return { vpcConfig: { subnetIds: network.functionSubnetIds, securityGroupIds: [group.id] } };
  }

  private whenItFails(name: string, fn: FunctionConfig, failedArn: pulumi.Input<string>, role: FunctionRole): void {
    new lambda.FunctionEventInvokeConfig(
      `${name}-async`,
      {
        functionName: this.name,
        qualifier: this.alias.name,
        maximumRetryAttempts: fn.retries,
        maximumEventAgeInSeconds: fn.maxAge,
        destinationConfig: { onFailure: { destination: failedArn } },
      },
      { parent: this, dependsOn: [role.policy] },
    );
  }

  /** A function that reports which messages of a batch failed gets only those again. */
  private take(
    name: string,
    { batch, window, maxConcurrency }: NonNullable<FunctionConfig["consumes"]>,
    queue: Queue,
    role: FunctionRole,
    scope: Scope,
  ): void {
    new lambda.EventSourceMapping(
      `${name}-messages`,
      {
        eventSourceArn: queue.arn,
        functionName: this.alias.arn,
        batchSize: batch,
        ...(window === 0 ? {} : { maximumBatchingWindowInSeconds: window }),
        scalingConfig: { maximumConcurrency: maxConcurrency },
        functionResponseTypes: ["ReportBatchItemFailures"],
        tags: scope.tags(name),
      },
      { parent: this, dependsOn: [role.policy] },
    );
  }
}

/** What Lambda measures of calls, in milliseconds. Source: Lambda developer guide, "Types of metrics for Lambda functions", read 2026-11-25. */
function callMetrics(functionName: pulumi.Input<string>): RequestMetrics {
  const metric = (metricName: string): Metric => ({ namespace: "AWS/Lambda", metricName, dimensions: { FunctionName: functionName } });
  return { requests: metric("Invocations"), failures: [metric("Errors")], latency: metric("Duration"), latencyPerSecond: 1000 };
}
