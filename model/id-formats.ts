/**
 * The id formats that resources refer to one another by, parsed and written in one place.
 * Sources: Application Auto Scaling API reference, `RegisterScalableTarget` (ResourceId), read 2026-11; AWS General
 * Reference, "Amazon Resource Names". Parsing never throws and takes time linear in the text.
 */
export interface IdFormat<Parts> {
  /** As people know it. */
  readonly pattern: string;
  parse(text: string): Parts | undefined;
  format(parts: Parts): string;
}

/** `service/<cluster>/<service>`. */
export const ecsServiceId: IdFormat<{ readonly cluster: string; readonly service: string }> = {
  pattern: "service/<cluster>/<service>",
  parse(text) {
    const [kind, cluster, service] = split(text, "/", 3);
    return kind === "service" && filled(cluster) && filled(service) ? { cluster, service } : undefined;
  },
  format: ({ cluster, service }) => `service/${cluster}/${service}`,
};

/** `function:<name>:<alias or version>`. */
export const lambdaId: IdFormat<{ readonly fn: string; readonly qualifier: string }> = {
  pattern: "function:<name>:<alias or version>",
  parse(text) {
    const [kind, fn, qualifier] = split(text, ":", 3);
    return kind === "function" && filled(fn) && filled(qualifier) ? { fn, qualifier } : undefined;
  },
  format: ({ fn, qualifier }) => `function:${fn}:${qualifier}`,
};

/** `replication-group/<id>`. */
export const replicationGroupId: IdFormat<{ readonly id: string }> = {
  pattern: "replication-group/<id>",
  parse(text) {
    const [kind, id] = split(text, "/", 2);
    return kind === "replication-group" && filled(id) ? { id } : undefined;
  },
  format: ({ id }) => `replication-group/${id}`,
};

/** `cluster:<id>`. */
export const databaseClusterId: IdFormat<{ readonly id: string }> = {
  pattern: "cluster:<id>",
  parse(text) {
    const [kind, id] = split(text, ":", 2);
    return kind === "cluster" && filled(id) ? { id } : undefined;
  },
  format: ({ id }) => `cluster:${id}`,
};

/** `table/<name>`, or `table/<name>/index/<index>`. */
export const tableId: IdFormat<{ readonly table: string; readonly index?: string }> = {
  pattern: "table/<name>[/index/<index>]",
  parse(text) {
    const [kind, table, word, index, more] = text.split("/", 5);
    if (kind !== "table" || !filled(table) || more !== undefined) return undefined;
    if (word === undefined) return { table };
    return word === "index" && filled(index) ? { table, index } : undefined;
  },
  format: ({ table, index }) => (index === undefined ? `table/${table}` : `table/${table}/index/${index}`),
};

/** `arn:<partition>:<service>:<region>:<account>:<resource>`; only the resource may hold further colons. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}
export const arn: IdFormat<Arn> = {
  pattern: "arn:<partition>:<service>:<region>:<account>:<resource>",
  parse(text) {
    const [kind, partition, service, region, account] = text.split(":", 5);
    if (kind !== "arn" || !filled(partition) || !filled(service) || region === undefined || account === undefined) return undefined;
    const resource = text.slice(["arn", partition, service, region, account, ""].join(":").length);
    return filled(resource) ? { partition, service, region, account, resource } : undefined;
  },
  format: (a) => ["arn", a.partition, a.service, a.region, a.account, a.resource].join(":"),
};

/** `arn:<partition>:sqs:<region>:<account>:<name>`. */
export const queueArn = resourceOf(
  "sqs",
  "<name>",
  (resource) => (resource.includes(":") || resource.includes("/") ? undefined : resource),
  (name) => name,
);
/** `arn:<partition>:sns:<region>:<account>:<name>`. */
export const topicArn = resourceOf(
  "sns",
  "<name>",
  (resource) => (resource.includes(":") ? undefined : resource),
  (name) => name,
);
/** `arn:<partition>:lambda:<region>:<account>:function:<name>[:<alias or version>]`; the name is the function's. */
export const functionArn = resourceOf(
  "lambda",
  "function:<name>[:<alias or version>]",
  (resource) => afterPrefix("function:")(resource)?.split(":", 1)[0],
  (name) => `function:${name}`,
);
/** `arn:<partition>:rds:<region>:<account>:db:<id>`. */
export const databaseInstanceArn = resourceOf("rds", "db:<id>", afterPrefix("db:"), (id) => `db:${id}`);
/** `arn:<partition>:ecs:<region>:<account>:cluster/<name>`. */
export const ecsClusterArn = resourceOf("ecs", "cluster/<name>", afterPrefix("cluster/"), (name) => `cluster/${name}`);
/** `arn:<partition>:ecs:<region>:<account>:task-definition/<family>:<revision>`; the name is `<family>:<revision>`. */
export const taskDefinitionArn = resourceOf(
  "ecs",
  "task-definition/<family>:<revision>",
  afterPrefix("task-definition/"),
  (name) => `task-definition/${name}`,
);
/** `arn:<partition>:autoscaling:<region>:<account>:scalingPolicy:<uuid>:resource/<namespace>/<resource id>:policyName/<name>`. */
export const scalingPolicyArn = resourceOf(
  "autoscaling",
  "scalingPolicy:<uuid>:resource/<namespace>/<resource id>:policyName/<name>",
  (resource) => {
    const at = resource.lastIndexOf(":policyName/");
    return resource.startsWith("scalingPolicy:") && at >= 0 && at + ":policyName/".length < resource.length ? resource : undefined;
  },
  (name) => name,
);
/** The name at the end of a scaling policy's ARN. */
export const policyNameIn = (resource: string): string => resource.slice(resource.lastIndexOf(":policyName/") + ":policyName/".length);

