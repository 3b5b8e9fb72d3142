import * as pulumi from "@pulumi/pulumi";

/**
 * A component of this platform. It says which part of the stack's file made it (`headroom:services.worker`), so that whoever looks at
 * a resource below it can tell a person where to change it.
 */
export abstract class Part extends pulumi.ComponentResource {
  protected constructor(kind: string, name: string, configPath: string, options: pulumi.ComponentResourceOptions) {
    super(`headroom:components:${kind}`, name, { configPath }, options);
  }
}
