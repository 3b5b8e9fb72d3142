import * as pulumi from "@pulumi/pulumi";
import { Platform } from "../../components";
import { validate } from "../../config";

/** A resource as a program registers it. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly ignoreChanges: readonly string[];
  /** What it waits for without using it, as `<type> <name>`. */
  readonly waitsFor: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

/** What answers a program: a resource with its id and outputs, a function with its result. */
export interface World {
  readonly created: (type: string, name: string, inputs: Values) => { readonly id: string; readonly outputs: Values };
  readonly answered: (token: string, args: Values) => Values | undefined;
}

/** Everything that a platform registers for a configuration. */
export async function registered(raw: Record<string, unknown>, stack = "dev", world?: World): Promise<readonly Registered[]> {
  const result = validate(raw, `Pulumi.${stack}.yaml`);
  if (!result.ok) throw new Error(result.problems.map((each) => each.message).join("\n"));
  const { config } = result;
  return registeredBy((options) => new Platform("headroom", { config, where: { project: "headroom", stack } }, options), stack, world);
}

/** Everything that a program registers; each resource answers with its inputs and, where no world is given, with made-up ids. */
export async function registeredBy(
  program: (options: pulumi.ComponentResourceOptions) => unknown,
  stack = "dev",
  world: World = madeUp,
): Promise<readonly Registered[]> {
  const resources: Registered[] = [];
  const noted = new Map<string, Pick<Registered, "ignoreChanges" | "waitsFor">>();
  const known = new Map<unknown, string>();
  const note: pulumi.ResourceTransformation = ({ resource, type, name, opts }) => {
    const { ignoreChanges = [] } = opts as pulumi.CustomResourceOptions;
    const dependsOn: unknown = opts.dependsOn ?? [];
    const waitsFor = Array.isArray(dependsOn) ? dependsOn.flatMap((each) => known.get(each) ?? []) : [];
    known.set(resource, `${type} ${name}`);
    noted.set(`${type} ${name}`, { ignoreChanges, waitsFor });
    return undefined;
  };
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        const { ignoreChanges, waitsFor } = noted.get(`${type} ${name}`) ?? { ignoreChanges: [], waitsFor: [] };
        resources.push({ type, name, inputs: inputs as Record<string, unknown>, ignoreChanges, waitsFor });
        const { id, outputs } = world.created(type, name, inputs as Values);
        return { id, state: { name, ...(inputs as Values), ...outputs } };
      },
      call: ({ token, inputs }) => world.answered(token, inputs as Values) ?? {},
    },
    "headroom",
    stack,
    false,
  );
  await withoutTraces(async () => {
    program({ transformations: [note] });
    await pulumi.runtime.disconnect(false);
  });
  return resources;
}

/** The SDK formats a stack trace for every promise that it makes, which nobody reads and which is most of the time that a program takes. */
async function withoutTraces(work: () => Promise<void>): Promise<void> {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    await work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** The one resource of a type and a name. */
export function one(resources: readonly Registered[], type: string, name: string): Registered {
  const found = resources.filter((each) => each.type === type && each.name === name);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} of ${type} ${name}`);
  return only;
}

const calls: Readonly<Record<string, Record<string, string>>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
  "aws:index/getPartition:getPartition": { partition: "aws" },
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": { id: "pl-cloudfront" },
  "aws:index/getRegion:getRegion": { region: "eu-central-1" },
};

const outputsOf = (type: string, name: string): Record<string, unknown> => ({
  arn: `arn:${name}`,
  url: `https://${name}`,
  ...(type === "aws:lb/loadBalancer:LoadBalancer" ? { arnSuffix: "app/public-1/abc", dnsName: "public-1.example" } : {}),
  ...(type === "aws:lambda/function:Function" ? { version: "7" } : {}),
  ...(type === "aws:lambda/alias:Alias" ? { invokeArn: `invoke:${name}` } : {}),
  ...(type === "aws:apigatewayv2/api:Api" ? { executionArn: "arn:execute-api", apiEndpoint: "https://abc.execute-api.example" } : {}),
  ...(type === "aws:lb/targetGroup:TargetGroup" ? { arnSuffix: "targetgroup/api-tg-1/def" } : {}),
  ...(type === "aws:cloudfront/distribution:Distribution" ? { domainName: `${name}.cloudfront.net` } : {}),
  ...(type === "aws:ecr/repository:Repository"
    ? { repositoryUrl: `123456789012.dkr.ecr.eu-central-1.amazonaws.com/headroom-prod/${name}` }
    : {}),
  ...(type === "aws:s3/bucket:Bucket"
    ? { bucket: `${name}-bucket`, bucketRegionalDomainName: `${name}-bucket.s3.eu-central-1.amazonaws.com` }
    : {}),
  ...(type === "awsx:ec2:Vpc"
    ? {
        vpcId: "vpc-1",
        publicSubnetIds: ["public-1"],
        privateSubnetIds: ["private-1"],
        isolatedSubnetIds: ["isolated-1", "isolated-2"],
        routeTables: [],
      }
    : {}),
  ...(type === "aws:rds/instance:Instance"
    ? { address: `${name}.rds.example`, masterUserSecrets: [{ secretArn: `arn:secret:${name}` }] }
    : {}),
  ...(type === "aws:rds/cluster:Cluster"
    ? {
        endpoint: `${name}.rds.example`,
        readerEndpoint: `${name}-ro.rds.example`,
        masterUserSecrets: [{ secretArn: `arn:secret:${name}` }],
      }
    : {}),
  ...(type === "aws:rds/proxy:Proxy" ? { endpoint: `${name}.proxy.example` } : {}),
  ...(type === "aws:mq/broker:Broker" ? { instances: [{ endpoints: [`amqps://${name}.mq.example:5671`] }] } : {}),
  ...(type === "aws:elasticache/replicationGroup:ReplicationGroup"
    ? {
        configurationEndpointAddress: `${name}.cfg.example`,
        primaryEndpointAddress: `${name}.primary.example`,
        readerEndpointAddress: `${name}.reader.example`,
      }
    : {}),
});

/** Short ids and ARNs in which a test reads the logical name. */
const madeUp: World = {
  created: (type, name) => ({ id: `${name}-id`, outputs: outputsOf(type, name) }),
  answered: (token, { passwordLength }) =>
    token === "aws:secretsmanager/getRandomPassword:getRandomPassword"
      ? { randomPassword: "made-up".padEnd(Number(passwordLength), "-") }
      : calls[token],
};
