import type { Registered } from "../../components/registered";
import { idOf } from "../as-aws";

/** Who stands at the other end of a way: a group by its id, addresses, or a list of addresses that AWS keeps. */
export type Peer = { readonly group: string } | { readonly cidr: string } | { readonly prefixList: string };

/** What one rule of a security group lets pass. */
export interface Way {
  /** The rule's own type and name, or those of the group in which it is written. */
  readonly rule: string;
  readonly group: string;
  readonly direction: "in" | "out";
  /** `-1` is every protocol. */
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly peer: Peer;
  /** Written within the group, so that the group depends on its peer. */
  readonly inline: boolean;
}

type Inputs = Readonly<Record<string, unknown>>;

export const groupType = "aws:ec2/securityGroup:SecurityGroup";
const ruleTypes: Readonly<Record<string, Way["direction"]>> = {
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": "in",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": "out",
};

/** Every way that groups open, by rules of their own and by rules within them. */
export const waysOf = (resources: readonly Registered[]): readonly Way[] =>
  resources.flatMap((resource) => {
    const direction = ruleTypes[resource.type];
    if (direction !== undefined) return waysOfRule(resource, direction);
    if (resource.type === groupType) return [...inlineWays(resource, "ingress", "in"), ...inlineWays(resource, "egress", "out")];
    return resource.type === "aws:ec2/securityGroupRule:SecurityGroupRule" ? waysOfOldRule(resource) : [];
  });

const waysOfRule = (resource: Registered, direction: Way["direction"]): readonly Way[] => {
  const { inputs } = resource;
  const peers: readonly Peer[] = [
    ...texts(inputs.referencedSecurityGroupId).map((group) => ({ group })),
    ...[...texts(inputs.cidrIpv4), ...texts(inputs.cidrIpv6)].map((cidr) => ({ cidr })),
    ...texts(inputs.prefixListId).map((prefixList) => ({ prefixList })),
  ];
  return ways(resource, direction, String(inputs.ipProtocol), inputs, String(inputs.securityGroupId), peers, false);
};

const inlineWays = (resource: Registered, property: "ingress" | "egress", direction: Way["direction"]): readonly Way[] => {
  const rules = Array.isArray(resource.inputs[property]) ? (resource.inputs[property] as readonly Inputs[]) : [];
  return rules.flatMap((rule) =>
    ways(resource, direction, String(rule.protocol), rule, idOf(resource), peersOf(rule, idOf(resource)), true),
  );
};

const waysOfOldRule = (resource: Registered): readonly Way[] => {
  const { inputs } = resource;
  const group = String(inputs.securityGroupId);
  const peers = [...peersOf(inputs, group), ...texts(inputs.sourceSecurityGroupId).map((peer) => ({ group: peer }))];
  return ways(resource, inputs.type === "egress" ? "out" : "in", String(inputs.protocol), inputs, group, peers, false);
};

const peersOf = (rule: Inputs, own: string): readonly Peer[] => [
  ...texts(rule.securityGroups).map((group) => ({ group })),
  ...(rule.self === true ? [{ group: own }] : []),
  ...[...texts(rule.cidrBlocks), ...texts(rule.ipv6CidrBlocks)].map((cidr) => ({ cidr })),
  ...texts(rule.prefixListIds).map((prefixList) => ({ prefixList })),
];

const ways = (
  { type, name }: Registered,
  direction: Way["direction"],
  protocol: string,
  ports: Inputs,
  group: string,
  peers: readonly Peer[],
  inline: boolean,
): readonly Way[] =>
  peers.map((peer) => ({
    rule: `${type}::${name}`,
    group,
    direction,
    protocol,
    from: typeof ports.fromPort === "number" ? ports.fromPort : 0,
    to: typeof ports.toPort === "number" ? ports.toPort : 65_535,
    peer,
    inline,
  }));

const texts = (value: unknown): readonly string[] => [value].flat().filter((each): each is string => typeof each === "string");
