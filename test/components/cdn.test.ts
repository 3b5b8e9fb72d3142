import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { nearestShield, shieldOf } from "../../components/cdn-origins";
import { edited, everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

type Inputs = Readonly<Record<string, unknown>>;

const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const distributionOf = (resources: readonly Registered[]): Inputs => one(resources, DISTRIBUTION, "cdn").inputs;
const policyOf = (resources: readonly Registered[], type: string, name: string): unknown =>
  (JSON.parse(String(one(resources, type, name).inputs.policy)) as { Statement: unknown }).Statement;

const service = (path: string) => ({
  image: "ghcr.io/example/api:1.4.2",
  http: { port: 8080, healthCheck: "/health", path },
  scale: { min: 1, max: 4, on: { cpu: "70%" } },
});

/** The least configuration with a CDN before services at some paths. */
const fronted = (cdn: Record<string, unknown>, paths: Readonly<Record<string, string>> = {}) => ({
  ...leastKeys(),
  "headroom:services": Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, service(path)])),
  "headroom:cdn": cdn,
});

const services = {
  targetOriginId: "services",
  viewerProtocolPolicy: "redirect-to-https",
  cachedMethods: ["GET", "HEAD"],
  compress: true,
  responseHeadersPolicyId: "cdn-headers-id",
  allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
  cachePolicyId: "cdn-dynamic-id",
  originRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
};
const assets = {
  targetOriginId: "assets",
  viewerProtocolPolicy: "redirect-to-https",
  cachedMethods: ["GET", "HEAD"],
  compress: true,
  responseHeadersPolicyId: "cdn-headers-id",
  allowedMethods: ["GET", "HEAD", "OPTIONS"],
  cachePolicyId: "cdn-static-id",
};

