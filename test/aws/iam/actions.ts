/**
 * What the Service Authorization Reference says of each action that the platform allows, read on 2026-11-25. An action that stands in
 * neither list does not exist, or nobody has looked it up yet.
 */
type ByService = Readonly<Record<string, readonly string[]>>;

/** Actions that can be allowed on a named resource. */
const onResources: ByService = {
  ec2: ["AssignPrivateIpAddresses", "CreateNetworkInterface", "DeleteNetworkInterface", "UnassignPrivateIpAddresses"],
  ecr: ["BatchCheckLayerAvailability", "BatchGetImage", "GetDownloadUrlForLayer"],
  ecs: ["GetTaskProtection", "UpdateTaskProtection"],
  elasticache: ["Connect"],
  iam: ["PassRole"],
  kms: ["Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "GenerateDataKey*", "GenerateDataKeyWithoutPlaintext", "ReEncrypt*"],
  lambda: ["InvokeFunction"],
  logs: ["CreateLogStream", "DescribeLogStreams", "PutLogEvents"],
  "rds-db": ["connect"],
  s3: ["DeleteObject", "GetBucketAcl", "GetObject", "ListBucket", "PutObject"],
  secretsmanager: ["DescribeSecret", "GetSecretValue"],
  sns: ["Publish"],
  sqs: ["ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl", "ReceiveMessage", "SendMessage"],
  ssm: ["GetParameter", "GetParameters"],
  sts: ["AssumeRole"],
};

/** Actions that take `*` and nothing else. */
const onAnything: ByService = {
  cloudwatch: ["PutMetricData"],
  ec2: ["DescribeNetworkInterfaces", "DescribeSecurityGroups", "DescribeSubnets", "DescribeVpcs"],
  ecr: ["GetAuthorizationToken"],
  xray: ["GetSamplingRules", "GetSamplingTargets", "PutTelemetryRecords", "PutTraceSegments"],
};

/** Actions that can be named a resource, and for which AWS asks for `*` in the case at hand. */
const onAnythingAllTheSame: Readonly<Record<string, string>> = {
  "ec2:CreateNetworkInterface": "Lambda developer guide, VPC: the interface does not exist yet, and Lambda checks the role without one",
  "ec2:DeleteNetworkInterface": "Lambda developer guide, VPC: without `*` a function may not be able to reach its VPC",
  "ec2:AssignPrivateIpAddresses": "Lambda developer guide, VPC: the interfaces are Lambda's own, with ids nobody knows before",
  "ec2:UnassignPrivateIpAddresses": "Lambda developer guide, VPC: the interfaces are Lambda's own, with ids nobody knows before",
};

const has = (list: ByService, action: string): boolean => {
  const [service = "", name = ""] = action.split(":");
  return list[service]?.includes(name) ?? false;
};

export const isKnown = (action: string): boolean => has(onResources, action) || has(onAnything, action);
export const takesAnything = (action: string): boolean => has(onAnything, action) || action in onAnythingAllTheSame;
/** Patterns such as `kms:GenerateDataKey*`, which AWS's own key policies use. */
export const isDocumentedPattern = (action: string): boolean => action.endsWith("*") && has(onResources, action);

export const allListed = (): readonly string[] =>
  [onResources, onAnything].flatMap((list) =>
    Object.entries(list).flatMap(([service, names]) => names.map((name) => `${service}:${name}`)),
  );
