import { createHash } from "node:crypto";
import { addresses } from "./addresses";
import { account, region } from "./invokes";

export type Properties = { readonly [property: string]: unknown };

/** What a provider would compute for one resource. */
interface Computed {
  readonly id: string;
  readonly outputs: Properties;
}

/** A resource's identity, from which everything computed follows. */
export interface Named {
  /** The physical name: the one that is given, else the logical one with a suffix, as the provider makes it. */
  readonly name: string;
  /** Eight hexadecimal digits that follow from the URN alone: the same resource has the same ids in every run. */
  readonly hash: string;
  readonly inputs: Properties;
}

const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;
const endpoint = (service: string, { name, hash }: Named): string => `${name}.${hash}.${region}.${service}.amazonaws.com`;

/** Types whose id or outputs are more than an id, an ARN and a name. Formats as in the AWS provider's documentation. */
const special: ReadonlyMap<string, (named: Named) => Computed> = new Map<string, (named: Named) => Computed>([
  ["aws:ecs/cluster:Cluster", ({ name }) => byArn(arn("ecs", `cluster/${name}`))],
  ["aws:ecs/service:Service", ({ name, inputs }) => byArn(arn("ecs", `service/${String(inputs["cluster"]).split("/").at(-1)}/${name}`))],
  [
    "aws:ecs/taskDefinition:TaskDefinition",
    ({ inputs }) => {
      const family = arn("ecs", `task-definition/${String(inputs["family"])}`);
      return { id: String(inputs["family"]), outputs: { arn: `${family}:1`, arnWithoutRevision: family, revision: 1 } };
    },
  ],
  [
    "aws:sqs/queue:Queue",
    ({ name }) => {
      const url = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
      return { id: url, outputs: { url, arn: arn("sqs", name) } };
    },
  ],
  [
    "aws:lb/loadBalancer:LoadBalancer",
    (named) => {
      const suffix = `app/${named.name}/${named.hash}`;
      return {
        id: arn("elasticloadbalancing", `loadbalancer/${suffix}`),
        outputs: {
          arn: arn("elasticloadbalancing", `loadbalancer/${suffix}`),
          arnSuffix: suffix,
          dnsName: endpoint("elb", named),
          zoneId: "Z35SXDOTRQ7X7K",
        },
      };
    },
  ],
  [
    "aws:lb/targetGroup:TargetGroup",
    ({ name, hash }) => {
      const suffix = `targetgroup/${name}/${hash}`;
      return { id: arn("elasticloadbalancing", suffix), outputs: { arn: arn("elasticloadbalancing", suffix), arnSuffix: suffix } };
    },
  ],
  [
    "aws:iam/role:Role",
    ({ name, hash }) => ({ id: name, outputs: { arn: `arn:aws:iam::${account}:role/${name}`, uniqueId: `AROA${hash.toUpperCase()}` } }),
  ],
  ["aws:iam/policy:Policy", ({ name }) => byArn(`arn:aws:iam::${account}:policy/${name}`)],
  ["aws:sns/topic:Topic", ({ name }) => byArn(arn("sns", name))],
  [
    "aws:appautoscaling/target:Target",
    ({ inputs, hash }) => ({
      id: String(inputs["resourceId"]),
      outputs: { arn: arn("application-autoscaling", `scalable-target/${hash}`) },
    }),
  ],
  [
    "aws:appautoscaling/policy:Policy",
    ({ name, hash }) => ({ id: name, outputs: { arn: arn("autoscaling", `scalingPolicy:${hash}:policyName/${name}`), alarmArns: [] } }),
  ],
  ["aws:kms/key:Key", ({ hash }) => ({ id: `key-${hash}`, outputs: { keyId: `key-${hash}`, arn: arn("kms", `key/key-${hash}`) } })],
  ["aws:cloudwatch/metricAlarm:MetricAlarm", ({ name }) => ({ id: name, outputs: { arn: arn("cloudwatch", `alarm:${name}`) } })],
  ["aws:cloudwatch/compositeAlarm:CompositeAlarm", ({ name }) => ({ id: name, outputs: { arn: arn("cloudwatch", `alarm:${name}`) } })],
  ["aws:s3/bucket:Bucket", ({ name }) => ({ id: name, outputs: { arn: `arn:aws:s3:::${name}` } })],
  ["aws:secretsmanager/secret:Secret", ({ name, hash }) => byArn(arn("secretsmanager", `secret:${name}-${hash.slice(0, 6)}`))],
  [
    "aws:secretsmanager/secretVersion:SecretVersion",
    ({ hash, inputs }) => ({ id: `${String(inputs["secretId"])}|${hash}`, outputs: { versionId: hash } }),
  ],
  ["aws:lambda/function:Function", ({ name }) => ({ id: name, outputs: functionOutputs(name) })],
  ["aws:rds/cluster:Cluster", ({ name }) => ({ id: name, outputs: { arn: arn("rds", `cluster:${name}`) } })],
  ["aws:rds/instance:Instance", ({ name }) => ({ id: name, outputs: { arn: arn("rds", `db:${name}`) } })],
  ["aws:rds/proxy:Proxy", ({ name, hash }) => ({ id: name, outputs: { arn: arn("rds", `db-proxy:prx-${hash}`) } })],
  [
    "aws:elasticache/replicationGroup:ReplicationGroup",
    ({ name }) => ({ id: name, outputs: { arn: arn("elasticache", `replicationgroup:${name}`) } }),
  ],
  ["aws:cloudwatch/logGroup:LogGroup", ({ name }) => ({ id: name, outputs: { arn: arn("logs", `log-group:${name}`) } })],
  ["aws:ec2/securityGroup:SecurityGroup", ({ hash }) => ({ id: `sg-${hash}`, outputs: { arn: arn("ec2", `security-group/sg-${hash}`) } })],
  ["aws:ec2/vpc:Vpc", ({ hash }) => ({ id: `vpc-${hash}`, outputs: { arn: arn("ec2", `vpc/vpc-${hash}`) } })],
  ["aws:ec2/subnet:Subnet", ({ hash }) => ({ id: `subnet-${hash}`, outputs: { arn: arn("ec2", `subnet/subnet-${hash}`) } })],
]);