describe("the CDN", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  it("is not there where nobody asks for it", async () => {
    const least = await registered(leastKeys());
    assert.ok(least.every(({ type }) => !type.startsWith("aws:cloudfront/")));
  });

  it("speaks HTTP/3, IPv6 and TLS 1.2 or newer, under its own name", () => {
    const { enabled, httpVersion, isIpv6Enabled, priceClass, aliases, viewerCertificate, restrictions } = distributionOf(all);
    assert.deepEqual(
      { enabled, httpVersion, isIpv6Enabled, priceClass, aliases, viewerCertificate, restrictions },
      {
        enabled: true,
        httpVersion: "http2and3",
        isIpv6Enabled: true,
        priceClass: "PriceClass_200",
        aliases: ["www.example.com"],
        viewerCertificate: {
          acmCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef",
          sslSupportMethod: "sni-only",
          minimumProtocolVersion: "TLSv1.2_2025",
        },
        restrictions: { geoRestriction: { restrictionType: "none" } },
      },
    );
  });

  it("reaches the load balancer over HTTPS by its name, and the bucket by signed requests, through one more cache near them", () => {
    const originShield = { enabled: true, originShieldRegion: "eu-central-1" };
    assert.deepEqual(distributionOf(all).origins, [
      {
        originId: "services",
        domainName: "origin.example.com",
        customOriginConfig: { httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] },
        originShield,
      },
      {
        originId: "assets",
        domainName: "cdn-assets-bucket.s3.eu-central-1.amazonaws.com",
        originAccessControlId: "cdn-assets-id",
        originShield,
      },
    ]);
    const { originAccessControlOriginType, signingBehavior, signingProtocol } = one(
      all,
      "aws:cloudfront/originAccessControl:OriginAccessControl",
      "cdn-assets",
    ).inputs;
    assert.deepEqual([originAccessControlOriginType, signingBehavior, signingProtocol], ["s3", "always", "sigv4"]);
  });

  it("answers from the bucket but for the services' paths, where no service is at /", () => {
    const { defaultCacheBehavior, orderedCacheBehaviors, defaultRootObject, customErrorResponses } = distributionOf(all);
    assert.deepEqual(
      { defaultCacheBehavior, orderedCacheBehaviors, defaultRootObject, customErrorResponses },
      {
        defaultCacheBehavior: assets,
        orderedCacheBehaviors: [
          { pathPattern: "/orders", ...services },
          { pathPattern: "/orders/*", ...services },
        ],
        defaultRootObject: "start.html",
        customErrorResponses: undefined,
      },
    );
  });

  it("answers from the services but for the files' paths, where one is at /", async () => {
    const root = await registered(fronted({ origins: ["web"], assets: { paths: ["/assets/*", "/img/*"] } }, { web: "/" }));
    const { defaultCacheBehavior, orderedCacheBehaviors, defaultRootObject, origins, aliases, viewerCertificate, webAclId } =
      distributionOf(root);
    assert.deepEqual(
      { defaultCacheBehavior, orderedCacheBehaviors, defaultRootObject, aliases, viewerCertificate, webAclId },
      {
        defaultCacheBehavior: services,
        orderedCacheBehaviors: [
          { pathPattern: "/assets/*", ...assets },
          { pathPattern: "/img/*", ...assets },
        ],
        defaultRootObject: undefined,
        aliases: undefined,
        viewerCertificate: { cloudfrontDefaultCertificate: true },
        webAclId: undefined,
      },
    );
    assert.deepEqual((origins as readonly Inputs[])[0], {
      originId: "services",
      domainName: "public-1.example",
      customOriginConfig: { httpPort: 80, httpsPort: 443, originProtocolPolicy: "http-only", originSslProtocols: ["TLSv1.2"] },
    });
  });

  it("stands before a service alone, without a bucket", async () => {
    const plain = await registered(fronted({ origins: ["web"], accessLogs: false }, { web: "/" }));
    assert.equal((distributionOf(plain).origins as readonly unknown[]).length, 1);
    assert.ok(plain.every(({ name }) => !name.startsWith("cdn-assets") && !name.startsWith("cdn-logs")));
  });

  it("stands before files alone, with a page for what is not there", async () => {
    const files = await registered({ ...leastKeys(), "headroom:cdn": { assets: { errorPage: "404.html" } } });
    const { origins, orderedCacheBehaviors, customErrorResponses } = distributionOf(files);
    assert.equal((origins as readonly unknown[]).length, 1);
    assert.deepEqual(orderedCacheBehaviors, []);
    assert.deepEqual(customErrorResponses, [{ errorCode: 404, responseCode: 404, responsePagePath: "/404.html", errorCachingMinTtl: 60 }]);
  });

  it("keeps files long, and answers as long as they say, in both compressed forms", () => {
    const policy = (name: string) => {
      const { minTtl, defaultTtl, maxTtl, parametersInCacheKeyAndForwardedToOrigin } = one(
        all,
        "aws:cloudfront/cachePolicy:CachePolicy",
        name,
      ).inputs;
      return { minTtl, defaultTtl, maxTtl, parametersInCacheKeyAndForwardedToOrigin };
    };
    const compressed = { enableAcceptEncodingBrotli: true, enableAcceptEncodingGzip: true };
    assert.deepEqual(policy("cdn-static"), {
      minTtl: 1,
      defaultTtl: 86_400,
      maxTtl: 31_536_000,
      parametersInCacheKeyAndForwardedToOrigin: {
        ...compressed,
        headersConfig: { headerBehavior: "none" },
        cookiesConfig: { cookieBehavior: "none" },
        queryStringsConfig: { queryStringBehavior: "none" },
      },
    });
    assert.deepEqual(policy("cdn-dynamic"), {
      minTtl: 0,
      defaultTtl: 0,
      maxTtl: 86_400,
      parametersInCacheKeyAndForwardedToOrigin: {
        ...compressed,
        headersConfig: { headerBehavior: "whitelist", headers: { items: ["Accept", "Accept-Language", "Authorization", "Origin"] } },
        cookiesConfig: { cookieBehavior: "all" },
        queryStringsConfig: { queryStringBehavior: "all" },
      },
    });
  });

  it("cannot tell where Origin Shield belongs for a region that AWS does not name", () => {
    assert.throws(() => nearestShield("il-central-1"), {
      message:
        'headroom:cdn.originShield is "nearest", and CloudFront names no region of Origin Shield for il-central-1; write one, or "none"',
    });
    assert.deepEqual(shieldOf("eu-west-1", pulumi.output("il-central-1")), { enabled: true, originShieldRegion: "eu-west-1" });
    assert.equal(shieldOf("none", pulumi.output("il-central-1")), undefined);
  });

  it("adds security headers, and leaves an origin's own where more than one is right", () => {
    assert.deepEqual(one(all, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", "cdn-headers").inputs.securityHeadersConfig, {
      strictTransportSecurity: { accessControlMaxAgeSec: 31_536_000, override: false },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "SAMEORIGIN", override: false },
      referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: false },
    });
  });

  it("alone may read the files, this distribution and no other", () => {
    const reader = {
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Condition: { StringEquals: { "AWS:SourceArn": "arn:cdn" } },
    };
    assert.deepEqual(policyOf(all, "aws:s3/bucketPolicy:BucketPolicy", "cdn-assets-policy"), [
      { ...reader, Action: "s3:GetObject", Resource: "arn:cdn-assets/*" },
      { ...reader, Action: "s3:ListBucket", Resource: "arn:cdn-assets" },
      {
        Sid: "OnlyWithTls",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["arn:cdn-assets", "arn:cdn-assets/*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
    assert.equal(one(all, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "cdn-assets-private").inputs.blockPublicPolicy, true);
    assert.deepEqual(
      one(all, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "cdn-assets-encryption").inputs
        .rules,
      [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    );
    const [retention] = one(all, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "cdn-assets-retention").inputs
      .rules as readonly Inputs[];
    assert.deepEqual(retention?.noncurrentVersionExpiration, { noncurrentDays: 30 });
    const { versioningConfiguration } = one(all, "aws:s3/bucketVersioning:BucketVersioning", "cdn-assets-versions").inputs;
    assert.deepEqual(versioningConfiguration, { status: "Enabled" });
  });

  it("logs every request, without cookies, by a delivery in us-east-1 to a bucket of the stack's region", () => {
    const logs = (type: string): Inputs => one(all, `aws:cloudwatch/${type}`, "cdn-logs").inputs;
    const source = logs("logDeliverySource:LogDeliverySource");
    assert.deepEqual([source.region, source.logType, source.resourceArn], ["us-east-1", "ACCESS_LOGS", "arn:cdn"]);
    const destination = logs("logDeliveryDestination:LogDeliveryDestination");
    assert.deepEqual(
      [destination.region, destination.outputFormat, destination.deliveryDestinationConfiguration],
      ["us-east-1", "json", { destinationResourceArn: "arn:cdn-logs" }],
    );
    const delivery = logs("logDelivery:LogDelivery");
    assert.deepEqual([delivery.region, delivery.deliveryDestinationArn], ["us-east-1", "arn:cdn-logs"]);
    assert.deepEqual(one(all, "aws:cloudwatch/logDelivery:LogDelivery", "cdn-logs").waitsFor, [
      "aws:s3/bucketPolicy:BucketPolicy cdn-logs-policy",
    ]);
    assert.ok(!(delivery.recordFields as readonly string[]).includes("cs(Cookie)"));
    assert.equal(one(all, "aws:s3/bucket:Bucket", "cdn-logs").inputs.region, undefined);
    const from = {
      StringEquals: { "aws:SourceAccount": "123456789012" },
      ArnLike: { "aws:SourceArn": "arn:aws:logs:us-east-1:123456789012:delivery-source:*" },
    };
    const writer = { Effect: "Allow", Principal: { Service: "delivery.logs.amazonaws.com" } };
    assert.deepEqual((policyOf(all, "aws:s3/bucketPolicy:BucketPolicy", "cdn-logs-policy") as readonly unknown[]).slice(0, 2), [
      {
        ...writer,
        Sid: "Deliver",
        Action: "s3:PutObject",
        Resource: "arn:cdn-logs/AWSLogs/123456789012/*",
        Condition: { ...from, StringEquals: { ...from.StringEquals, "s3:x-amz-acl": "bucket-owner-full-control" } },
      },
      { ...writer, Sid: "Look", Action: "s3:GetBucketAcl", Resource: "arn:cdn-logs", Condition: from },
    ]);
  });

  it("raises alarms where its metrics are, by a topic of that region", () => {
    const alarm = (name: string): Inputs => one(all, "aws:cloudwatch/metricAlarm:MetricAlarm", name).inputs;
    for (const name of ["cdn-errors", "cdn-origin-latency", "cdn-hit-rate"]) {
      const { region, alarmActions, dimensions, namespace } = alarm(name);
      assert.deepEqual(
        [region, alarmActions, dimensions, namespace],
        ["us-east-1", ["arn:cdn-notifications"], { DistributionId: "cdn-id", Region: "Global" }, "AWS/CloudFront"],
      );
    }
    const when = ({ metricName, statistic, extendedStatistic, comparisonOperator, threshold, ...over }: Inputs) => [
      metricName,
      statistic ?? extendedStatistic,
      comparisonOperator,
      threshold,
      [over.period, over.evaluationPeriods, over.datapointsToAlarm],
    ];
    assert.deepEqual(when(alarm("cdn-errors")), ["5xxErrorRate", "Average", "GreaterThanThreshold", 2, [60, 5, 3]]);
    assert.deepEqual(when(alarm("cdn-origin-latency")), ["OriginLatency", "p95", "GreaterThanThreshold", 800, [60, 5, 3]]);
    assert.deepEqual(when(alarm("cdn-hit-rate")), ["CacheHitRate", "Average", "LessThanThreshold", 80, [300, 3, undefined]]);
    assert.deepEqual(one(all, "aws:cloudfront/monitoringSubscription:MonitoringSubscription", "cdn").inputs.monitoringSubscription, {
      realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" },
    });
  });

  it("has that topic, its key and who may write to it in us-east-1", () => {
    const inRegion = all.filter(({ type, name }) => /^aws:(?:sns|kms)\//.test(type) && name.startsWith("cdn-notifications"));
    assert.deepEqual(inRegion.map(({ name, inputs }) => [name, inputs.region]).sort(), [
      ["cdn-notifications", "us-east-1"],
      ["cdn-notifications-key", "us-east-1"],
      ["cdn-notifications-key", "us-east-1"],
      ["cdn-notifications-platform@example.com", "us-east-1"],
      ["cdn-notifications-policy", "us-east-1"],
    ]);
    assert.equal(one(all, "aws:sns/topic:Topic", "cdn-notifications").inputs.name, "headroom-prod-cdn-notifications");
    const [alarms] = policyOf(all, "aws:sns/topicPolicy:TopicPolicy", "cdn-notifications-policy") as readonly Inputs[];
    assert.deepEqual(alarms?.Condition, {
      StringEquals: { "aws:SourceAccount": "123456789012" },
      ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:us-east-1:123456789012:alarm:*" },
    });
  });

  it("uses the stack's own topic where the stack is in us-east-1", async () => {
    pulumi.runtime.setConfig("aws:region", "us-east-1");
    try {
      const there = await registered(fronted({ assets: {} }));
      assert.deepEqual(one(there, "aws:cloudwatch/metricAlarm:MetricAlarm", "cdn-errors").inputs.alarmActions, ["arn:notifications"]);
      assert.ok(there.every(({ name }) => name !== "cdn-notifications"));
    } finally {
      pulumi.runtime.setAllConfig({});
    }
  });

  it("stands behind a firewall of its own in us-east-1", () => {
    const acl = one(all, "aws:wafv2/webAcl:WebAcl", "cdn-waf").inputs;
    assert.deepEqual([acl.scope, acl.region], ["CLOUDFRONT", "us-east-1"]);
    assert.equal(one(all, "aws:cloudwatch/logGroup:LogGroup", "cdn-waf-logs").inputs.region, "us-east-1");
    assert.equal(one(all, "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "cdn-waf-logging").inputs.region, "us-east-1");
    assert.equal(distributionOf(all).webAclId, "arn:cdn-waf");
  });

  it("may be the only way to the load balancer, which then listens on one port", async () => {
    const only = await registered(
      edited(edited(everyKey(), ["headroom:loadBalancer", "waf"], undefined), ["headroom:loadBalancer", "from"], "cdn"),
      "prod",
    );
    const rules = only.filter(({ name }) => name.startsWith("public-from-"));
    assert.deepEqual(
      rules.map(({ name, inputs }) => [name, inputs.prefixListId, inputs.cidrIpv4, inputs.fromPort, inputs.toPort]),
      [["public-from-cdn-443", "pl-cloudfront", undefined, 443, 443]],
    );
    assert.deepEqual(
      only.filter(({ type }) => type === "aws:lb/listener:Listener").map(({ name }) => name),
      ["public-https"],
    );
  });
});
