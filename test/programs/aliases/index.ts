import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

class Home extends pulumi.ComponentResource {
  constructor(name: string, options?: pulumi.ComponentResourceOptions) {
    super("aliases:index:Home", name, {}, options);
    new aws.sqs.Queue(`${name}-child`, {}, { parent: this });
    new aws.sqs.Queue("moved", {}, { parent: this, aliases: [{ parent: pulumi.rootStackResource }, { name: "moved-before" }] });
  }
}

new aws.sqs.Queue("renamed", {}, { aliases: [{ name: "before" }, "urn:pulumi:dev::aliases::aws:sqs/queue:Queue::by-urn"] });
new aws.sqs.Queue("retyped", {}, { aliases: [{ type: "aws:sqs/oldQueue:Queue", project: "other", stack: "prod" }] });
new Home("home", { aliases: [{ name: "house" }, { type: "aliases:index:House" }] });
