/**
 * Regions that offer Origin Shield, and for the others the one nearest to them. Source: Amazon CloudFront developer guide, "Choosing the AWS
 * Region for Origin Shield", read 2026-11-25 in the copy that AWS published on GitHub; whether regions were added since is unconfirmed, so
 * that a region of the list can also be written instead of "nearest".
 */
export const shieldRegions = [
  "us-east-1",
  "us-east-2",
  "us-west-2",
  "ap-south-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "eu-central-1",
  "eu-west-1",
  "eu-west-2",
  "sa-east-1",
] as const;

type ShieldRegion = (typeof shieldRegions)[number];

const nearestTo: Readonly<Record<string, ShieldRegion>> = {
  "us-west-1": "us-west-2",
  "af-south-1": "eu-west-1",
  "ap-east-1": "ap-southeast-1",
  "ca-central-1": "us-east-1",
  "eu-south-1": "eu-central-1",
  "eu-west-3": "eu-west-2",
  "eu-north-1": "eu-west-2",
  "me-south-1": "ap-south-1",
};

/** Where Origin Shield belongs for an origin in a region; undefined where AWS does not say. */
export const shieldFor = (region: string): ShieldRegion | undefined =>
  shieldRegions.find((offering) => offering === region) ?? (Object.hasOwn(nearestTo, region) ? nearestTo[region] : undefined);
