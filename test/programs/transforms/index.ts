import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

class Queues extends pulumi.ComponentResource {
  constructor(name: string, options?: pulumi.ComponentResourceOptions) {
    super("transforms:index:Queues", name, { made: "here" }, options);
    new aws.sqs.Queue(`${name}-queue`, { visibilityTimeoutSeconds: 30 }, { parent: this });
  }
}

const key = new aws.kms.Key("key");

pulumi.runtime.registerResourceTransform((args) =>
  args.type.startsWith("aws:sqs")
    ? { props: { ...args.props, tags: { ...args.props["tags"], team: "platform" } }, opts: args.opts }
    : undefined,
);
pulumi.runtime.registerStackTransformation((args) =>
  args.type.startsWith("aws:sns") ? { props: { ...args.props, displayName: "from the old kind" }, opts: args.opts } : undefined,
);
pulumi.runtime.registerInvokeTransform((args) => ({ args: args.args, opts: args.opts }));

new aws.sqs.Queue("plain", { tags: { own: "yes" } });
new aws.sns.Topic("topic");
new aws.sqs.Queue(
  "own",
  {},
  {
    transforms: [
      async ({ props, opts }) => ({
        props: { ...props, kmsMasterKeyId: key.id },
        opts: { ...opts, ignoreChanges: ["tags"], protect: true },
      }),
      ({ props, opts }) => ({ props: { ...props, delaySeconds: 5 }, opts: pulumi.mergeOptions(opts, { dependsOn: [key] }) }),
    ],
  },
);
new Queues("in-a-component", {
  transforms: [
    ({ type, props, opts }) =>
      type === "aws:sqs/queue:Queue"
        ? { props: { ...props, visibilityTimeoutSeconds: props["visibilityTimeoutSeconds"] * 2 }, opts }
        : undefined,
  ],
  transformations: [
    ({ type, props, opts }) => (type === "aws:sqs/queue:Queue" ? { props: { ...props, maxMessageSize: 2048 }, opts } : undefined),
  ],
});
