import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const { StringAsset, AssetArchive, FileAsset, FileArchive } = pulumi.asset;

class Odd extends pulumi.ComponentResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("values:index:Odd", name, args);
  }
}

const queue = new aws.sqs.Queue("queue");
new Odd("empty", { list: [], object: {}, text: "", zero: 0, no: false, nothing: null, missing: undefined });
new Odd("numbers", { large: 1e21, small: 1e-7, negative: -0.5, half: 0.5, whole: 9007199254740991 });
new Odd("names", { "with.dot": 1, "with space": 2, ünïcödé: "日本語 🚀", "a[0]": 3, constructor: "shadow", toString: "text" });
new Odd("references", { resource: queue, list: [queue, queue.arn], output: pulumi.output({ inner: queue.name, known: "yes" }) });
new Odd("dates-and-lists", { sparse: [1, undefined, 3], nested: [[["deep"]]], long: "x".repeat(70000) });
new aws.lambda.Function("fn", {
  role: "arn:aws:iam::123456789012:role/fn",
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new AssetArchive({
    "index.js": new StringAsset("exports.handler = async () => 1;"),
    "project.yaml": new FileAsset("Pulumi.yaml"),
    all: new FileArchive("assets"),
  }),
});
new aws.sqs.Queue("name::with-colons", { name: "plain" });
new aws.sqs.Queue("a name with spaces/and-slashes", {});
