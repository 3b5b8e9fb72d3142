import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const other = new pulumi.Config("other");

new aws.sqs.Queue("queue", {
  name: config.require("name"),
  delaySeconds: config.requireNumber("delay"),
  sqsManagedSseEnabled: config.requireBoolean("encrypted"),
  tags: {
    ...config.requireObject<Record<string, string>>("tags"),
    other: other.require("word"),
    missing: config.get("missing") ?? "is missing",
    list: config.requireObject<string[]>("list").join(" "),
    project: pulumi.getProject(),
    stack: pulumi.getStack(),
    organization: pulumi.getOrganization(),
    size: JSON.stringify(config.requireObject("sizes")),
  },
});
