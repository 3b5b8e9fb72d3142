import * as pulumi from "@pulumi/pulumi";

/** A resource of an invented provider, so that a test loads no cloud's SDK. */
export class Thing extends pulumi.CustomResource {
  readonly computed!: pulumi.Output<string>;
  readonly size!: pulumi.Output<number | undefined>;
  constructor(
    name: string,
    args: { size?: pulumi.Input<number>; from?: pulumi.Input<unknown>; list?: pulumi.Input<unknown>[] } = {},
    opts?: pulumi.CustomResourceOptions,
  ) {
    super("test:index/thing:Thing", name, { size: undefined, ...args, computed: undefined }, opts);
  }
}

export class Group extends pulumi.ComponentResource {
  readonly first: Thing;
  constructor(name: string, args: { configPath: string }, opts?: pulumi.ComponentResourceOptions) {
    super("test:index:Group", name, args, opts);
    this.first = new Thing(`${name}-first`, { size: 1 }, { parent: this });
    this.registerOutputs({ size: this.first.size });
  }
}

export class TestProvider extends pulumi.ProviderResource {
  constructor(name: string, opts?: pulumi.ResourceOptions) {
    super("test", name, {}, opts);
  }
}
