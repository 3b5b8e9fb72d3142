import assert from "node:assert/strict";
import fc from "fast-check";
import { sourceOf } from "../../components/api-route";
import { edited, everyKey } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

type Inputs = Readonly<Record<string, unknown>>;

const API = "aws:apigatewayv2/api:Api";

describe("components/http-api", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  it("is an HTTP API that only its own domain leads to", () => {
    assert.deepEqual(one(all, API, "http-api").inputs, {
      tags: { "headroom:project": "headroom", "headroom:stack": "prod", "headroom:component": "http-api" },
      name: "headroom-prod",
      protocolType: "HTTP",
      disableExecuteApiEndpoint: true,
      corsConfiguration: {
        allowOrigins: ["https://shop.example.com"],
        allowMethods: ["GET", "POST"],
        allowHeaders: ["content-type"],
        exposeHeaders: ["etag"],
        allowCredentials: true,
        maxAge: 3600,
      },
    });
    assert.deepEqual(one(all, "aws:apigatewayv2/domainName:DomainName", "http-api-domain").inputs.domainNameConfiguration, {
      certificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef",
      endpointType: "REGIONAL",
      securityPolicy: "TLS_1_2",
    });
    assert.deepEqual(one(all, "aws:apigatewayv2/apiMapping:ApiMapping", "http-api-domain").inputs, {
      apiId: "http-api-id",
      domainName: "api.example.com",
      stage: "$default",
    });
  });

  it("answers at AWS's address, and lets no other origin in, where nothing else is written", async () => {
    const raw = edited(everyKey(), ["headroom:httpApi"], { throttle: { rate: 5, burst: 5 } });
    const { inputs } = one(await registered(raw, "prod"), API, "http-api");
    assert.deepEqual([inputs.disableExecuteApiEndpoint, inputs.corsConfiguration], [false, undefined]);
  });

  it("limits requests, counts them by route, and writes a line of JSON for each", () => {
    const { autoDeploy, name, defaultRouteSettings, accessLogSettings } = one(all, "aws:apigatewayv2/stage:Stage", "http-api-stage").inputs;
    assert.deepEqual([name, autoDeploy], ["$default", true]);
    assert.deepEqual(defaultRouteSettings, { throttlingRateLimit: 500, throttlingBurstLimit: 200, detailedMetricsEnabled: true });
    const { destinationArn, format } = accessLogSettings as { destinationArn: string; format: string };
    assert.equal(destinationArn, "arn:http-api-logs");
    const line = JSON.parse(format) as Record<string, string>;
    assert.equal(line.requestId, "$context.requestId");
    for (const value of Object.values(line)) assert.match(value, /^\$context\.[A-Za-z.]+$/);
    const { name: group, retentionInDays } = one(all, "aws:cloudwatch/logGroup:LogGroup", "http-api-logs").inputs;
    assert.deepEqual([group, retentionInDays], ["/aws/vendedlogs/headroom/prod/http-api", 90]);
  });

  it("sends a route to the function's alias, which it alone may call", () => {
    assert.deepEqual(one(all, "aws:apigatewayv2/route:Route", "http-api-checkout").inputs, {
      apiId: "http-api-id",
      routeKey: "POST /checkout/{basket}",
      target: "integrations/http-api-checkout-id",
    });
    assert.deepEqual(one(all, "aws:apigatewayv2/integration:Integration", "http-api-checkout").inputs, {
      apiId: "http-api-id",
      integrationType: "AWS_PROXY",
      integrationMethod: "POST",
      integrationUri: "invoke:checkout-live",
      payloadFormatVersion: "2.0",
      timeoutMilliseconds: 30_000,
    });
    assert.deepEqual(one(all, "aws:lambda/permission:Permission", "http-api-checkout").inputs, {
      action: "lambda:InvokeFunction",
      function: "headroom-prod-checkout",
      qualifier: "live",
      principal: "apigateway.amazonaws.com",
      sourceArn: "arn:execute-api/*/POST/checkout/*",
    });
  });

  it("says when more than 5 % of the requests end in an error of ours", () => {
    const alarm = one(all, "aws:cloudwatch/metricAlarm:MetricAlarm", "http-api-errors").inputs;
    assert.deepEqual(
      [alarm.threshold, alarm.evaluationPeriods, alarm.datapointsToAlarm, alarm.alarmDescription],
      [5, 5, 3, "More than 5 % of the requests to the HTTP API ended in an error of ours in 3 of 5 minutes."],
    );
    const queries = alarm.metricQueries as readonly { readonly metric?: Inputs }[];
    assert.deepEqual(
      queries.flatMap(({ metric }) => (metric === undefined ? [] : [[metric.metricName, metric.dimensions]])),
      [
        ["5xx", { ApiId: "http-api-id" }],
        ["Count", { ApiId: "http-api-id" }],
      ],
    );
  });

  it("is there exactly when a function has a route", async () => {
    const without = await registered(edited(everyKey(), ["headroom:functions", "checkout", "route"], undefined), "prod");
    assert.deepEqual(
      without.filter(({ type }) => type.startsWith("aws:apigatewayv2")),
      [],
    );
  });
});

describe("components/api-route", () => {
  it("lets through what a route stands for", () => {
    assert.deepEqual(["$default", "GET /", "ANY /orders/{id}", "POST /files/{path+}"].map(sourceOf), [
      "*/*",
      "*/GET/",
      "*/*/orders/*",
      "*/POST/files/*",
    ]);
  });

  it("leaves no variable in any source", () => {
    const part = fc.oneof(fc.stringMatching(/^[a-z0-9_.~-]{1,8}$/), fc.stringMatching(/^\{[a-z]{1,8}\}$/));
    fc.assert(
      fc.property(fc.constantFrom("GET", "ANY"), fc.array(part), (method, parts) => {
        const source = sourceOf(`${method} /${parts.join("/")}`);
        assert.doesNotMatch(source, /[{}]/);
        assert.equal(source.split("/").length, 3 + Math.max(0, parts.length - 1));
      }),
    );
  });
});
