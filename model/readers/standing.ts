import { chain, known, map, unknown, type Maybe } from "../../graph/maybe";
import type { Resource } from "../../graph/resource-graph";
import type { GraphIndex } from "../index-of-graph";
import { standIn } from "../joins";
import { all, inputsOf, listAt, mapsAt, numberAt, stringAt } from "../properties";
import { types } from "../resource-types";
import type { Standing } from "../scaling-model";
import type { Reader } from "./reader";

/** What costs money while nothing scales, from resources of its own or inside a remote component that is not expanded. */
export const standing: Reader = (_graph, index) => {
  const one = (kind: Standing["kind"], list: readonly string[]): readonly Standing[] =>
    index
      .ofTypes(list)
      .filter((r) => standIn(r, index) === r)
      .map((r) => ({ at: index.ref(r), kind, count: known(1) }));
  return {
    standing: [
      ...one("nat gateway", types.natGateway),
      ...one("load balancer", types.loadBalancer),
      ...one("public address", types.publicAddress),
      ...one("database proxy", types.databaseProxy),
      ...one("message broker", types.messageBroker),
      ...one("cdn distribution", types.distribution),
      ...one("web acl", types.webAcl),
      ...index.ofTypes(types.vpcEndpoint).flatMap((r) => endpoint(r, index)),
      ...index
        .ofTypes(types.vpcComponent)
        .filter((r) => index.childrenOf(r.urn).length === 0)
        .flatMap((r) => insideVpc(r, index)),
    ],
  };
};

/** A gateway endpoint is free, and is the default; whether it is one may be unknown. */
function endpoint(resource: Resource, index: GraphIndex): readonly Standing[] {
  const count = map(stringAt(inputsOf(resource), "vpcEndpointType") ?? known("Gateway"), (type) => (type === "Gateway" ? 0 : 1));
  return count.known && count.value === 0 ? [] : [{ at: index.ref(resource), kind: "vpc endpoint", count }];
}

/** What an awsx VPC expands to. Source: pulumi-awsx 3 `ec2/vpc.ts`. */
function insideVpc(vpc: Resource, index: GraphIndex): readonly Standing[] {
  const at = index.ref(vpc);
  const gateways = natGateways(vpc);
  const given = listAt(inputsOf(vpc), ["natGateways", "elasticIpAllocationIds"]);
  const addresses = given === undefined ? gateways : chain(given, (ids) => (ids.length > 0 ? known(0) : gateways));
  const parts: readonly Standing[] = [
    { at, kind: "nat gateway", count: gateways },
    { at, kind: "public address", count: addresses },
    { at, kind: "vpc endpoint", count: paidEndpoints(vpc) },
  ];
  return parts.filter(({ count }) => !(count.known && count.value === 0));
}

/** None, one, or one per zone, which is the default. */
function natGateways(vpc: Resource): Maybe<number> {
  const strategy = stringAt(inputsOf(vpc), ["natGateways", "strategy"]) ?? known("OnePerAz");
  return chain(strategy, (text) => {
    switch (text.toLowerCase()) {
      case "none":
        return known(0);
      case "single":
        return known(1);
      case "oneperaz":
        return zones(vpc);
      default:
        return unknown("malformed");
    }
  });
}

function zones(vpc: Resource): Maybe<number> {
  const names = listAt(inputsOf(vpc), "availabilityZoneNames");
  return names === undefined ? (numberAt(inputsOf(vpc), "numberOfAvailabilityZones") ?? known(3)) : map(names, (list) => list.length);
}

function paidEndpoints(vpc: Resource): Maybe<number> {
  const specs = mapsAt(inputsOf(vpc), "vpcEndpointSpecs");
  if (specs === undefined) return known(0);
  return chain(specs, (list) =>
    map(
      all(list.map((spec) => stringAt(spec, "vpcEndpointType") ?? known("Gateway"))),
      (kinds) => kinds.filter((k) => k !== "Gateway").length,
    ),
  );
}
