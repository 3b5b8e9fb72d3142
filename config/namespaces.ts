import { nearest } from "./nearest";
import { shown, type Segments } from "./problems";
import type { Raw } from "./raw";
import type { Said } from "./sentences";

const NAMESPACE = "headroom";

/** Keys of the AWS provider, from `config/vars.d.ts` of its package, version 7. */
const awsKeys: readonly string[] = [
  ...["accessKey", "allowedAccountIds", "assumeRoleWithWebIdentity", "assumeRoles", "customCaBundle", "defaultTags"],
  ...["ec2MetadataServiceEndpoint", "ec2MetadataServiceEndpointMode", "endpoints", "forbiddenAccountIds", "httpProxy", "httpsProxy"],
  ...["ignoreTags", "insecure", "maxRetries", "noProxy", "profile", "region", "retryMode", "s3UsEast1RegionalEndpoint"],
  ...["s3UsePathStyle", "secretKey", "sharedConfigFiles", "sharedCredentialsFiles", "skipCredentialsValidation"],
  ...["skipMetadataApiCheck", "skipRegionValidation", "skipRequestingAccountId", "stsRegion", "tagPolicyCompliance", "token"],
  ...["tokenBucketRateLimiterCapacity", "useDualstackEndpoint", "useFipsEndpoint", "userAgents"],
];

/** The form of an AWS region; of words that AWS uses, so that a new region passes and a slip does not. */
const region = /^[a-z]{2}(?:-(?:gov|isof?|isob|isoe))?-(?:central|north|south|east|west|(?:north|south)(?:east|west))-\d$/;

/**
 * Keys of other namespaces belong to others. What is said of them is only what nobody can have meant: a namespace or a key that is one
 * slip from a known one, and an AWS region of a form that no region has.
 */
export const foreignKeys = (raw: Raw): readonly { readonly segments: Segments; readonly says: string }[] =>
  Object.entries(raw).flatMap(([key, value]): readonly Said[] => {
    const [namespace = "", ...rest] = key.split(":");
    if (namespace === NAMESPACE || rest.length === 0) return [];
    const meant = meantBy(namespace, rest.join(":"));
    if (meant !== undefined) return [{ segments: [key], says: `is not known; did you mean "${meant}"?` }];
    if (key === "aws:region" && typeof value === "string" && !region.test(value))
      return [{ segments: [key], says: `is ${shown(value)}; write an AWS region, such as "us-east-1"` }];
    return [];
  });

function meantBy(namespace: string, key: string): string | undefined {
  if (nearest(namespace, [NAMESPACE]) !== undefined) return `${NAMESPACE}:${key}`;
  if (namespace !== "aws" || awsKeys.includes(key)) return undefined;
  const near = nearest(key, awsKeys);
  return near === undefined ? undefined : `aws:${near}`;
}
