import * as pulumi from "@pulumi/pulumi";

const group = new pulumi.ComponentResource("test:index:Group", "one");
group.urn.apply(() => setTimeout(() => process.exit(0), 200));
export default new Promise(() => undefined);
