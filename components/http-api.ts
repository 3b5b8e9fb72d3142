import * as apigateway from "@pulumi/aws/apigatewayv2";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { HttpApiConfig } from "../config";
import { createAlarm } from "./alarm";
import { ApiDomain } from "./api-domain";
import { ApiRoute } from "./api-route";
import type { LambdaFunction } from "./function";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Scope } from "./scope";

interface HttpApiArgs {
  readonly httpApi: HttpApiConfig;
  readonly routes: readonly { readonly route: string; readonly name: string; readonly fn: LambdaFunction }[];
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * The HTTP API before the functions that have a `route`. It limits how many requests come through, writes one line of JSON for each, and
 * raises an alarm when more than 5 % of them end in an error of ours.
 */
export class HttpApi extends Part {
  /** Where the API answers: at its own domain where it has one. */
  readonly url: pulumi.Output<string>;
  /** What the DNS record of its own domain has to point to. */
  readonly domainTarget: pulumi.Output<string> | undefined;

  constructor(name: string, args: HttpApiArgs, options: pulumi.ComponentResourceOptions) {
    super("HttpApi", name, "headroom:httpApi", options);
    const child = { parent: this };
    const { httpApi, notifications, scope } = args;
    const tags = scope.tags(name);

    const api = new apigateway.Api(
      name,
      {
        name: names.httpApi(scope.where),
        protocolType: "HTTP",
        // With a domain of its own, nobody goes around it.
        disableExecuteApiEndpoint: httpApi.domain !== undefined,
        ...(httpApi.cors === undefined ? {} : { corsConfiguration: corsOf(httpApi.cors) }),
        tags,
      },
      child,
    );
    const routes = args.routes.map(
      ({ route, name: fn, fn: { name: functionName, alias } }) =>
        new ApiRoute(`${name}-${fn}`, { fn, route, api, functionName, alias }, child),
    );
    const logs = new cloudwatch.LogGroup(
      `${name}-logs`,
      { name: names.httpApiLogs(scope.where), retentionInDays: scope.logRetention, tags },
      child,
    );
    const stage = new apigateway.Stage(
      `${name}-stage`,
      {
        apiId: api.id,
        name: "$default",
        autoDeploy: true,
        defaultRouteSettings: {
          throttlingRateLimit: httpApi.throttle.rate,
          throttlingBurstLimit: httpApi.throttle.burst,
          detailedMetricsEnabled: true,
        },
        accessLogSettings: { destinationArn: logs.arn, format: JSON.stringify(LINE) },
        tags,
      },
      { ...child, dependsOn: routes },
    );
    const domain =
      httpApi.domain === undefined
        ? undefined
        : new ApiDomain(`${name}-domain`, { domain: httpApi.domain, apiId: api.id, stage: stage.name, scope }, child);
    createAlarm(
      `${name}-errors`,
      {
        alarmDescription: `More than ${ERRORS} % of the requests to the HTTP API ended in an error of ours in 3 of 5 minutes.`,
        comparisonOperator: "GreaterThanThreshold",
        threshold: ERRORS,
        evaluationPeriods: 5,
        datapointsToAlarm: 3,
        metricQueries: errorRate(api.id),
      },
      { notifications, scope, component: name },
      child,
    );

    this.url = domain?.url ?? api.apiEndpoint;
    this.domainTarget = domain?.target;
    this.registerOutputs({ url: this.url });
  }
}

/** The share of requests that may end in a 5xx, in percent. */
const ERRORS = 5;

const corsOf = (cors: NonNullable<HttpApiConfig["cors"]>): apigateway.ApiArgs["corsConfiguration"] => ({
  allowOrigins: cors.origins,
  allowMethods: cors.methods,
  allowHeaders: cors.headers,
  exposeHeaders: cors.exposed,
  allowCredentials: cors.credentials,
  maxAge: cors.maxAge,
});

/** What is written of each request. Source: API Gateway developer guide, "Customize HTTP API access logs", read 2026-11-25. */
const LINE = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  ip: "$context.identity.sourceIp",
  route: "$context.routeKey",
  path: "$context.path",
  status: "$context.status",
  bytes: "$context.responseLength",
  latency: "$context.responseLatency",
  integrationLatency: "$context.integrationLatency",
  integrationStatus: "$context.integrationStatus",
  error: "$context.integrationErrorMessage",
};

const errorRate = (apiId: pulumi.Input<string>): cloudwatch.MetricAlarmArgs["metricQueries"] => {
  const sum = (id: string, metricName: string) => ({
    id,
    returnData: false,
    metric: { namespace: "AWS/ApiGateway", metricName, dimensions: { ApiId: apiId }, period: 60, stat: "Sum" },
  });
  return [
    sum("errors", "5xx"),
    sum("requests", "Count"),
    { id: "rate", label: "Failed requests, %", expression: "IF(requests > 0, 100 * errors / requests, 0)", returnData: true },
  ];
};
