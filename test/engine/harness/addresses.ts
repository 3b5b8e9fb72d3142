import type { Named, Properties } from "./computed-outputs";
import { account, region } from "./invokes";

/** Where things can be reached, and secrets that AWS makes itself: outputs by type, in the forms of the AWS provider's documentation. */
export const addresses: ReadonlyMap<string, (named: Named) => Properties> = new Map<string, (named: Named) => Properties>([
  [
    "aws:apigatewayv2/api:Api",
    ({ hash }) => ({
      apiEndpoint: `https://${hash}.execute-api.${region}.amazonaws.com`,
      executionArn: `arn:aws:execute-api:${region}:${account}:${hash}`,
    }),
  ],
  [
    "aws:cloudfront/distribution:Distribution",
    ({ hash }) => ({
      domainName: `d${hash}.cloudfront.net`,
      hostedZoneId: "Z2FDTNDATAQYW2",
      arn: `arn:aws:cloudfront::${account}:distribution/E${hash.toUpperCase()}`,
    }),
  ],
  [
    "aws:ecr/repository:Repository",
    ({ name }) => ({ registryId: account, repositoryUrl: `${account}.dkr.ecr.${region}.amazonaws.com/${name}` }),
  ],
  [
    "aws:elasticache/replicationGroup:ReplicationGroup",
    ({ name, hash }) => ({
      configurationEndpointAddress: `clustercfg.${name}.${hash}.use1.cache.amazonaws.com`,
      primaryEndpointAddress: `master.${name}.${hash}.use1.cache.amazonaws.com`,
      readerEndpointAddress: `replica.${name}.${hash}.use1.cache.amazonaws.com`,
    }),
  ],
  [
    "aws:lambda/alias:Alias",
    ({ name, hash }) => ({ invokeArn: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${hash}:${name}/invocations` }),
  ],
  ["aws:mq/broker:Broker", ({ hash }) => ({ instances: [{ endpoints: [`amqps://b-${hash}.mq.${region}.on.aws:5671`] }] })],
  [
    "aws:rds/cluster:Cluster",
    (named) => ({ ...database(named), readerEndpoint: `${named.name}.cluster-ro-${named.hash}.${region}.rds.amazonaws.com` }),
  ],
  ["aws:rds/clusterInstance:ClusterInstance", (named) => database(named)],
  ["aws:rds/instance:Instance", (named) => database(named)],
  ["aws:rds/proxy:Proxy", ({ name, hash }) => ({ endpoint: `${name}.proxy-${hash}.${region}.rds.amazonaws.com` })],
  [
    "aws:s3/bucket:Bucket",
    ({ name }) => ({ bucketDomainName: `${name}.s3.amazonaws.com`, bucketRegionalDomainName: `${name}.s3.${region}.amazonaws.com` }),
  ],
]);

function database({ name, hash, inputs }: Named): Properties {
  const host = `${name}.${hash}.${region}.rds.amazonaws.com`;
  return {
    address: host,
    endpoint: host,
    port: inputs["port"] ?? 5432,
    resourceId: `db-${hash.toUpperCase()}`,
    clusterResourceId: `cluster-${hash.toUpperCase()}`,
    masterUserSecrets: [
      {
        secretArn: `arn:aws:secretsmanager:${region}:${account}:secret:rds!${hash}-AbCdEf`,
        secretStatus: "active",
        kmsKeyId: `arn:aws:kms:${region}:${account}:key/${hash}`,
      },
    ],
  };
}
