import assert from "node:assert/strict";
import { edited, everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

const http = { port: 8080, healthCheck: "/health" };

/** The least configuration with one service behind the load balancer, and settings of it. */
const served = (settings: Record<string, unknown> = {}, others: Record<string, unknown> = {}) => ({
  ...edited(leastKeys(), ["headroom:services", "api", "http"], http),
  "headroom:loadBalancer": settings,
  ...others,
});

const typesOf = (resources: readonly Registered[]): readonly string[] => resources.map(({ type }) => type);
const listenersOf = (resources: readonly Registered[]): readonly string[] =>
  resources.filter(({ type }) => type === "aws:lb/listener:Listener").map(({ name }) => name);

describe("the load balancer", () => {
  let all: readonly Registered[];
  let least: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
    least = await registered(served());
  });

  it("takes its settings from the stack's file, and safe ones where nothing is written", () => {
    const settings = (resources: readonly Registered[]) => {
      const { idleTimeout, desyncMitigationMode, enableHttp2, dropInvalidHeaderFields } = one(
        resources,
        "aws:lb/loadBalancer:LoadBalancer",
        "public",
      ).inputs;
      return [idleTimeout, desyncMitigationMode, enableHttp2, dropInvalidHeaderFields];
    };
    assert.deepEqual(settings(least), [60, "defensive", true, true]);
  });

  it("passes on what the stack's file says", async () => {
    const { inputs } = one(
      await registered(served({ idleTimeout: "2 minutes", desync: "strictest" })),
      "aws:lb/loadBalancer:LoadBalancer",
      "public",
    );
    assert.deepEqual([inputs.idleTimeout, inputs.desyncMitigationMode], [120, "strictest"]);
  });

  it("logs every request to a bucket that only Elastic Load Balancing may write to", () => {
    assert.deepEqual(one(least, "aws:lb/loadBalancer:LoadBalancer", "public").inputs.accessLogs, {
      bucket: "public-logs-bucket",
      enabled: true,
    });
    assert.deepEqual(JSON.parse(String(one(least, "aws:s3/bucketPolicy:BucketPolicy", "public-logs-policy").inputs.policy)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AccessLogs",
          Effect: "Allow",
          Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: "arn:public-logs/AWSLogs/123456789012/*",
        },
        {
          Sid: "OnlyWithTls",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: ["arn:public-logs", "arn:public-logs/*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("waits for the bucket's policy, because AWS tries the bucket", () => {
    assert.deepEqual(one(least, "aws:lb/loadBalancer:LoadBalancer", "public").waitsFor, [
      "aws:s3/bucketPolicy:BucketPolicy public-logs-policy",
    ]);
  });

  it("logs nothing where that is switched off", async () => {
    const quiet = await registered(served({ accessLogs: false }));
    assert.equal(one(quiet, "aws:lb/loadBalancer:LoadBalancer", "public").inputs.accessLogs, undefined);
    assert.ok(!typesOf(quiet).includes("aws:s3/bucket:Bucket"));
  });

  it("speaks TLS 1.2 and 1.3 only", () => {
    assert.equal(one(all, "aws:lb/listener:Listener", "public-https").inputs.sslPolicy, "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
  });

  it("gives a task the time that the stack's file says to finish its requests", () => {
    assert.equal(one(all, "aws:lb/targetGroup:TargetGroup", "api-tg").inputs.deregistrationDelay, 45);
    assert.equal(one(least, "aws:lb/targetGroup:TargetGroup", "api-tg").inputs.deregistrationDelay, 30);
  });

  it("raises an alarm on its own errors, on connections turned away, and on unhealthy tasks", () => {
    const alarm = (name: string) => {
      const { metricName, dimensions, statistic, threshold, evaluationPeriods, datapointsToAlarm, period } = one(
        least,
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        name,
      ).inputs;
      return { metricName, dimensions, statistic, threshold, evaluationPeriods, datapointsToAlarm, period };
    };
    const dimensions = { LoadBalancer: "app/public-1/abc" };
    assert.deepEqual(alarm("public-errors"), {
      metricName: "HTTPCode_ELB_5XX_Count",
      dimensions,
      statistic: "Sum",
      threshold: 5,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      period: 60,
    });
    assert.deepEqual(alarm("public-rejected"), {
      metricName: "RejectedConnectionCount",
      dimensions,
      statistic: "Sum",
      threshold: 0,
      evaluationPeriods: 1,
      datapointsToAlarm: undefined,
      period: 60,
    });
    assert.deepEqual(alarm("api-unhealthy"), {
      metricName: "UnHealthyHostCount",
      dimensions: { LoadBalancer: "app/public-1/abc", TargetGroup: "targetgroup/api-tg-1/def" },
      statistic: "Maximum",
      threshold: 0,
      evaluationPeriods: 5,
      datapointsToAlarm: undefined,
      period: 60,
    });
  });

  it("stands behind no firewall where none is asked for", () => {
    assert.ok(typesOf(least).every((type) => !type.startsWith("aws:wafv2/")));
  });

  it("stands behind a firewall that limits each address and applies AWS's rules", () => {
    const { inputs } = one(all, "aws:wafv2/webAcl:WebAcl", "public-waf");
    assert.deepEqual([inputs.scope, inputs.region, inputs.defaultAction], ["REGIONAL", undefined, { allow: {} }]);
    const visibilityConfig = (metricName: string) => ({ cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true });
    const managed = (name: string, priority: number) => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
      visibilityConfig: visibilityConfig(name),
    });
    assert.deepEqual(inputs.rules, [
      {
        name: "rate",
        priority: 0,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: 2000, aggregateKeyType: "IP", evaluationWindowSec: 300 } },
        visibilityConfig: visibilityConfig("rate"),
      },
      managed("AWSManagedRulesKnownBadInputsRuleSet", 1),
      managed("AWSManagedRulesCommonRuleSet", 2),
    ]);
    assert.deepEqual(one(all, "aws:wafv2/webAclAssociation:WebAclAssociation", "public-waf").inputs, {
      resourceArn: "arn:public",
      webAclArn: "arn:public-waf",
    });
  });

  it("logs what the firewall turned away, without credentials, to a log of the name that WAF asks for", () => {
    const logging = one(all, "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "public-waf-logging").inputs;
    assert.deepEqual(logging.logDestinationConfigs, ["arn:public-waf-logs"]);
    assert.deepEqual(logging.redactedFields, [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }]);
    assert.deepEqual(logging.loggingFilter, {
      defaultBehavior: "DROP",
      filters: [
        {
          behavior: "KEEP",
          requirement: "MEETS_ANY",
          conditions: [{ actionCondition: { action: "BLOCK" } }, { actionCondition: { action: "COUNT" } }],
        },
      ],
    });
    const log = one(all, "aws:cloudwatch/logGroup:LogGroup", "public-waf-logs").inputs;
    assert.deepEqual([log.name, log.retentionInDays], ["aws-waf-logs-headroom-prod-public-waf", 90]);
  });

  it("is open to the internet, on the ports that it listens on", () => {
    assert.deepEqual(listenersOf(all), ["public-http", "public-https"]);
    for (const port of [80, 443]) {
      const rule = one(all, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", `public-from-internet-${port}`).inputs;
      assert.deepEqual([rule.cidrIpv4, rule.fromPort, rule.toPort], ["0.0.0.0/0", port, port]);
    }
    assert.deepEqual(listenersOf(least), ["public-http"]);
  });
});