const functionOutputs = (name: string): Properties => {
  const own = arn("lambda", `function:${name}`);
  return {
    arn: own,
    version: "1",
    qualifiedArn: `${own}:1`,
    invokeArn: arn("apigateway", `lambda:path/2015-03-31/functions/${own}/invocations`),
  };
};

const byArn = (value: string): Computed => ({ id: value, outputs: { arn: value } });

/** The id and outputs that AWS would give to a resource: the same in every run. */
export function computedOutputs(urn: string, inputs: Properties): Computed {
  const [, , qualifiedType = "", logicalName = ""] = urn.split("::");
  const type = qualifiedType.split("$").at(-1) ?? "";
  const hash = createHash("sha256").update(urn).digest("hex").slice(0, 8);
  const property = nameProperties.get(type) ?? "name";
  const given = inputs[property];
  const name = typeof given === "string" ? given : `${logicalName}-${hash.slice(0, 7)}`;
  const named = { name, hash, inputs };
  const { id, outputs } = (special.get(type) ?? ordinary(type))(named);
  return { id, outputs: { [property]: name, tagsAll: inputs["tags"] ?? {}, ...outputs, ...addresses.get(type)?.(named) } };
}

/** Inputs that hold the physical name, where it is not `name`. */
const nameProperties: ReadonlyMap<string, string> = new Map([
  ["aws:cloudwatch/compositeAlarm:CompositeAlarm", "alarmName"],
  ["aws:cloudwatch/dashboard:Dashboard", "dashboardName"],
  ["aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId"],
  ["aws:mq/broker:Broker", "brokerName"],
  ["aws:rds/cluster:Cluster", "clusterIdentifier"],
  ["aws:rds/clusterInstance:ClusterInstance", "identifier"],
  ["aws:rds/instance:Instance", "identifier"],
  ["aws:s3/bucket:Bucket", "bucket"],
]);

const ordinary =
  (type: string) =>
  ({ name }: Named): Computed => {
    const [provider, module = ""] = type.split(":");
    const [service, kind] = module.split("/");
    return provider === "aws"
      ? { id: name, outputs: { arn: arn(service ?? module, `${kind ?? "resource"}/${name}`) } }
      : { id: name, outputs: {} };
  };
