import * as cloudfront from "@pulumi/aws/cloudfront";
import * as pulumi from "@pulumi/pulumi";
import { shieldFor } from "../config";
import type { CdnConfig } from "../config";
import type { AssetBucket } from "./asset-bucket";
import { originIds } from "./cdn-behaviours";
import type { LoadBalancer } from "./load-balancer";

/** Origin Shield as an origin has it; undefined without. */
type Shield = { readonly enabled: true; readonly originShieldRegion: pulumi.Input<string> } | undefined;

/** Origin Shield in the region that is written, or in the one nearest to the stack's. */
export function shieldOf(written: CdnConfig["originShield"], region: pulumi.Output<string>): Shield {
  if (written === "none") return undefined;
  return { enabled: true, originShieldRegion: written === "nearest" ? region.apply(nearestShield) : written };
}

/** @throws where AWS names none */
export function nearestShield(region: string): string {
  const nearest = shieldFor(region);
  if (nearest !== undefined) return nearest;
  throw new pulumi.RunError(
    `headroom:cdn.originShield is "nearest", and CloudFront names no region of Origin Shield for ${region}; write one, or "none"`,
  );
}

const shielded = (shield: Shield) => (shield === undefined ? {} : { originShield: shield });

/** The load balancer, by its own name over HTTPS where it has one, else over HTTP. */
export const serviceOrigin = ({ host, isEncrypted }: LoadBalancer, shield: Shield) => ({
  originId: originIds.services,
  domainName: host,
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: isEncrypted ? "https-only" : "http-only",
    originSslProtocols: ["TLSv1.2"],
  },
  ...shielded(shield),
});

/** The bucket, whose requests CloudFront signs. */
export const assetOrigin = (name: string, { domainName }: AssetBucket, shield: Shield, options: pulumi.CustomResourceOptions) => ({
  originId: originIds.assets,
  domainName,
  originAccessControlId: new cloudfront.OriginAccessControl(
    `${name}-assets`,
    {
      description: "Signs what CloudFront asks of the bucket",
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    },
    options,
  ).id,
  ...shielded(shield),
});
