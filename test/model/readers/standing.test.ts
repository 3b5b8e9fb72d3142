import assert from "node:assert/strict";
import { known, unknown, unknownValue, type ValueMap } from "../../../graph";
import { readModel } from "../../../model";
import { GraphBuilder } from "../graph-builder";

const computed = unknown("computed on deployment");
const standing = (b: GraphBuilder) => readModel(b.graph()).standing.map((s) => [s.kind, s.count]);
const vpc = (inputs: ValueMap) => {
  const b = new GraphBuilder();
  b.add("awsx:ec2:Vpc", "network", inputs, { remote: true });
  return standing(b);
};

describe("what stands", () => {
  it("is a NAT gateway in each zone of an awsx VPC unless it is told otherwise", () => {
    const gateways = (count: unknown) => [
      ["nat gateway", count],
      ["public address", count],
    ];
    assert.deepEqual(vpc({}), gateways(known(3)));
    assert.deepEqual(vpc({ numberOfAvailabilityZones: 2 }), gateways(known(2)));
    assert.deepEqual(vpc({ availabilityZoneNames: ["a"], natGateways: { strategy: "OnePerAz" } }), gateways(known(1)));
    assert.deepEqual(vpc({ natGateways: { strategy: "Single" } }), gateways(known(1)));
    assert.deepEqual(vpc({ natGateways: { strategy: "None" } }), []);
    assert.deepEqual(vpc({ natGateways: unknownValue }), gateways(computed));
    assert.deepEqual(vpc({ natGateways: { strategy: "Some" } }), gateways(unknown("malformed")));
    assert.deepEqual(vpc({ natGateways: { strategy: "Single", elasticIpAllocationIds: ["e"] } }), [["nat gateway", known(1)]]);
  });

  it("counts the endpoints that cost money", () => {
    const none = { natGateways: { strategy: "None" } };
    assert.deepEqual(vpc({ ...none, vpcEndpointSpecs: [{ serviceName: "s3" }, { serviceName: "x", vpcEndpointType: "Interface" }] }), [
      ["vpc endpoint", known(1)],
    ]);
    assert.deepEqual(vpc({ ...none, vpcEndpointSpecs: unknownValue }), [["vpc endpoint", computed]]);
    const b = new GraphBuilder();
    b.add("aws:ec2/vpcEndpoint:VpcEndpoint", "a", {});
    b.add("aws:ec2/vpcEndpoint:VpcEndpoint", "b", { vpcEndpointType: "Interface" });
    b.add("aws:ec2/vpcEndpoint:VpcEndpoint", "c", { vpcEndpointType: unknownValue });
    assert.deepEqual(standing(b), [
      ["vpc endpoint", known(1)],
      ["vpc endpoint", computed],
    ]);
  });

  it("is a proxy, a broker, a distribution and a web ACL", () => {
    const b = new GraphBuilder();
    b.add("aws:rds/proxy:Proxy", "a");
    b.add("aws:mq/broker:Broker", "b");
    b.add("aws:cloudfront/distribution:Distribution", "c");
    b.add("aws:wafv2/webAcl:WebAcl", "d");
    assert.deepEqual(
      standing(b)
        .map(([kind]) => kind)
        .sort(),
      ["cdn distribution", "database proxy", "message broker", "web acl"],
    );
  });

  it("counts what a remote component was expanded to once", () => {
    const b = new GraphBuilder();
    const network = b.add("awsx:ec2:Vpc", "network", {}, { remote: true });
    b.add("aws:ec2/natGateway:NatGateway", "nat", {}, { parent: network });
    const balancer = b.add("awsx:lb:ApplicationLoadBalancer", "public", {}, { remote: true });
    b.add("aws:lb/loadBalancer:LoadBalancer", "public", {}, { parent: balancer });
    b.add("awsx:lb:NetworkLoadBalancer", "recorded", {}, { remote: true });
    assert.deepEqual(
      standing(b)
        .map(([kind]) => kind)
        .sort(),
      ["load balancer", "load balancer", "nat gateway"],
    );
  });
});
