import assert from "node:assert/strict";
import { edited, everyKey, leastKeys } from "../config/example";
import { one, registered } from "./registered";
import type { Registered } from "./registered";

const insideOf = (resources: readonly Registered[]): readonly Registered[] =>
  resources.filter(({ type, inputs }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint" && inputs.vpcEndpointType === "Interface");

describe("components/service-endpoints", () => {
  let all: readonly Registered[];

  before(async () => {
    all = await registered(everyKey(), "prod");
  });

  it("lead to services of AWS by their usual names, from the private subnets", () => {
    assert.deepEqual(
      insideOf(all).map(({ name, inputs: { serviceName, subnetIds, securityGroupIds, privateDnsEnabled } }) => [
        name,
        serviceName,
        subnetIds,
        securityGroupIds,
        privateDnsEnabled,
      ]),
      ["ecr.api", "ecr.dkr", "logs"].map((end) => [
        `network-services-${end.replace(".", "-")}`,
        `com.amazonaws.eu-central-1.${end}`,
        ["private-1"],
        ["network-services-id"],
        true,
      ]),
    );
  });

  it("let in TLS from within the VPC, and nothing else", () => {
    assert.equal(all.filter(({ inputs }) => inputs.securityGroupId === "network-services-id").length, 1);
    const rule = one(all, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "network-services-from-vpc").inputs;
    assert.deepEqual([rule.ipProtocol, rule.fromPort, rule.toPort, rule.cidrIpv4], ["tcp", 443, 443, "10.1.0.0/16"]);
  });

  it("stand in the isolated subnets where there is no NAT gateway, and only where they are asked for", async () => {
    const without = await registered(edited(leastKeys(), ["headroom:network", "endpoints"], ["sqs"]));
    assert.deepEqual(
      insideOf(without).map(({ inputs }) => [inputs.serviceName, inputs.subnetIds]),
      [["com.amazonaws.eu-central-1.sqs", ["isolated-1", "isolated-2"]]],
    );
    assert.deepEqual(insideOf(await registered(leastKeys())), []);
  });
});
