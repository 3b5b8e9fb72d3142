import type { Registered } from "../../components/registered";
import { idOf, outputOf } from "../as-aws";

type Inputs = Readonly<Record<string, unknown>>;

/** Something that a resource must be. */
export interface Requirement {
  /** What is missing where it does not hold: "is not encrypted at rest". */
  readonly otherwise: string;
  readonly holds: (inputs: Inputs, resource: Registered, all: readonly Registered[]) => boolean;
}

const is = (property: string, value: unknown, otherwise: string): Requirement => ({
  otherwise,
  holds: (inputs) => inputs[property] === value,
});
const given = (property: string, otherwise: string): Requirement => ({
  otherwise,
  holds: (inputs) => inputs[property] !== undefined && inputs[property] !== "",
});

/** Another resource that must be there, and that names this one. */
const beside = (type: string, property: string, otherwise: string, of: (resource: Registered) => unknown = idOf): Requirement => ({
  otherwise,
  holds: (_, resource, all) => all.some((other) => other.type === type && other.inputs[property] === of(resource)),
});

/** The name under which a bucket's settings name it. */
const bucketOf = (resource: Registered): unknown => outputOf(resource, "bucket");
const arnOf = (resource: Registered): unknown => outputOf(resource, "arn");

const encrypted = "is not encrypted at rest";
const kept = "does not say for how many days it keeps logs";
const json = (value: unknown): Inputs => (typeof value === "string" ? (JSON.parse(value) as Inputs) : {});

/** Does a policy deny whatever does not come by TLS? */
const deniesPlain = (property: string): Requirement => ({
  otherwise: "does not deny what comes without TLS",
  holds: (inputs) =>
    ((json(inputs[property]).Statement ?? []) as readonly Inputs[]).some(
      ({ Effect, Condition }) =>
        Effect === "Deny" && ((Condition as Inputs | undefined)?.Bool as Inputs | undefined)?.["aws:SecureTransport"] === "false",
    ),
});

const tls12: Requirement = {
  otherwise: "speaks TLS older than 1.2",
  holds: ({ protocol, sslPolicy }) => protocol !== "HTTPS" || /^ELBSecurityPolicy-TLS13-1-[23]-/.test(String(sslPolicy)),
};

const list = (value: unknown): readonly Inputs[] => (Array.isArray(value) ? (value as readonly Inputs[]) : []);

/** What each type must hold: encryption at rest and in transit, how long logs are kept, what protects data. */
export const requirements: Readonly<Record<string, readonly Requirement[]>> = {
  "aws:apigatewayv2/domainName:DomainName": [
    {
      otherwise: "speaks TLS older than 1.2",
      holds: ({ domainNameConfiguration }) => (domainNameConfiguration as Inputs | undefined)?.securityPolicy === "TLS_1_2",
    },
  ],
  "aws:apigatewayv2/stage:Stage": [
    given("accessLogSettings", "has no access log"),
    given("defaultRouteSettings", "has no limit on requests"),
  ],
  "aws:cloudfront/distribution:Distribution": [
    {
      otherwise: "speaks TLS older than 1.2 where it has a certificate",
      holds: ({ viewerCertificate }) => {
        const certificate = (viewerCertificate ?? {}) as Inputs;
        return certificate.cloudfrontDefaultCertificate === true || /^TLSv1\.2_20\d\d$/.test(String(certificate.minimumProtocolVersion));
      },
    },
    {
      otherwise: "answers without TLS",
      holds: ({ defaultCacheBehavior, orderedCacheBehaviors }) =>
        [defaultCacheBehavior as Inputs, ...list(orderedCacheBehaviors)].every(({ viewerProtocolPolicy }) =>
          ["redirect-to-https", "https-only"].includes(String(viewerProtocolPolicy)),
        ),
    },
  ],
  "aws:cloudtrail/trail:Trail": [
    is("enableLogFileValidation", true, "does not prove that its files are whole"),
    is("isMultiRegionTrail", true, "does not see every region"),
  ],
  "aws:cloudwatch/logGroup:LogGroup": [given("retentionInDays", kept)],
  "aws:ec2/flowLog:FlowLog": [is("trafficType", "REJECT", "does not log what was turned away")],
  "aws:ecr/repository:Repository": [
    is("imageTagMutability", "IMMUTABLE", "has tags that can be moved to another image"),
    {
      otherwise: "does not scan what is pushed",
      holds: ({ imageScanningConfiguration }) => (imageScanningConfiguration as Inputs | undefined)?.scanOnPush === true,
    },
    beside("aws:ecr/lifecyclePolicy:LifecyclePolicy", "repository", "keeps every image for ever", (resource) => outputOf(resource, "name")),
  ],
  "aws:ecs/cluster:Cluster": [],
  "aws:elasticache/replicationGroup:ReplicationGroup": [
    is("atRestEncryptionEnabled", true, encrypted),
    is("transitEncryptionEnabled", true, "is not encrypted in transit"),
  ],
  "aws:kms/key:Key": [
    is("enableKeyRotation", true, "does not change its key material every year"),
    given("policy", "has no policy of its own"),
  ],
  "aws:lb/listener:Listener": [tls12],
  "aws:lb/loadBalancer:LoadBalancer": [is("dropInvalidHeaderFields", true, "passes on header fields that are no header fields")],
  "aws:mq/broker:Broker": [is("publiclyAccessible", false, "is reachable from the internet"), given("logs", "writes no log")],
  "aws:rds/cluster:Cluster": [is("storageEncrypted", true, encrypted)],
  "aws:rds/instance:Instance": [
    {
      otherwise: encrypted,
      // A replica in the same region is encrypted as its source is.
      holds: ({ storageEncrypted, replicateSourceDb }) => storageEncrypted === true || replicateSourceDb !== undefined,
    },
  ],
  "aws:rds/proxy:Proxy": [is("requireTls", true, "takes connections without TLS")],
  "aws:s3/bucket:Bucket": [
    beside("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "bucket", encrypted, bucketOf),
    beside("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "bucket", "may be made public", bucketOf),
    beside("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "bucket", "may hold objects of others", bucketOf),
    beside("aws:s3/bucketPolicy:BucketPolicy", "bucket", "has no policy, and so takes what comes without TLS", bucketOf),
  ],
  "aws:s3/bucketPolicy:BucketPolicy": [deniesPlain("policy")],
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": [
    is("blockPublicAcls", true, "lets ACLs make objects public"),
    is("blockPublicPolicy", true, "lets a policy make it public"),
    is("ignorePublicAcls", true, "heeds public ACLs"),
    is("restrictPublicBuckets", true, "lets others in by a public policy"),
  ],
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": [
    {
      otherwise: "heeds ACLs",
      holds: ({ rule }) => (rule as Inputs | undefined)?.objectOwnership === "BucketOwnerEnforced",
    },
  ],
  "aws:sns/topic:Topic": [
    given("kmsMasterKeyId", encrypted),
    beside("aws:sns/topicPolicy:TopicPolicy", "arn", "has no policy of its own", arnOf),
  ],
  "aws:sns/topicPolicy:TopicPolicy": [deniesPlain("policy")],
  "aws:sqs/queue:Queue": [
    {
      otherwise: encrypted,
      holds: ({ sqsManagedSseEnabled, kmsMasterKeyId }) => sqsManagedSseEnabled === true || kmsMasterKeyId !== undefined,
    },
    beside("aws:sqs/queuePolicy:QueuePolicy", "queueUrl", "has no policy, and so takes what comes without TLS"),
  ],
  "aws:sqs/queuePolicy:QueuePolicy": [deniesPlain("policy")],
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": [
    {
      otherwise: "logs to a group whose name does not begin with aws-waf-logs-",
      holds: ({ logDestinationConfigs }) =>
        [logDestinationConfigs].flat().every((arn) => /:(log-group:|s3:::)?aws-waf-logs-/.test(String(arn))),
    },
  ],
};

