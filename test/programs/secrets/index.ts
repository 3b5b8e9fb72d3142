import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

class Vault extends pulumi.ComponentResource {
  constructor(name: string, args: { password: pulumi.Input<string>; rotation: { days: pulumi.Input<number> } }) {
    super("secrets:index:Vault", name, args);
    this.registerOutputs({ password: args.password });
  }
}

const config = new pulumi.Config();
const fromConfiguration = config.requireSecret("token");
const password = pulumi.secret("correct horse battery staple");
const days = pulumi.secret(30);

const queue = new aws.sqs.Queue("queue", {}, { additionalSecretOutputs: ["url"] });
new aws.ssm.Parameter("plain", { type: "String", value: "not a secret", overwrite: pulumi.secret(true) });
new aws.ssm.Parameter("text", { type: "SecureString", value: password });
new aws.ssm.Parameter("configured", { type: "SecureString", value: fromConfiguration });
new aws.ssm.Parameter("joined", { type: "SecureString", value: pulumi.interpolate`${password} at ${queue.name}` });
new aws.ssm.Parameter("unknown", { type: "SecureString", value: queue.url });
new aws.ssm.Parameter("nested", {
  type: "StringList",
  value: pulumi.all(["a", password]).apply((words) => words.join(",")),
  tags: { plain: "yes", secret: password },
});
new aws.ssm.Parameter("unwrapped", { type: "String", value: pulumi.unsecret(password).apply((text) => String(text.length)) });
new aws.ecs.TaskDefinition("task", {
  family: "task",
  containerDefinitions: pulumi.jsonStringify([{ name: "main", environment: [{ name: "PASSWORD", value: password }] }]),
  volumes: pulumi.secret([{ name: "scratch" }]),
});
new Vault("vault", { password, rotation: { days } });

export const secret = password;
export const mixed = { open: "yes", closed: password, list: [1, days] };
