/**
 * What a provider would answer to a function call, where it can be told without asking the cloud.
 * Everything else is unknown, as it is when a function's arguments are unknown.
 */
export type InvokeAnswer = { readonly [property: string]: string | readonly string[] };
type Answer = (region: string | undefined) => InvokeAnswer | undefined;

/** The account of AWS's own documentation examples. */
const exampleAccount = "123456789012";

/**
 * Zones of regions whose letters are not a, b, c, of which one account sees at least these
 * (AWS, "Regions and Availability Zones", read 2026-11; letters of us-west-1 and ap-northeast-1 differ between accounts: unconfirmed).
 */
const zoneLetters: Readonly<Record<string, string>> = {
  "us-east-1": "abcdef",
  "us-west-1": "ac",
  "us-west-2": "abcd",
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
};

/** `eu-central-1` is `euc1` in a zone's id; which letter has which id differs between accounts. */
const shortName = (region: string): string => {
  const [area = "", direction = "", number = ""] = region.split("-");
  return area + direction.replace(/(north|south|east|west|central)/g, (word) => word[0] ?? "") + number;
};

const partitions: readonly { readonly prefix: string; readonly partition: string; readonly dnsSuffix: string }[] = [
  { prefix: "cn-", partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
  { prefix: "us-gov-", partition: "aws-us-gov", dnsSuffix: "amazonaws.com" },
  { prefix: "", partition: "aws", dnsSuffix: "amazonaws.com" },
];
const partitionOf = (region: string): { partition: string; dnsSuffix: string } =>
  partitions.find(({ prefix }) => region.startsWith(prefix)) ?? { partition: "aws", dnsSuffix: "amazonaws.com" };

const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>(
  Object.entries({
    "aws:index/getAvailabilityZones:getAvailabilityZones": (region) => {
      if (region === undefined) return undefined;
      const names = [...(zoneLetters[region] ?? "abc")].map((letter) => region + letter);
      return { id: region, names, zoneIds: names.map((_, index) => `${shortName(region)}-az${index + 1}`), groupNames: [region] };
    },
    "aws:index/getCallerIdentity:getCallerIdentity": (region) => ({
      id: exampleAccount,
      accountId: exampleAccount,
      arn: `arn:${partitionOf(region ?? "").partition}:iam::${exampleAccount}:user/preview`,
      userId: "AIDACKCEVSQ6C2EXAMPLE",
    }),
    /** Any text will do: AWS makes up another one at each call. */
    "aws:secretsmanager/getRandomPassword:getRandomPassword": () => ({ id: "password", randomPassword: "made-up-at-each-call" }),
    "aws:index/getRegion:getRegion": (region) =>
      region === undefined ? undefined : { id: region, name: region, region, endpoint: `ec2.${region}.${partitionOf(region).dnsSuffix}` },
    "aws:index/getPartition:getPartition": (region) => {
      if (region === undefined) return undefined;
      const { partition, dnsSuffix } = partitionOf(region);
      return { id: partition, partition, dnsSuffix, reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".") };
    },
  } satisfies Record<string, Answer>),
);

/** The answer to a function's token; undefined when only the cloud knows it. */
export const answerInvoke = (token: string, region: string | undefined): InvokeAnswer | undefined => answers.get(token)?.(region);
