import type { Registered, World } from "../components/registered";
import { computedOutputs } from "../engine/harness/computed-outputs";
import { answerTo } from "../engine/harness/invokes";

/** Ids, ARNs and addresses in the forms that AWS gives them, so that what is composed from them can be judged. */
export const asAws: World = {
  created: (type, name, inputs) =>
    type === "awsx:ec2:Vpc" ? network : computedOutputs(`urn:pulumi:test::headroom::${type}::${name}`, inputs),
  answered: answerTo,
};

/** A subnet's id says what kind of subnet it is. */
export const subnets = {
  public: ["subnet-public1", "subnet-public2", "subnet-public3"],
  private: ["subnet-private1", "subnet-private2", "subnet-private3"],
  isolated: ["subnet-isolated1", "subnet-isolated2", "subnet-isolated3"],
} as const;

const network = {
  id: "vpc-1",
  outputs: {
    vpcId: "vpc-0123456789abcdef0",
    publicSubnetIds: subnets.public,
    privateSubnetIds: subnets.private,
    isolatedSubnetIds: subnets.isolated,
    routeTables: [],
  },
};

/** The id that a resource was answered with. */
export const idOf = ({ type, name, inputs }: Registered): string => asAws.created(type, name, inputs).id;

/** What a resource was answered with, by property: its inputs and what AWS would compute. */
export const outputOf = (resource: Registered, property: string): unknown =>
  asAws.created(resource.type, resource.name, resource.inputs).outputs[property] ?? resource.inputs[property];
