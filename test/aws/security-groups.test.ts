import assert from "node:assert/strict";
import type { Registered } from "../components/registered";
import { idOf, subnets } from "./as-aws";
import { subjects } from "./platforms";
import type { Subject } from "./platforms";
import { resource } from "./resource";
import { wayFaults } from "./security-groups/check";
import { placeFaults } from "./security-groups/places";
import { waysOf } from "./security-groups/ways";

const group = (name: string, inputs: Record<string, unknown> = {}) => resource("aws:ec2/securityGroup:SecurityGroup", name, inputs);
const ingress = (name: string, inputs: Record<string, unknown>) =>
  resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name, {
    ipProtocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
    ...inputs,
  });
const egress = (name: string, inputs: Record<string, unknown>) =>
  resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", name, { ipProtocol: "tcp", fromPort: 5432, toPort: 5432, ...inputs });

describe("the security groups of the platform", function () {
  this.timeout(60_000);
  let all: readonly Subject[];

  before(async () => {
    all = await subjects();
  });

  it("open ways that are used at both ends, and to the internet none but the load balancer's", () => {
    assert.ok(all.some(({ resources }) => waysOf(resources).length > 5));
    assert.deepEqual(
      all.flatMap(({ what, resources }) => wayFaults(resources).map((fault) => `${what}: ${fault}`)),
      [],
    );
  });

  it("keep data away from the internet", () => {
    assert.deepEqual(
      all.flatMap(({ what, resources }) => placeFaults(resources).map((fault) => `${what}: ${fault}`)),
      [],
    );
  });

  it("are the only ones: the group that comes with the VPC lets nothing pass", () => {
    for (const { what, resources } of all) {
      const defaults = resources.filter(({ type }) => type === "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
      assert.deepEqual(
        defaults.map(({ inputs }) => [inputs.ingress, inputs.egress]),
        [[undefined, undefined]],
        what,
      );
    }
  });
});

describe("the check of security groups", () => {
  const [api, main] = [group("api"), group("main")];
  const users = [
    resource("aws:ecs/service:Service", "api", { securityGroups: [idOf(api)] }),
    resource("aws:rds/instance:Instance", "main", { vpcSecurityGroupIds: [idOf(main)], publiclyAccessible: false }),
  ];
  const out = egress("out", { securityGroupId: idOf(api), referencedSecurityGroupId: idOf(main) });
  const into = ingress("into", { securityGroupId: idOf(main), referencedSecurityGroupId: idOf(api) });
  const base = [api, main, ...users];

  it("finds nothing where a way is open at both ends", () => {
    assert.deepEqual(wayFaults([...base, out, into]), []);
  });

  it("finds a way that only one end knows", () => {
    assert.deepEqual(wayFaults([...base, into]), [
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::into opens port 5432 of main to api, which has no way out to it",
    ]);
    assert.deepEqual(wayFaults([...base, out]), [
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::out lets api out to port 5432 of main, which does not let it in",
    ]);
  });

  it("finds another port at the other end", () => {
    const other = ingress("into", { ...into.inputs, fromPort: 5433, toPort: 5433 });
    assert.equal(wayFaults([...base, out, other]).length, 2);
  });

  it("finds what the internet could reach, and what could reach all of it", () => {
    assert.deepEqual(wayFaults([...base, ingress("all", { securityGroupId: idOf(main), cidrIpv6: "::/0" })]), [
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::all opens port 5432 of more than a public load balancer to ::/0",
    ]);
    assert.deepEqual(wayFaults([...base, egress("all", { securityGroupId: idOf(api), cidrIpv4: "0.0.0.0/0" })]), [
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::all lets out to port 5432 of 0.0.0.0/0",
    ]);
  });

  it("finds every port, a cycle within groups, and a group that nothing is in", () => {
    const [a, b] = [group("a"), group("b")];
    const rule = (peer: Registered) => ({ protocol: "-1", fromPort: 0, toPort: 0, securityGroups: [idOf(peer)] });
    const [first, second] = [group("a", { ingress: [rule(b)], egress: [rule(b)] }), group("b", { ingress: [rule(a)], egress: [rule(a)] })];
    const faults = wayFaults([first, second]);
    for (const says of [
      "the groups a, b name each other within their own rules",
      "aws:ec2/securityGroup:SecurityGroup::a opens every port",
      "the group b is attached to nothing",
    ])
      assert.ok(faults.includes(says), `${says}\n${faults.join("\n")}`);
  });

  it("finds data that stands where the internet is", () => {
    assert.deepEqual(
      placeFaults([
        resource("aws:rds/subnetGroup:SubnetGroup", "main", { subnetIds: subnets.public }),
        resource("aws:rds/instance:Instance", "main", {}),
        resource("aws:mq/broker:Broker", "events", { subnetIds: subnets.isolated, publiclyAccessible: true }),
        resource("aws:new/thing:Thing", "new", { subnetIds: subnets.private }),
      ]),
      [
        "aws:rds/subnetGroup:SubnetGroup::main stands in public subnets",
        "aws:rds/instance:Instance::main does not say that it is not publicly accessible",
        "aws:mq/broker:Broker::events is publicly accessible",
        "aws:mq/broker:Broker::events does not say that it is not publicly accessible",
        "aws:new/thing:Thing names subnets: say in test/aws/security-groups/places.ts where it may stand",
      ],
    );
  });
});
