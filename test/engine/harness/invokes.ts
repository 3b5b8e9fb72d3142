import type { Properties } from "./computed-outputs";

export const account = "123456789012";
export const region = "us-east-1";

/** What the stand-in answers to a provider's functions: an account, a region and its zones, as AWS names them. */
export const invokes: ReadonlyMap<string, (args: Properties) => Properties> = new Map<string, () => Properties>([
  [
    "aws:index/getAvailabilityZones:getAvailabilityZones",
    () => ({ id: region, names: [..."abcdef"].map((zone) => region + zone), region, groupNames: [region] }),
  ],
  [
    "aws:index/getCallerIdentity:getCallerIdentity",
    () => ({ id: account, accountId: account, arn: `arn:aws:iam::${account}:user/engine-test`, userId: "AIDAEXAMPLE" }),
  ],
  [
    "aws:index/getRegion:getRegion",
    () => ({ id: region, name: region, region, description: "US East (N. Virginia)", endpoint: `ec2.${region}.amazonaws.com` }),
  ],
  [
    "aws:index/getPartition:getPartition",
    () => ({ id: "aws", partition: "aws", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" }),
  ],
]);
