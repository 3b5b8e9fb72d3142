import * as pulumi from "@pulumi/pulumi";

new pulumi.ComponentResource("test:index:Group", "one");
setTimeout(() => process.exit(0), 50);
export default new Promise(() => undefined);
