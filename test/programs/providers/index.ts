import * as aws from "@pulumi/aws";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

class Pair extends pulumi.ComponentResource {
  constructor(name: string, options?: pulumi.ComponentResourceOptions) {
    super("providers:index:Pair", name, {}, options);
    new aws.sqs.Queue(`${name}-inherited`, {}, { parent: this });
    new kubernetes.core.v1.ConfigMap(`${name}-map`, { data: { a: "b" } }, { parent: this });
  }
}

const ireland = new aws.Provider("ireland", { region: "eu-west-1", defaultTags: { tags: { owner: "platform" } } });
const role = new aws.iam.Role("role", { assumeRolePolicy: "{}" });
const assumed = new aws.Provider("assumed", { region: "eu-central-1", assumeRoles: [{ roleArn: role.arn }] });
const cluster = new kubernetes.Provider("cluster", { kubeconfig: pulumi.secret("{}") });

new aws.sqs.Queue("default");
new aws.sqs.Queue("explicit", {}, { provider: ireland });
new aws.sqs.Queue("needs-a-role", {}, { provider: assumed });
new aws.sqs.Queue("other-version", {}, { version: "7.40.0" });
new Pair("by-name", { providers: { aws: ireland, kubernetes: cluster } });
new Pair("by-list", { providers: [assumed] });
new Pair("by-one", { provider: ireland });
