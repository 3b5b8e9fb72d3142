import { createHash } from "node:crypto";
import type { Properties } from "./computed-outputs";

export const account = "123456789012";
export const region = "us-east-1";

/** What a provider's function answers. One that is not listed gives back what it was asked, with an id that follows from it. */
export const answerTo = (token: string, args: Properties): Properties => (invokes.get(token) ?? (() => looked(token, args)))(args);

function looked(token: string, args: Properties): Properties {
  const hash = createHash("sha256")
    .update(token + JSON.stringify(args))
    .digest("hex")
    .slice(0, 8);
  return { ...args, id: `${token.split("/").at(-1)?.split(":")[0]}-${hash}` };
}

/** An account, a region and its zones, as AWS names them. */
const invokes: ReadonlyMap<string, (args: Properties) => Properties> = new Map<string, (args: Properties) => Properties>([
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
  [
    // Another one at each call, as AWS does it: what keeps the first must say so.
    "aws:secretsmanager/getRandomPassword:getRandomPassword",
    ({ passwordLength }) => ({ id: "password", randomPassword: String(++passwords).padStart(Number(passwordLength ?? 32), "p") }),
  ],
]);
let passwords = 0;