/** `https://sqs.<region>.amazonaws.com/<account>/<name>`: the queue's id and URL. */
export const queueUrl: IdFormat<{ readonly host: string; readonly account: string; readonly name: string }> = {
  pattern: "https://<host>/<account>/<name>",
  parse(text) {
    const [scheme, empty, host, account, name] = split(text, "/", 5);
    return scheme === "https:" && empty === "" && filled(host) && filled(account) && filled(name) ? { host, account, name } : undefined;
  },
  format: ({ host, account, name }) => `https://${host}/${account}/${name}`,
};

/** `targetgroup/<name>/<id>`: the last part of a target group's ARN, and CloudWatch's dimension. */
export const targetGroupPath: IdFormat<{ readonly name: string; readonly id: string }> = {
  pattern: "targetgroup/<name>/<id>",
  parse(text) {
    const [kind, name, id] = split(text, "/", 3);
    return kind === "targetgroup" && filled(name) && filled(id) ? { name, id } : undefined;
  },
  format: ({ name, id }) => `targetgroup/${name}/${id}`,
};

/** `app/<load balancer>/<id>/targetgroup/<name>/<id>`: what a policy on requests per target names. */
export const requestCountLabel: IdFormat<{ readonly loadBalancer: string; readonly targetGroup: string }> = {
  pattern: "app/<load balancer>/<id>/targetgroup/<name>/<id>",
  parse(text) {
    const [kind, name, id, ...targetGroup] = split(text, "/", 6);
    const path = targetGroup.join("/");
    return kind === "app" && filled(name) && filled(id) && targetGroupPath.parse(path) !== undefined
      ? { loadBalancer: `app/${name}/${id}`, targetGroup: path }
      : undefined;
  },
  format: ({ loadBalancer, targetGroup }) => `${loadBalancer}/${targetGroup}`,
};

export interface NamedArn {
  readonly arn: Arn;
  readonly name: string;
}

function resourceOf(
  service: string,
  tail: string,
  nameIn: (resource: string) => string | undefined,
  resourceFor: (name: string) => string,
): IdFormat<NamedArn> {
  return {
    pattern: `arn:<partition>:${service}:<region>:<account>:${tail}`,
    parse(text) {
      const parts = arn.parse(text);
      const name = parts?.service === service ? nameIn(parts.resource) : undefined;
      return parts !== undefined && filled(name) ? { arn: parts, name } : undefined;
    },
    format: ({ arn: parts, name }) => arn.format({ ...parts, resource: resourceFor(name) }),
  };
}

function afterPrefix(prefix: string): (resource: string) => string | undefined {
  return (resource) => (resource.startsWith(prefix) ? resource.slice(prefix.length) : undefined);
}

/** The parts of a text that has exactly this many; an empty list otherwise. */
function split(text: string, separator: string, count: number): readonly string[] {
  const parts = text.split(separator, count + 1);
  return parts.length === count ? parts : [];
}

const filled = (text: string | undefined): text is string => text !== undefined && text !== "";
