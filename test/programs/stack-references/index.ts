import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const network = new pulumi.StackReference("organization/stack-references/network");
const byName = new pulumi.StackReference("renamed", { name: "organization/stack-references/network" });

new aws.sqs.Queue("queue", { kmsMasterKeyId: network.getOutput("key"), tags: { zone: byName.requireOutput("zone"), fixed: "yes" } });
export const vpc = network.getOutput("vpcId");
