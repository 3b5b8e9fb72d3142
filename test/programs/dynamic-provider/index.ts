import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const greeter: pulumi.dynamic.ResourceProvider = {
  create: async (inputs) => ({ id: `greeting-${inputs.name}`, outs: { text: `Hello, ${inputs.name}`, ...inputs } }),
};
class Greeting extends pulumi.dynamic.Resource {
  declare readonly text: pulumi.Output<string>;
  constructor(name: string, args: { name: pulumi.Input<string> }, options?: pulumi.CustomResourceOptions) {
    super(greeter, name, { text: undefined, ...args }, options, "dynamic-provider", "Greeting");
  }
}

const queue = new aws.sqs.Queue("queue");
const greeting = new Greeting("greeting", { name: "world" });
new Greeting("to-a-queue", { name: queue.name }, { dependsOn: greeting });
new aws.sqs.Queue("greeted", { tags: { text: greeting.text, id: greeting.id } });
