import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

class Group extends pulumi.ComponentResource {
  constructor(name: string) {
    super("options:index:Group", name);
    for (const letter of ["a", "b"]) new aws.sqs.Queue(`${name}-${letter}`, {}, { parent: this });
  }
}

const first = new aws.sqs.Queue("first", { name: "first" }, { protect: true });
const group = new Group("group");
new aws.sqs.Queue("on-one", {}, { dependsOn: first });
new aws.sqs.Queue("on-a-component", {}, { dependsOn: [group] });
new aws.sqs.Queue("on-an-output", {}, { dependsOn: pulumi.output([first, group]) });
new aws.sqs.Queue("on-a-promise", { tags: { first: first.arn } }, { dependsOn: Promise.resolve([group]) });
new aws.sqs.Queue("ignoring", { tags: { a: "1" } }, { ignoreChanges: ["tags.a", "*"], replaceOnChanges: ["name"], retainOnDelete: true });
new aws.sqs.Queue("replaced-first", {}, { deleteBeforeReplace: true, customTimeouts: { create: "5m" }, deletedWith: first });
new aws.sqs.Queue("kept", {}, { parent: first, protect: false });
