import type { Registered } from "../../components/registered";
import { idOf } from "../as-aws";
import { textsIn } from "../texts";
import { groupType, waysOf } from "./ways";
import type { Way } from "./ways";

/** Everything that is wrong with the ways between groups; none when each is meant and used. */
export function wayFaults(resources: readonly Registered[]): readonly string[] {
  const ways = waysOf(resources);
  const nameOf = namesById(resources);
  return [
    ...cycles(ways).map((cycle) => `the groups ${cycle.map(nameOf).join(", ")} name each other within their own rules`),
    ...ways.flatMap((way) => [...withoutCounterpart(way, ways, nameOf), ...openToAll(way, resources), ...everyPort(way)]),
    ...unusedGroups(resources).map((name) => `the group ${name} is attached to nothing`),
  ];
}

function namesById(resources: readonly Registered[]): (id: string) => string {
  const names = new Map(resources.filter(({ type }) => type === groupType).map((group) => [idOf(group), group.name]));
  return (id) => names.get(id) ?? id;
}

/** Groups that can only be made once the other is there. */
function cycles(ways: readonly Way[]): readonly (readonly string[])[] {
  const next = (group: string): readonly string[] =>
    ways.flatMap((way) => (way.inline && way.group === group && "group" in way.peer && way.peer.group !== group ? [way.peer.group] : []));
  const walk = (group: string, path: readonly string[]): readonly (readonly string[])[] =>
    path.includes(group) ? [path.slice(path.indexOf(group))] : next(group).flatMap((peer) => walk(peer, [...path, group]));
  return [...new Set(ways.map((way) => way.group))].flatMap((group) => walk(group, []).filter(([first]) => first === group));
}

/** A way between two groups needs a rule at both ends. */
function withoutCounterpart(way: Way, ways: readonly Way[], nameOf: (id: string) => string): readonly string[] {
  if (!("group" in way.peer)) return [];
  const { group: peer } = way.peer;
  const met = ways.some(
    (other) =>
      other.group === peer &&
      other.direction !== way.direction &&
      covers(other, way) &&
      ("group" in other.peer ? other.peer.group === way.group : "cidr" in other.peer && isAnywhere(other.peer.cidr)),
  );
  if (met) return [];
  const [from, to] = way.direction === "in" ? [peer, way.group] : [way.group, peer];
  return [
    way.direction === "in"
      ? `${way.rule} opens port ${ports(way)} of ${nameOf(to)} to ${nameOf(from)}, which has no way out to it`
      : `${way.rule} lets ${nameOf(from)} out to port ${ports(way)} of ${nameOf(to)}, which does not let it in`,
  ];
}

const covers = (a: Way, b: Way): boolean => (a.protocol === "-1" || a.protocol === b.protocol) && a.from <= b.from && a.to >= b.to;
const ports = ({ from, to }: Way): string => (from === to ? String(from) : `${from}-${to}`);
const isAnywhere = (cidr: string): boolean => cidr === "0.0.0.0/0" || cidr === "::/0";

/** From the internet one reaches the load balancer alone; to the internet everything may speak TLS and nothing else. */
function openToAll(way: Way, resources: readonly Registered[]): readonly string[] {
  if (!("cidr" in way.peer)) return [];
  const { cidr } = way.peer;
  if (way.direction === "out")
    return way.protocol === "tcp" && way.from === 443 && way.to === 443 ? [] : [`${way.rule} lets out to port ${ports(way)} of ${cidr}`];
  if (!isAnywhere(cidr)) return isPrivate(cidr) ? [] : [`${way.rule} opens port ${ports(way)} to ${cidr}`];
  const attached = resources.filter((resource) => attachedGroups(resource).includes(way.group));
  return attached.every(({ type, inputs }) => type === "aws:lb/loadBalancer:LoadBalancer" && inputs.internal !== true)
    ? []
    : [`${way.rule} opens port ${ports(way)} of more than a public load balancer to ${cidr}`];
}

const isPrivate = (cidr: string): boolean => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(cidr);

const everyPort = (way: Way): readonly string[] =>
  way.protocol === "-1" || (way.from === 0 && way.to >= 65_535) ? [`${way.rule} opens every port`] : [];

const ruleTypes = /^aws:(vpc\/securityGroup|ec2\/securityGroupRule)/;

/** The groups that a resource other than a rule stands in. */
const attachedGroups = (resource: Registered): readonly string[] =>
  ruleTypes.test(resource.type) || resource.type === groupType
    ? []
    : textsIn(resource.inputs)
        .map(({ text }) => text)
        .filter((text) => text.startsWith("sg-"));

const unusedGroups = (resources: readonly Registered[]): readonly string[] => {
  const attached = new Set(resources.flatMap(attachedGroups));
  return resources.filter((resource) => resource.type === groupType && !attached.has(idOf(resource))).map(({ name }) => name);
};
