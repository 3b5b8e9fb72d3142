import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export = async () => {
  const queue = new aws.sqs.Queue("queue");
  const second = await Promise.resolve(new aws.sqs.Queue("second", { delaySeconds: 3 }));
  return {
    text: "plain",
    number: 1.5,
    nothing: undefined,
    list: [1, "two", [3]],
    nested: { url: queue.url, deep: { delay: second.delaySeconds, promised: Promise.resolve("later") } },
    secret: pulumi.secret({ password: "quiet" }),
    mixed: pulumi.all([queue.arn, "known"]),
    resource: queue,
  };
};
