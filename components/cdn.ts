import * as cloudfront from "@pulumi/aws/cloudfront";
import * as pulumi from "@pulumi/pulumi";
import type { BudgetConfig, CdnConfig } from "../config";
import { AssetBucket } from "./asset-bucket";
import { cdnAlarms } from "./cdn-alarms";
import { behaviourOf, otherThan, sharesOf } from "./cdn-behaviours";
import { logRequests } from "./cdn-logs";
import { assetOrigin, serviceOrigin, shieldOf } from "./cdn-origins";
import { createCdnPolicies } from "./cdn-policies";
import { EDGE_REGION, edgeNotifications } from "./edge-region";
import type { LoadBalancer } from "./load-balancer";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Scope } from "./scope";
import { WebAcl } from "./web-acl";

interface CdnArgs {
  readonly cdn: CdnConfig;
  /** The paths of the services that it stands before. */
  readonly paths: readonly string[];
  /** There when it stands before a service. */
  readonly loadBalancer: LoadBalancer | undefined;
  readonly budget: BudgetConfig;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * A CloudFront distribution before the services, before a bucket of static files, or before both: HTTP/3 and 2, IPv6, HTTPS only, security
 * headers, a log of every request, and alarms in us-east-1, which notify a topic there that every address has to confirm as well.
 *
 * Static files are kept for a day where they say nothing else, and for a year at most; answers of services only as long as they say
 * themselves. Brotli and gzip apply to the content types that CloudFront lists, from 1,000 to 10,000,000 bytes, with a Content-Length:
 * anything else, images and fonts in compressed formats among it, is passed on as it came.
 */
export class Cdn extends Part {
  /** Where visitors find it. */
  readonly url: pulumi.Output<string>;
  readonly distributionId: pulumi.Output<string>;
  /** The bucket to upload static files to; undefined without `assets`. */
  readonly assetBucket: pulumi.Output<string> | undefined;

  constructor(name: string, args: CdnArgs, options: pulumi.ComponentResourceOptions) {
    super("Cdn", name, "headroom:cdn", options);
    const child = { parent: this };
    const { cdn, scope } = args;
    const assets = cdn.assets === undefined ? undefined : new AssetBucket(`${name}-assets`, { scope }, child);

    const distribution = this.distribution(name, args, assets);
    assets?.readableBy(distribution.arn);
    new cloudfront.MonitoringSubscription(
      name,
      {
        distributionId: distribution.id,
        // OriginLatency and CacheHitRate are not published otherwise.
        monitoringSubscription: { realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" } },
      },
      child,
    );
    if (cdn.accessLogs) logRequests(name, { distributionArn: distribution.arn, scope }, child);
    const notifications = edgeNotifications(`${name}-notifications`, args, child);
    cdnAlarms(name, { alarms: cdn.alarms, distributionId: distribution.id, notifications, scope, component: name }, child);

    this.distributionId = distribution.id;
    this.url = pulumi.interpolate`https://${cdn.domain ?? distribution.domainName}`;
    this.assetBucket = assets?.bucket;
    this.registerOutputs({ url: this.url, assetBucket: this.assetBucket });
  }

  private distribution(name: string, args: CdnArgs, assets: AssetBucket | undefined): cloudfront.Distribution {
    const child = { parent: this };
    const { cdn, paths, loadBalancer, scope } = args;
    const policies = createCdnPolicies(name, child);
    const shield = shieldOf(cdn.originShield, scope.account.region);
    const { rest, others } = sharesOf(cdn, paths);
    return new cloudfront.Distribution(
      name,
      {
        comment: `${scope.where.project}, stack ${scope.where.stack}`,
        enabled: true,
        httpVersion: "http2and3",
        isIpv6Enabled: true,
        priceClass: priceClasses[cdn.priceClass],
        origins: [
          ...(paths.length === 0 || loadBalancer === undefined ? [] : [serviceOrigin(loadBalancer, shield)]),
          ...(assets === undefined ? [] : [assetOrigin(name, assets, shield, child)]),
        ],
        defaultCacheBehavior: behaviourOf(rest, policies),
        orderedCacheBehaviors: others.map((pathPattern) => ({ pathPattern, ...behaviourOf(otherThan(rest), policies) })),
        ...(rest === "assets" && cdn.assets !== undefined ? pagesOf(cdn.assets) : {}),
        restrictions: { geoRestriction: { restrictionType: "none" } },
        ...nameOf(cdn),
        ...(cdn.waf === undefined ? {} : { webAclId: this.firewall(name, cdn.waf, scope) }),
        tags: scope.tags(name),
      },
      child,
    );
  }

  private firewall(name: string, waf: NonNullable<CdnConfig["waf"]>, scope: Scope): pulumi.Output<string> {
    const before = { scope: "CLOUDFRONT", region: EDGE_REGION } as const;
    return new WebAcl(`${name}-waf`, { waf, configPath: "headroom:cdn.waf", before, scope }, { parent: this }).arn;
  }
}

const priceClasses = { "100": "PriceClass_100", "200": "PriceClass_200", all: "PriceClass_All" } as const;

/** What answers at "/", and where there is no file. */
const pagesOf = ({ index, errorPage }: NonNullable<CdnConfig["assets"]>) => ({
  defaultRootObject: index,
  ...(errorPage === undefined
    ? {}
    : { customErrorResponses: [{ errorCode: 404, responseCode: 404, responsePagePath: `/${errorPage}`, errorCachingMinTtl: 60 }] }),
});

/**
 * The name and its certificate. The newest policy that still takes TLS 1.2: Amazon CloudFront developer guide, "Supported protocols and
 * ciphers between viewers and CloudFront", read 2026-11-25. For its own name CloudFront chooses the policy itself.
 */
const nameOf = ({ domain, certificate }: CdnConfig) =>
  domain === undefined || certificate === undefined
    ? { viewerCertificate: { cloudfrontDefaultCertificate: true } }
    : {
        aliases: [domain],
        viewerCertificate: { acmCertificateArn: certificate, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2025" },
      };
