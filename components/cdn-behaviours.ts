import { patternsOf } from "../config";
import type { CdnConfig } from "../config";
import type { CdnPolicies } from "./cdn-policies";

/** The origins by the id that behaviours name them by. */
export const originIds = { services: "services", assets: "assets" } as const;

/** What answers where nothing else does, and which path patterns are answered by the other. */
export interface Shares {
  readonly rest: keyof typeof originIds;
  readonly others: readonly string[];
}

/**
 * A service at "/" answers everything but the assets' paths; without one, the assets answer everything but the services' paths.
 *
 * @param paths the paths of the services in `origins`
 */
export function sharesOf({ assets }: CdnConfig, paths: readonly string[]): Shares {
  if (paths.includes("/")) return { rest: "services", others: assets?.paths ?? [] };
  return { rest: "assets", others: paths.flatMap(patternsOf) };
}

/** How requests to an origin are answered. */
export const behaviourOf = (origin: keyof typeof originIds, policies: CdnPolicies) => ({
  targetOriginId: originIds[origin],
  viewerProtocolPolicy: "redirect-to-https",
  cachedMethods: ["GET", "HEAD"],
  compress: true,
  responseHeadersPolicyId: policies.headersId,
  ...(origin === "services"
    ? { allowedMethods: EVERY_METHOD, cachePolicyId: policies.dynamicCacheId, originRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER }
    : { allowedMethods: ["GET", "HEAD", "OPTIONS"], cachePolicyId: policies.staticCacheId }),
});

export const otherThan = (origin: keyof typeof originIds): keyof typeof originIds => (origin === "services" ? "assets" : "services");

const EVERY_METHOD = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

/**
 * The managed policy that passes on all of a request but its Host, which the load balancer's certificate would not fit. Amazon CloudFront
 * developer guide, "Use managed origin request policies", read 2026-11-25.
 */
const ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
