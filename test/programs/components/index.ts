import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

class Leaf extends pulumi.ComponentResource {
  readonly queue: aws.sqs.Queue;
  constructor(name: string, args: { limit: number; upstream?: pulumi.Input<string> }, options: pulumi.ComponentResourceOptions) {
    super("components:index:Leaf", name, args, options);
    this.queue = new aws.sqs.Queue(
      `${name}-queue`,
      { maxMessageSize: args.limit, tags: { upstream: args.upstream ?? "" } },
      { parent: this },
    );
    this.registerOutputs({ url: this.queue.url });
  }
}
class Branch extends pulumi.ComponentResource {
  readonly leaves: readonly Leaf[];
  constructor(name: string, args: { limits: number[]; note: pulumi.Input<string> }, options?: pulumi.ComponentResourceOptions) {
    super("components:index:Branch", name, args, options);
    this.leaves = args.limits.map((limit, index) => new Leaf(`${name}-${index}`, { limit }, { parent: this }));
    this.registerOutputs();
  }
}
class Tree extends pulumi.ComponentResource<{ leaves: number }> {
  constructor(name: string) {
    super("components:index:Tree", name, { configPath: "components:tree" });
    const branch = new Branch(`${name}-left`, { limits: [1024, 2048], note: "left" }, { parent: this });
    const first = branch.leaves[0];
    new Branch(`${name}-right`, { limits: [4096], note: first?.queue.arn ?? "" }, { parent: this, dependsOn: [branch] });
    new Leaf(`${name}-last`, { limit: 1, upstream: first?.queue.url }, { parent: this, dependsOn: branch.leaves[1]?.queue });
  }
  protected override async initialize(): Promise<{ leaves: number }> {
    return { leaves: 3 };
  }
}

const tree = new Tree("tree");
new aws.sqs.Queue("below-a-queue", {}, { parent: new aws.sqs.Queue("above", {}, { parent: tree }) });
new aws.sqs.Queue("after-the-tree", {}, { dependsOn: tree });
