import * as pulumi from "@pulumi/pulumi";

new pulumi.ComponentResource("test:index:Group", "same");
new pulumi.ComponentResource("test:index:Group", "same");
