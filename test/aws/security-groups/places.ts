import type { Registered } from "../../components/registered";
import { subnets } from "../as-aws";
import { textsIn } from "../texts";

/** Which of a network's subnets a type may stand in. */
type Place = "public" | "private" | "isolated";

/**
 * Where each type stands that names subnets. Tasks are public only where there is no NAT gateway; data has no way to the internet at all.
 */
const places: Readonly<Record<string, readonly Place[]>> = {
  "aws-native:ecs:Service": ["private", "public"],
  "aws:ec2/vpcEndpoint:VpcEndpoint": ["private", "isolated"],
  "aws:ecs/service:Service": ["private", "public"],
  "aws:elasticache/serverlessCache:ServerlessCache": ["isolated"],
  "aws:elasticache/subnetGroup:SubnetGroup": ["isolated"],
  "aws:lambda/function:Function": ["private", "isolated"],
  "aws:lb/loadBalancer:LoadBalancer": ["public"],
  "aws:mq/broker:Broker": ["isolated"],
  "aws:rds/proxy:Proxy": ["isolated"],
  "aws:rds/subnetGroup:SubnetGroup": ["isolated"],
  "aws:apigatewayv2/vpcLink:VpcLink": ["private"],
};

/** What stands where it should not, and what the internet could address. */
export const placeFaults = (resources: readonly Registered[]): readonly string[] =>
  resources.flatMap(({ type, name, inputs }) => {
    const named = textsIn(inputs).flatMap(({ text }) => placeOf(text) ?? []);
    if (named.length > 0 && places[type] === undefined)
      return [`${type} names subnets: say in test/aws/security-groups/places.ts where it may stand`];
    return [
      ...[...new Set(named)]
        .filter((place) => !places[type]?.includes(place))
        .map((place) => `${type}::${name} stands in ${place} subnets`),
      ...(inputs.publiclyAccessible === true ? [`${type}::${name} is publicly accessible`] : []),
      ...(isDatabase(type) && inputs.publiclyAccessible !== false
        ? [`${type}::${name} does not say that it is not publicly accessible`]
        : []),
    ];
  });

const placeOf = (text: string): Place | undefined =>
  (["public", "private", "isolated"] as const).find((place) => (subnets[place] as readonly string[]).includes(text));

/** Types that have an address of the internet unless told otherwise. */
const isDatabase = (type: string): boolean =>
  ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance", "aws:mq/broker:Broker"].includes(type);
