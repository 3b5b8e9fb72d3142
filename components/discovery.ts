import * as servicediscovery from "@pulumi/aws/servicediscovery";
import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { Network } from "./network";
import { Part } from "./part";
import type { Scope } from "./scope";

/** A private DNS zone in which services inside the network find each other by name. */
export class Discovery extends Part {
  readonly namespaceId: pulumi.Output<string>;
  /** The zone's name: `shop-prod.internal`. */
  readonly zone: string;

  constructor(name: string, { network, scope }: { network: Network; scope: Scope }, options: pulumi.ComponentResourceOptions) {
    super("Discovery", name, "headroom:brokers", options);

    this.zone = names.zone(scope.where);
    this.namespaceId = new servicediscovery.PrivateDnsNamespace(
      name,
      {
        name: this.zone,
        vpc: network.vpcId,
        description: `Services of ${scope.where.project}, stack ${scope.where.stack}`,
        tags: scope.tags(name),
      },
      { parent: this },
    ).id;
    this.registerOutputs({});
  }
}