/** Types that hold no data, carry none, and write no log of their own. */
export const nothingToHold: readonly string[] = [
  "aws-native:ecs:Service",
  "aws:apigatewayv2/api:Api",
  "aws:apigatewayv2/apiMapping:ApiMapping",
  "aws:apigatewayv2/integration:Integration",
  "aws:apigatewayv2/route:Route",
  "aws:appautoscaling/policy:Policy",
  "aws:appautoscaling/scheduledAction:ScheduledAction",
  "aws:appautoscaling/target:Target",
  "aws:budgets/budget:Budget",
  "aws:cloudfront/cachePolicy:CachePolicy",
  "aws:cloudfront/originAccessControl:OriginAccessControl",
  "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
  "aws:cloudfront/monitoringSubscription:MonitoringSubscription",
  "aws:cloudwatch/compositeAlarm:CompositeAlarm",
  "aws:cloudwatch/dashboard:Dashboard",
  "aws:cloudwatch/logDelivery:LogDelivery",
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
  "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  "aws:cloudwatch/metricAlarm:MetricAlarm",
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
  "aws:costexplorer/anomalySubscription:AnomalySubscription",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
  "aws:ecr/lifecyclePolicy:LifecyclePolicy",
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
  "aws:ecs/service:Service",
  "aws:ecs/taskDefinition:TaskDefinition",
  "aws:elasticache/parameterGroup:ParameterGroup",
  "aws:elasticache/subnetGroup:SubnetGroup",
  "aws:iam/role:Role",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:kms/alias:Alias",
  "aws:lambda/alias:Alias",
  "aws:lambda/eventSourceMapping:EventSourceMapping",
  "aws:lambda/function:Function",
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  "aws:lambda/permission:Permission",
  "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
  "aws:lb/listenerRule:ListenerRule",
  "aws:lb/targetGroup:TargetGroup",
  "aws:mq/configuration:Configuration",
  "aws:rds/clusterInstance:ClusterInstance",
  "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  "aws:rds/parameterGroup:ParameterGroup",
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
  "aws:rds/proxyTarget:ProxyTarget",
  "aws:rds/subnetGroup:SubnetGroup",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketVersioning:BucketVersioning",
  "aws:secretsmanager/secret:Secret",
  "aws:secretsmanager/secretRotation:SecretRotation",
  "aws:secretsmanager/secretVersion:SecretVersion",
  "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace",
  "aws:servicediscovery/service:Service",
  "aws:sns/topicSubscription:TopicSubscription",
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:wafv2/webAcl:WebAcl",
  "aws:wafv2/webAclAssociation:WebAclAssociation",
];
