import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope } from "./scope";
import type { Statement } from "./statements";

/** Something inside the VPC that services and functions connect to: a database, a cache, a broker. */
export interface Endpoint {
  /** What the stack's file calls it; the prefix of its variables, `MAIN_HOST` for `main`. */
  readonly name: string;
  readonly securityGroupId: pulumi.Input<string>;
  /** TCP ports that a client needs. */
  readonly ports: readonly number[];
  /** Plain environment variables of a client: where it is. */
  readonly variables: Readonly<Record<string, pulumi.Input<string>>>;
  /** Variables of a client whose value stays in Secrets Manager. */
  readonly secrets: Readonly<Record<string, SecretValue>>;
  /** What a client's role must be allowed. */
  readonly grants: readonly Statement[];
}

/** One key of a secret that holds JSON, or all of it. */
export interface SecretValue {
  readonly arn: pulumi.Input<string>;
  readonly key?: string;
}

interface ConnectionArgs {
  /** Of the tasks or the function. */
  readonly securityGroupId: pulumi.Input<string>;
  readonly endpoint: Endpoint;
  readonly scope: Scope;
}

/**
 * Opens the way from a client to an endpoint: out of the one group, into the other. They are rules of their own, so that groups can
 * name each other without a cycle.
 *
 * @param client the client's logical name
 */
export function openWay(client: string, args: ConnectionArgs, options: pulumi.CustomResourceOptions): void {
  const { endpoint, securityGroupId } = args;
  const tags = args.scope.tags(client);
  for (const port of endpoint.ports) {
    const suffix = endpoint.ports.length === 1 ? "" : `-${port}`;
    const through = { ipProtocol: "tcp", fromPort: port, toPort: port, tags };
    new vpc.SecurityGroupEgressRule(
      `${client}-to-${endpoint.name}${suffix}`,
      { ...through, securityGroupId, referencedSecurityGroupId: endpoint.securityGroupId, description: `To ${endpoint.name}` },
      options,
    );
    new vpc.SecurityGroupIngressRule(
      `${endpoint.name}-from-${client}${suffix}`,
      {
        ...through,
        securityGroupId: endpoint.securityGroupId,
        referencedSecurityGroupId: securityGroupId,
        description: `From ${client}`,
      },
      options,
    );
  }
}
