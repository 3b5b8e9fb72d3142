import * as cloudfront from "@pulumi/aws/cloudfront";
import type * as pulumi from "@pulumi/pulumi";

/** How long what is kept where, and which headers go with it. */
export interface CdnPolicies {
  readonly staticCacheId: pulumi.Output<string>;
  readonly dynamicCacheId: pulumi.Output<string>;
  readonly headersId: pulumi.Output<string>;
}

export const createCdnPolicies = (name: string, options: pulumi.CustomResourceOptions): CdnPolicies => ({
  staticCacheId: new cloudfront.CachePolicy(`${name}-static`, staticFiles, options).id,
  dynamicCacheId: new cloudfront.CachePolicy(`${name}-dynamic`, answersOfServices, options).id,
  headersId: new cloudfront.ResponseHeadersPolicy(`${name}-headers`, { securityHeadersConfig: safeHeaders }, options).id,
});

const DAY = 86_400;

/** Both encodings, so that one copy of each is kept for the browsers that take it. */
const compressed = { enableAcceptEncodingBrotli: true, enableAcceptEncodingGzip: true };

/** A day where the file says nothing, a year at most, and one copy for everybody. */
const staticFiles: cloudfront.CachePolicyArgs = {
  comment: "Static files",
  minTtl: 1,
  defaultTtl: DAY,
  maxTtl: 365 * DAY,
  parametersInCacheKeyAndForwardedToOrigin: {
    ...compressed,
    headersConfig: { headerBehavior: "none" },
    cookiesConfig: { cookieBehavior: "none" },
    queryStringsConfig: { queryStringBehavior: "none" },
  },
};

/**
 * Kept only where the answer itself says for how long, and a day at most. Whatever may make two answers differ is in the key, so that
 * nobody gets an answer that was meant for another.
 */
const answersOfServices: cloudfront.CachePolicyArgs = {
  comment: "Answers of services",
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: DAY,
  parametersInCacheKeyAndForwardedToOrigin: {
    ...compressed,
    headersConfig: { headerBehavior: "whitelist", headers: { items: ["Accept", "Accept-Language", "Authorization", "Origin"] } },
    cookiesConfig: { cookieBehavior: "all" },
    queryStringsConfig: { queryStringBehavior: "all" },
  },
};

/** An origin's own header stands, but for the one that has a single right value. */
const safeHeaders: cloudfront.ResponseHeadersPolicyArgs["securityHeadersConfig"] = {
  strictTransportSecurity: { accessControlMaxAgeSec: 365 * DAY, override: false },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: "SAMEORIGIN", override: false },
  referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: false },
};
